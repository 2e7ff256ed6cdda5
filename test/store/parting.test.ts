import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MemberRole } from '../../src/core/membership.ts';
import type { By, Store } from '../../src/core/store.ts';
import type { PrismaClient } from '../../src/store/generated/client.ts';
import { planOfGroups } from '../support/groups.ts';
import { confirmLink } from '../support/links.ts';
import { file, person } from '../support/proposals.ts';
import { by, databases, openTables } from '../support/store.ts';

const real = new Date('2026-11-24T12:00:00.000Z');
const discord = (facts: Partial<By> = {}): By => by({ account: 'discord:5', space: 'discord:9', ...facts });
const older = 'slack:T1:UA';
const younger = 'discord:5';

type Standing = 'nothing' | 'observer' | 'member' | 'editor' | 'asked' | 'left' | 'deputy' | 'chair' | 'exdeputy';

const offices: readonly Standing[] = ['deputy', 'chair'];

const belongings: Readonly<Partial<Record<Standing, { readonly role: string; readonly state: string; readonly credit?: string }>>> = {
  observer: { role: 'observer', state: 'in' },
  member: { role: 'member', state: 'in' },
  editor: { role: 'editor', state: 'in' },
  asked: { role: 'member', state: 'asked' },
  left: { role: 'member', state: 'left' },
  exdeputy: { role: 'member', state: 'in', credit: 'deputy' },
};

/** What happens to a group while the two are linked, `a` being the older one. */
const acts = {
  nothing: async () => undefined,
  'a joins as observer': (store, group) => store.join({ group, role: 'observer', joining: 'open' }, person('a')),
  'b joins as editor': (store, group) => store.join({ group, role: 'editor', joining: 'open' }, discord()),
  leave: (store, group) => store.leave(group, person('a')),
  admit: (store, group) => store.answerJoin({ group, account: older, admitted: true }, by()),
  decline: (store, group) => store.answerJoin({ group, account: older, admitted: false }, by()),
  remove: (store, group) => store.dismissMember({ group, account: younger }, by()),
  'make a deputy of a': (store, group) => store.appoint({ group, account: older, role: 'deputy' }, by()),
  'make a chair of b': (store, group) => store.appoint({ group, account: younger, role: 'chair' }, by()),
  dismiss: (store, group) => store.appoint({ group, account: older }, by()),
  conclude: async (store, id) => {
    const { group } = await store.readGroup(by(), id);
    await store.recordGroup({ act: 'group concluded', id, revision: group?.revision ?? 0, set: { state: 'concluded' }, why: 'Done.' }, by());
  },
} as const satisfies Record<string, (store: Store, group: string) => Promise<unknown>>;

/** What the older and the younger one were, what happened while they were linked, and what each is once they are parted. */
const table: readonly (readonly [Standing, Standing, keyof typeof acts, string, string])[] = [
  ['chair', 'deputy', 'nothing', 'chair', 'deputy'],
  ['exdeputy', 'left', 'nothing', 'in member (deputy)', 'left member'],
  ['chair', 'asked', 'dismiss', 'in member (chair)', 'asked member'],
  ['asked', 'deputy', 'dismiss', 'asked member', 'in member (deputy)'],
  ['chair', 'deputy', 'dismiss', 'in member (chair)', 'in member (deputy)'],
  ['editor', 'chair', 'dismiss', 'in editor', 'in member (chair)'],
  ['member', 'exdeputy', 'remove', '', 'left deputy'],
  ['exdeputy', 'editor', 'remove', 'left deputy', ''],
  ['member', 'left', 'remove', '', 'left member'],
  ['member', 'editor', 'conclude', 'left member', 'left editor'],
  ['chair', 'observer', 'conclude', 'left chair', 'left observer'],
  ['asked', 'editor', 'conclude', '', 'left editor'],
  ['member', 'editor', 'leave', 'left member', 'left editor'],
  ['deputy', 'chair', 'leave', 'left deputy', 'left chair'],
  ['asked', 'member', 'leave', '', 'left member'],
  ['left', 'asked', 'decline', 'left member', ''],
  ['asked', 'asked', 'admit', 'in member', 'in member'],
  ['left', 'asked', 'admit', 'left member', 'in member'],
  ['member', 'editor', 'a joins as observer', 'in observer', 'in editor'],
  ['member', 'observer', 'b joins as editor', 'in member', 'in editor'],
  ['asked', 'nothing', 'b joins as editor', 'asked member', 'in editor'],
  ['observer', 'deputy', 'make a deputy of a', 'in observer', 'deputy'],
  ['chair', 'deputy', 'make a deputy of a', 'deputy', 'in member (deputy)'],
  ['deputy', 'member', 'make a chair of b', 'deputy', 'chair'],
  ['nothing', 'editor', 'make a deputy of a', 'deputy', 'in editor'],
];

