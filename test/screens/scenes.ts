import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Account, SpaceKey } from '../../src/core/account.ts';
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

/** Makes the space one that the coalition has accepted, and one of its people a coordinator. */
async function settle({ store }: TestHouse, { space, coordinator }: Asker): Promise<void> {
  await store.acceptSpace(space, by({ space }));
  await store.appointCoordinator(coordinator, by());
}

async function ask({ doors }: TestHouse, platform: Platform, { name, line, locale = 'en-GB', coordinator }: Question): Promise<Scene> {
  const { space, ...people } = askers[platform];
  const { command, options } = doors.read(line);
  const sender = coordinator === true ? people.coordinator : people.member;
  const answer = await doors.handle(act(command, options, { sender, space, locale }));
  return { name, platform, command, locale, answer: answer.kind === 'refusal' ? answer.card : answer };
}
