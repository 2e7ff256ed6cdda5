import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { By, Store } from '../../src/core/store.ts';
import type { RunStatements } from '../../src/store/statements.ts';
import { planOfGroups } from '../support/groups.ts';
import { confirmLink } from '../support/links.ts';
import { channel, drain, message, owe, tryNext } from '../support/messages.ts';
import { person } from '../support/proposals.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const day = 86_400_000;
const left = new Date('2022-04-01T00:00:00Z');
const later = (days: number) => new Date(left.getTime() + days * day);
const settings = { digest: true, news: true, language: 'en', weekday: 2, hour: 9, zone: 'UTC' } as const;

/** A table as a backup holds it. */
async function rowsOf(store: Store, name: string): Promise<string[]> {
  const rows: string[] = [];
  await store.dump(async (dump) => {
    for await (const { table, row } of dump.rows()) if (table === name) rows.push(row);
  });
  return rows;
}

describe.each(databases)('what has outlived its time on the $name database', ({ make }) => {
  let store: Store;
  let statements: RunStatements;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, statements, close } = await openTestStore({}, make));
    await store.loadFirst(planOfGroups(3), by());
    await store.acceptSpace('slack:T1', person('lead'));
    await store.acceptSpace('discord:1', by({ account: 'discord:90', space: 'discord:1' }));
  });
  afterEach(() => close());

  const dora = (facts: Partial<By> = {}): By => by({ account: 'discord:90', space: 'discord:1', ...facts });
  const known = async (account: string) => (await store.readActor({ account })).member !== undefined;
  const join = (who: By) => store.join({ group: 'wg1', role: 'member', joining: 'open' }, who);
  const stateOf = async (space: string) => (await store.readActor({ account: 'discord:5', space })).spaceState;

  test('two weeks after the bot has left a workspace its people are forgotten, and those of others are not', async () => {
    await join(person('a'));
    await join(dora());
    await store.subscribe({ space: 'slack:T1', channel: 'C1' }, settings, person('a'));
    await store.noteGone('slack:T1', left);
    await store.noteGone('slack:T1', later(5));
    await store.eraseDue(new Date(later(14).getTime() - 1), left);
    expect(await known('slack:T1:UA')).toBe(true);
    await store.eraseDue(later(14), left);
    expect([await known('slack:T1:UA'), await known('slack:T1:ULEAD'), await known('discord:90')]).toEqual([false, false, true]);
    expect(await stateOf('slack:T1')).toBe('unknown');
    expect((await store.readHere({ account: 'discord:90' }, { space: 'slack:T1', channel: 'C1' })).subscription).toBeUndefined();
    expect((await store.readGroup({ account: 'discord:90' }, 'wg1')).people.member).toBe(1);
  });

  test('what its channels got is paused when the bot leaves, and whoever leads elsewhere hears of it', async () => {
    await store.appointCoordinator('discord:90', person('lead'));
    await store.appointCoordinator('slack:T1:ULEAD', dora());
    await store.subscribe({ space: 'slack:T1', channel: 'C1' }, settings, person('lead'));
    await store.subscribe({ space: 'discord:1', channel: '9' }, settings, dora());
    await drain(store, left);
    await owe(store, left, { notice: { kind: 'digest', week: '2022-03-21' }, to: channel('C1') });
    await store.noteGone('slack:T1', left);
    await store.noteGone('slack:T1', later(1));
    const paused = (await store.readStatus(dora(), left)).paused;
    expect(paused).toMatchObject([{ space: 'slack:T1', channel: 'C1', reason: 'space left', since: left }]);
    expect(await drain(store, left)).toEqual([['channel paused', 'discord:90']]);
    await store.noteSpaces('discord', [], later(1));
    expect((await store.readStatus(dora(), left)).paused).toHaveLength(2);
  });

  test('whoever has an account in a space that the bot has left is written to elsewhere', async () => {
    await store.appoint({ group: 'wg1', account: 'discord:90', role: 'chair' }, person('lead'));
    await join(dora({ at: later(-2) }));
    const { code } = await store.offerLink(person('a'), left);
    await store.enterLink(code, true, dora(), left);
    await confirmLink(store, person('a', { at: later(-1) }), left);
    const reached = async () => (await store.readGroup(dora(), 'wg1')).group?.leads.map(({ member }) => member.accounts);
    expect(await reached()).toEqual([['slack:T1:UA', 'discord:90']]);
    await store.noteGone('slack:T1', left);
    expect(await reached()).toEqual([['discord:90', 'slack:T1:UA']]);
    await drain(store, left);
    await store.appoint({ group: 'wg2', account: 'discord:90', role: 'chair' }, person('lead'));
    expect(await drain(store, left)).toEqual([['lead appointed', 'discord:90']]);
    await store.noteSpaces('slack', ['slack:T1'], later(1));
    await store.noteGone('discord:1', later(1));
    expect(await reached()).toEqual([['slack:T1:UA', 'discord:90']]);
  });

  test('they are reached there again as soon as anybody acts from it, and not by what was done before', async () => {
    await store.appoint({ group: 'wg1', account: 'discord:90', role: 'chair' }, person('lead'));
    await join(dora({ at: later(-2) }));
    const { code } = await store.offerLink(person('a'), left);
    await store.enterLink(code, true, dora(), left);
    await confirmLink(store, person('a', { at: later(-1) }), left);
    const reached = async () => (await store.readGroup(dora(), 'wg1')).group?.leads[0]?.member.accounts[0];
    const told = async (group: string) => {
      await store.appoint({ group, account: 'discord:90', role: 'chair' }, person('lead'));
      return (await drain(store, later(1))).map(([, to]) => to);
    };
    await drain(store, left);
    await store.noteGone('slack:T1', left);
    await store.setPersonal({ language: 'en' }, person('b', { at: new Date(left.getTime() - 1) }));
    expect([await reached(), await told('wg2')]).toEqual(['discord:90', ['discord:90']]);
    await store.setPersonal({ language: 'fr' }, person('b', { at: new Date(left.getTime() + 1) }));
    expect([await reached(), await told('wg3')]).toEqual(['slack:T1:UA', ['slack:T1:UA']]);
  });

  test('where somebody acts from a workspace while it is being forgotten, they stay, with all that is still there', async () => {
    const people = Array.from({ length: 30 }, (_, index) => person(`p${index}`));
    for (const one of people) await store.setPersonal({ language: 'en' }, one);
    await store.subscribe({ space: 'slack:T1', channel: 'C1' }, settings, person('lead'));
    await store.noteGone('slack:T1', left);
    const accounts = async () => (await statements(`SELECT key FROM account WHERE starts_with(key, 'slack:T1:')`)).rows;
    const before = await accounts();
    const erasing = store.eraseDue(later(14), left);
    await expect.poll(async () => (await accounts()).length, { interval: 1 }).toBeLessThan(before.length);
    await store.setPersonal({ language: 'fr' }, { ...person('p29'), at: later(14) });
    const there = await accounts();
    await erasing;
    expect(await accounts()).toEqual(there);
    expect(await stateOf('slack:T1')).toBe('accepted');
    expect((await store.readHere({ account: 'discord:90' }, { space: 'slack:T1', channel: 'C1' })).subscription).toBeDefined();
  });

  test('a workspace whose id begins like another one is another one', async () => {
    await store.acceptSpace('slack:T12', by({ account: 'slack:T12:UZ', space: 'slack:T12' }));
    await store.noteGone('slack:T1', left);
    await store.eraseDue(later(14), left);
    expect(await known('slack:T12:UZ')).toBe(true);
  });

  test('a server that the bot has left is forgotten with those who wrote from there last', async () => {
    await store.noteGone('discord:1', left);
    await store.eraseDue(later(14), left);
    expect([await known('discord:90'), await known('slack:T1:ULEAD')]).toEqual([false, true]);
  });

  test('somebody who acts in another server is kept, and the server that the bot has left is not', async () => {
    await store.acceptSpace('discord:2', by({ account: 'discord:91', space: 'discord:2' }));
    await join(dora());
    await store.noteGone('discord:1', left);
    await join(dora({ space: 'discord:2', at: later(3) }));
    const { space, ...direct } = dora({ at: later(4) });
    await store.leave('wg1', direct);
    await store.eraseDue(later(14), left);
    expect([space, await known('discord:90'), await stateOf('discord:1')]).toEqual(['discord:1', true, 'unknown']);
  });

  test('somebody who became known in a server where the bot still is stays when it leaves another, until it leaves that one too', async () => {
    await store.acceptSpace('discord:2', by({ account: 'discord:91', space: 'discord:2' }));
    await store.appoint({ group: 'wg2', account: 'discord:92', role: 'chair' }, dora());
    await join(dora());
    await join(dora({ space: 'discord:2', at: later(-1) }));
    await store.noteSpaces('discord', ['discord:1'], left);
    await store.eraseDue(later(14), left);
    expect([await known('discord:90'), await known('discord:91'), await stateOf('discord:2')]).toEqual([true, false, 'unknown']);
    await store.noteSpaces('discord', [], later(20));
    await store.eraseDue(later(34), left);
    expect([await known('discord:90'), await known('discord:92')]).toEqual([false, false]);
  });

  test('a direct message counts as from no server that the bot has left', async () => {
    await join(dora());
    expect((await store.readActor({ account: 'discord:90' })).spaceState).toBe('accepted');
    await store.noteGone('discord:1', left);
    expect((await store.readActor({ account: 'discord:90' })).spaceState).toBe('unknown');
    await store.acceptSpace('discord:2', by({ account: 'discord:91', space: 'discord:2' }));
    await join(dora({ space: 'discord:2', at: later(3) }));
    expect((await store.readActor({ account: 'discord:90' })).spaceState).toBe('accepted');
  });

  test('where somebody has acted since, the bot is there again', async () => {
    await store.noteGone('slack:T1', left);
    await join(person('a', { at: later(3) }));
    await store.eraseDue(later(14), left);
    expect([await known('slack:T1:ULEAD'), await stateOf('slack:T1')]).toEqual([true, 'accepted']);
    await store.eraseDue(later(40), left);
    expect(await known('slack:T1:ULEAD')).toBe(true);
  });

  test('whoever has an account elsewhere keeps what they are', async () => {
    await join(person('a'));
    const { code } = await store.offerLink(person('a'), left);
    await store.enterLink(code, true, dora(), left);
    await confirmLink(store, person('a'), left);
    await store.noteGone('slack:T1', left);
    await store.eraseDue(later(14), left);
    expect((await store.readMe({ account: 'discord:90' }, left)).memberships).toMatchObject([{ id: 'wg1' }]);
    expect((await store.readMe({ account: 'discord:90' }, left)).accounts).toEqual(['discord:90']);
  });

  test('what an account had before it was linked is forgotten with it', async () => {
    await store.setPersonal({ stakeholder: 'civil society' }, dora({ at: later(-9) }));
    await store.setPersonal({ stakeholder: 'government' }, person('a', { at: later(-8) }));
    const { code } = await store.offerLink(dora(), left);
    await store.enterLink(code, true, person('a'), left);
    await confirmLink(store, dora(), left);
    const kept = async () => (await rowsOf(store, 'member_alias')).map((row) => row.includes('government') || row.includes('civil society'));
    expect(await kept()).toEqual([true]);
    await store.noteGone('slack:T1', left);
    await store.eraseDue(later(14), left);
    expect(await kept()).toEqual([false]);
    expect((await store.readMe({ account: 'discord:90' }, left)).stakeholder).toBe('civil society');
  });

  test('whoever was named on Discord, and from no server, is forgotten with the last one', async () => {
    await store.acceptSpace('discord:2', by({ account: 'discord:91', space: 'discord:2' }));
    await store.appoint({ group: 'wg2', account: 'discord:92', role: 'chair' }, by());
    await store.noteGone('discord:1', left);
    await store.eraseDue(later(14), left);
    expect(await known('discord:92')).toBe(true);
    await store.noteGone('discord:2', left);
    await store.eraseDue(later(14), left);
    expect(await known('discord:92')).toBe(false);
  });

  test('a space that the record does not know is not noted', async () => {
    await store.noteGone('slack:T99', left);
    expect(await stateOf('slack:T99')).toBe('unknown');
  });

  test('a chair who goes with their space is missed', async () => {
    await store.appointCoordinator('discord:90', by());
    await store.appoint({ group: 'wg2', account: 'slack:T1:UA', role: 'chair' }, by());
    await store.noteGone('slack:T1', left);
    await store.eraseDue(later(14), left);
    expect(await drain(store, later(14))).toContainEqual(['chair wanted', 'discord:90']);
  });

  test('what was sent to people is forgotten after thirty days, what was sent to channels is kept', async () => {
    await store.subscribe({ space: 'discord:1', channel: '7' }, settings, dora());
    await store.appointCoordinator('discord:90', by());
    await store.appoint({ group: 'wg1', account: 'discord:90', role: 'chair' }, by());
    await store.leave('wg1', dora());
    await drain(store, left);
    const sent = async () => (await store.readPersonal({ account: 'discord:90' })).data.messages.length;
    expect(await sent()).toBe(3);
    await store.eraseDue(new Date(later(30).getTime() - 1), left);
    expect(await sent()).toBe(3);
    await store.eraseDue(later(30), left);
    expect(await sent()).toBe(0);
    expect((await store.readStatus({ account: 'discord:90' }, later(30))).spaces).toMatchObject([{ space: 'discord:1' }]);
  });

  test('what waits for a platform that nobody connects is forgotten after thirty days, however often it was tried', async () => {
    const owed = by().at;
    const at = (days: number, more = 0) => new Date(owed.getTime() + days * day + more);
    await owe(store, owed, message('wg1', { kind: 'person', account: 'discord:90' }), message('wg1', channel('C1')));
    const waiting = async () => (await store.readWaiting(at(100), 50)).map(({ to }) => to.kind).toSorted();
    const tried = [at(1), at(1), at(20), at(20)];
    for (const day of tried) await tryNext(store, { kind: 'again', due: new Date(day.getTime() + 300_000), problem: 'not connected', uncounted: true }, day);
    await store.eraseDue(at(30, -1), left);
    expect(await waiting()).toEqual(['channel', 'person']);
    await store.eraseDue(at(30), left);
    expect(await waiting()).toEqual(['channel']);
  });

  test('codes and addresses go once they have run out', async () => {
    await store.offerLink(person('a'), left);
    await store.offerExport(person('a'), left);
    await store.enterLink('WRNG2345', false, person('a'), left);
    const codes = async () => (await store.readPersonal({ account: 'slack:T1:UA' })).data.codes.length;
    const { data } = await store.readPersonal({ account: 'slack:T1:UA' });
    const wrong = data.codes.find(({ what }) => what === 'a wrong code');
    expect(new Date(String(wrong?.['expires'])).getTime()).toBe(left.getTime() + 3_600_000);
    await store.eraseDue(left, left);
    expect(await codes()).toBe(3);
    await store.eraseDue(left, new Date(left.getTime() + 3_600_000));
    expect(await codes()).toBe(0);
  });
});

test.each(databases)('a workspace that the configuration accepts is forgotten like any other on the $name database, and once', async ({ make }) => {
  const { store, close } = await openTestStore({ coordinators: ['slack:T1:UC'] }, make);
  const look = async (days: number) => {
    await store.noteSpaces('slack', [], later(days));
    await store.eraseDue(later(days), left);
    return (await store.readActor({ account: 'slack:T1:UA' })).member !== undefined;
  };
  try {
    await store.loadFirst(planOfGroups(1), by());
    await store.join({ group: 'wg1', role: 'member', joining: 'open' }, person('a'));
    expect([await look(0), await look(13), await look(14), await look(15), await look(40)]).toEqual([true, true, false, false, false]);
    const { events } = await store.readHistory({ account: 'slack:T1:UC' }, 'slack:T1', 0, 10);
    expect(events.map(({ act }) => act)).toEqual(['space forgotten', 'space left']);
  } finally {
    await close();
  }
});
