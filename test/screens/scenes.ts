import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Account, SpaceKey } from '../../src/core/account.ts';
import type { By, Store } from '../../src/core/store.ts';
import { act, openTestHouse, type TestHouse } from '../support/house.ts';
import { by } from '../support/store.ts';

/** Something asked, as it is typed after the slash command. */
type Question = { readonly name: string; readonly line: string; readonly locale?: string; readonly coordinator?: true };

const questions: readonly Question[] = [
  { name: 'next-milestone', line: 'next-milestone' },
  { name: 'next-milestone-fr', line: 'next-milestone', locale: 'fr-FR' },
  { name: 'timeline', line: 'timeline' },
  { name: 'milestone-show', line: 'milestone show m8', coordinator: true },
  { name: 'milestone-confirm', line: 'milestone confirm m6', coordinator: true },
  { name: 'milestone-cancel', line: 'milestone cancel m6', coordinator: true },
  { name: 'which-milestone', line: 'milestone show report' },
  { name: 'mistyped', line: 'next-milstone' },
  { name: 'help', line: 'help' },
  { name: 'help-coordinator', line: 'help', coordinator: true },
  { name: 'home', line: '' },
  { name: 'update', line: 'update wg1 week:2022-W41', coordinator: true },
  { name: 'updates', line: 'updates wg1' },
  { name: 'digest', line: 'digest 2022-W40' },
  { name: 'groups', line: 'groups' },
  { name: 'group', line: 'group wg1', coordinator: true },
  { name: 'group-fr', line: 'group wg1', locale: 'fr-FR' },
  { name: 'group-people', line: 'group people wg1', coordinator: true },
  { name: 'join', line: 'join wg2' },
  { name: 'conclude', line: 'group conclude wg1', coordinator: true },
  { name: 'topics', line: 'topics' },
  { name: 'topic', line: 'topic t1', coordinator: true },
  { name: 'propose', line: 'propose t1' },
  { name: 'proposals', line: 'proposals', coordinator: true },
  { name: 'proposal', line: 'proposal p1', coordinator: true },
  { name: 'proposal-fr', line: 'proposal p1', locale: 'fr-FR' },
  { name: 'volunteer', line: 'volunteer p1' },
  { name: 'me', line: 'me' },
  { name: 'me-fr', line: 'me', locale: 'fr-FR' },
  { name: 'me-privacy', line: 'me privacy' },
  { name: 'me-link', line: 'me link' },
  { name: 'me-forget', line: 'me forget', coordinator: true },
  { name: 'status', line: 'status' },
];

/** Who asks on a platform, and from where. */
type Asker = { readonly space: SpaceKey; readonly member: Account; readonly coordinator: Account };

export const askers = {
  slack: { space: 'slack:T000000001', member: 'slack:T000000001:U000000001', coordinator: 'slack:T000000001:U000000002' },
  discord: { space: 'discord:100000000000000001', member: 'discord:100000000000000002', coordinator: 'discord:100000000000000003' },
} as const satisfies Record<string, Asker>;

export type Platform = keyof typeof askers;

/** An answer of the bot, the command that was asked for, and the language of whoever asked. */
export type Scene = { readonly name: string; readonly platform: Platform; readonly command: string; readonly locale: string; readonly answer: Card | Form };

/** Asks the whole bot, as it would answer on both platforms on a day of October 2022. */
export async function askAll(): Promise<readonly Scene[]> {
  const house = await openTestHouse({ now: '2022-10-10T12:00:00Z' });
  try {
    const scenes: Scene[] = [];
    for (const platform of ['slack', 'discord'] as const) {
      await settle(house, askers[platform]);
      for (const question of questions) scenes.push(await ask(house, platform, question));
    }
    return scenes;
  } finally {
    await house.close();
  }
}

/** Makes the space one that the coalition has accepted, one of its people a coordinator and chair, and lets some things happen. */
async function settle({ store }: TestHouse, { space, member, coordinator }: Asker): Promise<void> {
  const at = new Date('2022-10-07T10:00:00Z');
  const facts = {
    status: 'at risk',
    done: 'Read the drafts of two members.',
    next: 'Write the second chapter.',
    help: 'Somebody who knows public procurement.',
  } as const;
  await store.acceptSpace(space, by({ space }));
  await store.appointCoordinator(coordinator, by());
  await store.appoint({ group: 'wg1', account: coordinator, role: 'chair' }, by({ at }));
  await store.recordUpdate({ group: 'wg1', week: '2022-10-03', revision: 0, facts }, by({ account: coordinator, space, at }));
  await store.join({ group: 'wg1', role: 'editor', joining: 'open' }, by({ account: member, space, at }));
  await store.sayInterest({ topic: 't1', version: 1, kind: 'lead' }, by({ account: member, space, at }));
  const { id } = await propose(store, by({ account: `${space}:somebody`, space, at }));
  await store.volunteer({ proposal: id, version: 1, kind: 'write' }, by({ account: member, space, at }));
}

async function propose(store: Store, who: By) {
  const text = {
    name: 'Testing for consumers',
    problem: 'Nobody tests whether what consumers buy keeps to the standards that it names.',
    deliverable: 'A guide for consumer bodies: what to ask, and how to test it.',
    ending: 'When three consumer bodies use the guide. Testers and lawyers are wanted.',
    milestone: 'Outline agreed in March 2023',
  };
  const filed = await store.propose({ ...text, when: { kind: 'month', month: '2023-03' } }, { topic: 't1' }, who);
  if (filed.kind !== 'recorded') throw new Error(`not filed: ${filed.kind}`);
  return filed.value;
}

async function ask({ doors }: TestHouse, platform: Platform, { name, line, locale = 'en-GB', coordinator }: Question): Promise<Scene> {
  const { space, ...people } = askers[platform];
  const { command, options } = doors.readSpelled(line);
  const sender = coordinator === true ? people.coordinator : people.member;
  const answer = await doors.handle(act(command, options, { sender, space, locale }));
  return { name, platform, command, locale, answer: answer.kind === 'refusal' ? answer.card : answer };
}