describe.each(databases)('two who have parted on the $name database', ({ make }) => {
  let store: Store;
  let client: PrismaClient;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, client, close } = await openTables(make));
    await store.loadFirst({ ...planOfGroups(table.length), topics: [{ id: 't1', text: 'One.' }] }, by());
    await store.acceptSpace('slack:T1', person('lead'));
    await store.acceptSpace('discord:9', discord({ account: 'discord:1' }));
    await store.setPersonal({ language: 'en' }, person('a'));
    await store.setPersonal({ language: 'en' }, discord({ at: new Date('2030-01-01') }));
  });
  afterEach(() => close());

  const link = async () => {
    const { code } = await store.offerLink(person('a'), real);
    await store.enterLink(code, true, discord(), real);
    expect(await confirmLink(store, person('a'), real)).toBe(younger);
  };

  const memberOf = async (key: string) => (await client.account.findUniqueOrThrow({ where: { key } })).memberId;

  async function put(groupId: string, key: string, standing: Standing): Promise<void> {
    const [since, memberId] = [by().at, await memberOf(key)];
    const office = offices.find((role) => role === standing);
    const belonging = belongings[standing];
    if (office !== undefined) await client.lead.create({ data: { groupId, memberId, role: office, since, origin: memberId } });
    if (belonging !== undefined) await client.membership.create({ data: { groupId, memberId, since, ...belonging } });
  }

  async function standingOf(groupId: string, key: string): Promise<string> {
    const where = { groupId, memberId: await memberOf(key) };
    const leads = (await client.lead.findMany({ where })).map(({ role }) => role);
    const belongs = (await client.membership.findMany({ where })).map(({ state, role, credit }) => `${state} ${role}${credit === null ? '' : ` (${credit})`}`);
    return [...leads, ...belongs].join(', ');
  }

  test('each has what they were themselves, moved on by what happened to both', async () => {
    const groups = table.map((one, index) => [`wg${index + 1}`, ...one] as const);
    for (const [group, a, b] of groups) {
      await put(group, older, a);
      await put(group, younger, b);
    }
    await link();
    for (const [group, , , act] of groups) await acts[act](store, group);
    await store.unlink(person('a'));
    const found = [];
    for (const [group, a, b, act] of groups) found.push([a, b, act, await standingOf(group, older), await standingOf(group, younger)]);
    expect(found).toEqual(table);
  });

  test('whoever changes a role while they are linked lets nobody into a group that asks first', async () => {
    const change = (role: MemberRole, who: By) => store.join({ group: 'wg1', role, joining: 'asked' }, who);
    await put('wg1', older, 'editor');
    await client.group.update({ where: { id: 'wg1' }, data: { joining: 'asked' } });
    await link();
    await change('observer', discord());
    await store.unlink(person('a'));
    expect([await standingOf('wg1', older), await standingOf('wg1', younger)]).toEqual(['in editor', '']);
  });

  test('an office in it goes with the account that it was given to all the same', async () => {
    await put('wg1', older, 'editor');
    await client.group.update({ where: { id: 'wg1' }, data: { joining: 'asked' } });
    await link();
    await store.join({ group: 'wg1', role: 'observer', joining: 'asked' }, discord());
    await store.appoint({ group: 'wg1', account: younger, role: 'deputy' }, by());
    await store.unlink(person('a'));
    expect([await standingOf('wg1', older), await standingOf('wg1', younger)]).toEqual(['in editor', 'deputy']);
  });

  test('whoever chairs a group by themselves then takes back whom they asked to take over, or asks anew', async () => {
    await put('wg1', younger, 'chair');
    await link();
    const hand = (account: string, who: By) => store.handOver({ group: 'wg1', account, note: '' }, who);
    expect(await hand('slack:T1:UB', discord())).toBe('asked');
    await store.unlink(person('a'));
    expect(await store.recallHandover('wg1', person('a'))).toBe(false);
    expect([await hand('slack:T1:UB', discord()), await hand('slack:T1:UC', discord())]).toEqual(['asked', 'asked']);
    expect(await store.acceptChair('wg1', person('b'))).toBe(false);
    expect(await store.recallHandover('wg1', discord())).toBe(true);
  });

  test('whoever asked somebody to take over asks still, and whoever else chairs the group stays its chair', async () => {
    for (const account of [older, younger]) await store.appoint({ group: 'wg1', account, role: 'chair' }, by());
    expect(await store.handOver({ group: 'wg1', account: 'slack:T1:UX', note: '' }, person('a'))).toBe('asked');
    await store.leave('wg1', person('a'));
    await link();
    await store.unlink(person('a'));
    expect(await store.acceptChair('wg1', person('x'))).toBe(true);
    expect([await standingOf('wg1', older), await standingOf('wg1', younger)]).toEqual(['left chair', 'chair']);
  });

  test('of two who both chair a group, whoever asked somebody to take over hands over', async () => {
    for (const account of [older, younger]) await store.appoint({ group: 'wg1', account, role: 'chair' }, by());
    await link();
    expect(await store.handOver({ group: 'wg1', account: 'slack:T1:UX', note: '' }, discord())).toBe('asked');
    await store.unlink(person('a'));
    expect(await store.acceptChair('wg1', person('x'))).toBe(true);
    expect([await standingOf('wg1', older), await standingOf('wg1', younger)]).toEqual(['chair', 'in member (chair)']);
  });

  test('of two who each asked somebody to take over, each still asks whom they asked', async () => {
    for (const account of [older, younger]) await store.appoint({ group: 'wg1', account, role: 'chair' }, by());
    await store.handOver({ group: 'wg1', account: 'slack:T1:UX', note: '' }, person('a'));
    await store.handOver({ group: 'wg1', account: 'slack:T1:UY', note: '' }, discord());
    await link();
    await store.unlink(person('a'));
    expect(await store.recallHandover('wg1', person('a'))).toBe(true);
    expect([await store.acceptChair('wg1', person('x')), await store.acceptChair('wg1', person('y'))]).toEqual([false, true]);
  });

  test('what the one joined meanwhile is still theirs where the other was given an office in it', async () => {
    const appoint = (group: string, account: string, role: 'deputy' | 'chair') => store.appoint({ group, account, role }, by());
    await link();
    for (const [group, role] of [
      ['wg1', 'editor'],
      ['wg2', 'observer'],
      ['wg3', 'editor'],
    ] as const) {
      await store.join({ group, role, joining: 'open' }, person('a', { at: new Date('2026-11-20') }));
    }
    await appoint('wg1', younger, 'deputy');
    await appoint('wg2', younger, 'deputy');
    await appoint('wg2', younger, 'chair');
    await appoint('wg3', older, 'deputy');
    await appoint('wg4', younger, 'deputy');
    await store.unlink(person('a'));
    const each = async (key: string) => Promise.all(['wg1', 'wg2', 'wg3', 'wg4'].map((group) => standingOf(group, key)));
    expect(await each(older)).toEqual(['in editor', 'in observer', 'deputy', '']);
    expect(await each(younger)).toEqual(['deputy', 'chair', '', 'deputy']);
    const since = { groupId: 'wg1', memberId: await memberOf(older) };
    expect(await client.membership.findMany({ where: since, select: { since: true } })).toEqual([{ since: new Date('2026-11-20') }]);
  });

  test('what came of a proposal is of whoever made it alone, with the office that they were given in it', async () => {
    await link();
    const proposal = await file(store, undefined, discord());
    await store.moveProposal({ move: 'establish', id: proposal, version: 1, why: 'Good.' }, by());
    const group = (await client.proposal.findUniqueOrThrow({ where: { id: proposal } })).groupId ?? '';
    await store.appoint({ group, account: younger, role: 'deputy' }, by());
    await store.unlink(person('a'));
    expect([await standingOf(group, older), await standingOf(group, younger)]).toEqual(['', 'deputy']);
  });

  test('what the one offers meanwhile is theirs, to a proposal and to a group without a chair', async () => {
    const proposal = await file(store);
    await link();
    await store.volunteer({ proposal, version: 1, kind: 'write' }, discord());
    for (const [group, who] of [
      ['wg1', discord()],
      ['wg2', person('a')],
      ['wg3', discord()],
    ] as const)
      await store.offerChair(group, who);
    expect(await store.takeBackChair('wg3', person('a'))).toBe(true);
    await store.unlink(person('a'));
    expect([(await store.readProposal(person('a'), proposal)).mine, (await store.readProposal(discord(), proposal)).mine]).toEqual([undefined, 'write']);
    const { offerings } = await store.readHome({ account: 'terminal:operator', space: 'terminal:local' }, real);
    expect(offerings.map(({ group, person: { accounts } }) => [group, accounts])).toEqual([
      ['wg1', [younger]],
      ['wg2', [older]],
    ]);
    const accept = async (account: string) => (await store.appoint({ group: 'wg1', account, role: 'chair', offered: true }, by()))?.kind;
    expect([await accept(older), await accept(younger)]).toEqual(['stale', 'recorded']);
  });

  test('whoever offers something else than the other is heard, and both belong to what comes of it', async () => {
    const proposal = await file(store);
    const offer = (kind: 'write' | 'lead', who: By) => store.volunteer({ proposal, version: 1, kind }, who);
    await offer('write', person('a'));
    await offer('write', discord());
    await link();
    await offer('lead', discord());
    await store.moveProposal({ move: 'establish', id: proposal, version: 1, why: 'Good.' }, by());
    await store.unlink(person('a'));
    const mine = async (who: By) => (await store.readProposal(who, proposal)).mine;
    expect([await mine(person('a')), await mine(discord())]).toEqual(['write', 'lead']);
    const group = (await client.proposal.findUniqueOrThrow({ where: { id: proposal } })).groupId ?? '';
    expect([await standingOf(group, older), await standingOf(group, younger)]).toEqual(['in member', 'in member']);
    expect([await store.acceptChair(group, person('a')), await store.acceptChair(group, discord())]).toEqual([false, true]);
  });

  test.each([
    { who: person('a'), have: ['lead', 'join'] },
    { who: discord(), have: ['join', 'lead'] },
  ])('so is whoever would lead instead of joining: $who.account', async ({ who, have }) => {
    const say = (kind: 'join' | 'lead' | undefined, said: By) =>
      store.sayInterest({ topic: 't1', version: 1, ...(kind !== undefined && { kind }) }, { ...said, key: crypto.randomUUID() });
    const said = async (key: string) => (await client.interest.findFirst({ where: { memberId: await memberOf(key) } }))?.kind;
    await say('join', person('a'));
    await say('join', discord());
    await link();
    await say('lead', who);
    await store.unlink(person('a'));
    expect([await said(older), await said(younger)]).toEqual(have);
    await link();
    await say(undefined, who);
    await store.unlink(person('a'));
    expect([await said(older), await said(younger)]).toEqual([undefined, undefined]);
  });
});
