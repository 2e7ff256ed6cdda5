import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wrongTries } from '../../src/core/link.ts';
import type { MemberRole } from '../../src/core/membership.ts';
import type { By, Store } from '../../src/core/store.ts';
import { confirmLink } from '../support/links.ts';
import { drain } from '../support/messages.ts';
import { when } from '../support/milestones.ts';
import { file, person } from '../support/proposals.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const real = new Date('2026-11-24T12:00:00.000Z');
const later = (minutes: number): Date => new Date(real.getTime() + minutes * 60_000);
const far = new Date('2030-01-01');

/** Somebody in the accepted Discord server 9. */
function discord(id: string, facts: Partial<By> = {}): By {
  return by({ account: `discord:${id}`, space: 'discord:9', ...facts });
}

describe.each(databases)('linked accounts on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, close } = await openTestStore({}, make));
    await store.loadFirst(
      { source: 'a plan', milestones: [], topics: [{ id: 't1', text: 'One.' }], groups: [{ id: 'wg1', name: 'One' }], confirmations: [] },
      by(),
    );
    await store.acceptSpace('slack:T1', person('lead'));
    await store.acceptSpace('discord:9', discord('1'));
  });
  afterEach(() => close());

  /** Links a person's Discord account with their Slack account, in which the code is asked for. */
  async function link(name: string, id: string): Promise<void> {
    const { code } = await store.offerLink(person(name), real);
    expect(await store.enterLink(code, true, discord(id), real)).toEqual({ kind: 'entered', asker: person(name).account });
    expect(await confirmLink(store, person(name), real)).toBe(discord(id).account);
  }

  test('nothing is linked before both sides have said so, and the asking side is told whose account entered it', async () => {
    const { code, until } = await store.offerLink(person('a'), real);
    expect(until).toEqual(later(10));
    expect(await store.enterLink(code.toLowerCase(), false, discord('5'), real)).toEqual({ kind: 'found', asker: 'slack:T1:UA' });
    expect(await confirmLink(store, person('a'), real)).toBeUndefined();
    const sure = discord('5');
    expect(await store.enterLink(code, true, sure, real)).toEqual({ kind: 'entered', asker: 'slack:T1:UA' });
    expect(await store.enterLink(code, true, sure, real)).toEqual({ kind: 'entered', asker: 'slack:T1:UA' });
    const [waiting, ...others] = await store.readWaiting(far, 10);
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({ notice: { kind: 'link entered' }, to: { kind: 'person', account: 'slack:T1:UA' } });
    const { link: asked } = await store.readMe(person('a'), real);
    expect(asked).toMatchObject({ asker: 'slack:T1:UA', enterer: 'discord:5' });
    expect((await store.readLink(by(), asked?.id ?? '')).link).toEqual(asked);
    expect(await confirmLink(store, discord('5'), real)).toBeUndefined();
    const yes = person('a');
    expect(await confirmLink(store, yes, real)).toBe('discord:5');
    expect(await confirmLink(store, yes, real)).toBe('discord:5');
    expect(await confirmLink(store, person('a'), real)).toBeUndefined();
    const [slack, other] = [await store.readMe(person('a'), real), await store.readMe(discord('5'), real)];
    expect(slack).toMatchObject({ accounts: ['discord:5', 'slack:T1:UA'], linked: true });
    expect(other.actor.member).toBe(slack.actor.member);
  });

  test('the entering side hears that it is confirmed, and the other side of an undo', async () => {
    await link('a', '5');
    expect(await drain(store, far)).toEqual([
      ['link entered', 'slack:T1:UA'],
      ['accounts linked', 'discord:5'],
    ]);
    await store.unlink(person('a'));
    expect(await drain(store, far)).toEqual([['accounts parted', 'discord:5']]);
    await link('a', '5');
    await drain(store, far);
    await store.unlink(discord('5'));
    expect(await drain(store, far)).toEqual([['accounts parted', 'slack:T1:UA']]);
  });

  test('a code runs out by the machine’s clock, is void once there is another, and is used once', async () => {
    const { code } = await store.offerLink(person('a'), real);
    expect(await store.enterLink(code, true, discord('5'), later(10))).toEqual({ kind: 'wrong' });
    const { code: second } = await store.offerLink(person('a'), later(10));
    expect(await store.enterLink(code, true, discord('5'), later(10))).toEqual({ kind: 'wrong' });
    expect(await store.enterLink(second, true, person('a'), later(10))).toEqual({ kind: 'own' });
    expect(await store.enterLink(second, true, discord('5'), later(10))).toMatchObject({ kind: 'entered' });
    expect(await store.enterLink(second, true, discord('6'), later(10))).toEqual({ kind: 'wrong' });
    expect(await confirmLink(store, person('a'), later(71))).toBeUndefined();
    expect((await store.readMe(person('a'), later(71))).link).toBeUndefined();
  });

  test('a link is confirmed by its own id: the button of an earlier one confirms nobody else', async () => {
    await store.enterLink((await store.offerLink(person('a'), real)).code, true, discord('5'), real);
    const { link: first } = await store.readMe(person('a'), real);
    await store.enterLink((await store.offerLink(person('a'), real)).code, true, discord('6'), real);
    expect(await store.confirmLink(first?.id ?? '', person('a'), real)).toBeUndefined();
    expect(await confirmLink(store, person('a'), real)).toBe('discord:6');
  });

  test('of two who enter the same code at the same moment one does', async () => {
    const { code } = await store.offerLink(person('a'), real);
    const both = await Promise.all([store.enterLink(code, true, discord('5'), real), store.enterLink(code, true, discord('6'), real)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['entered', 'wrong']);
    const entered = both[0]?.kind === 'entered' ? 'discord:5' : 'discord:6';
    expect(await confirmLink(store, person('a'), real)).toBe(entered);
    expect((await store.readMe(person('a'), real)).accounts).toHaveLength(2);
  });

  test('a code guessed a thousand times is not found: five are read an hour, also when all come at once', async () => {
    await store.offerLink(person('a'), real);
    const guesses = Array.from({ length: 1000 }, (_, index) => `GUESS${String(index).padStart(3, '0')}`);
    const tried = await guesses.reduce<Promise<string[]>>(async (before, _, index) => {
      const done = await before;
      if (index % 20 !== 0) return done;
      const some = await Promise.all(guesses.slice(index, index + 20).map((guess) => store.enterLink(guess, true, discord('5'), real)));
      return [...done, ...some.map(({ kind }) => kind)];
    }, Promise.resolve([]));
    expect(tried.filter((kind) => kind === 'wrong')).toHaveLength(wrongTries.most);
    expect(tried.filter((kind) => kind === 'paused')).toHaveLength(1000 - wrongTries.most);
    const { code } = await store.offerLink(person('a'), real);
    expect(await store.enterLink(code, false, discord('5'), later(59))).toEqual({ kind: 'paused' });
    const { code: next } = await store.offerLink(person('a'), later(60));
    expect(await store.enterLink(next, false, discord('5'), later(60))).toMatchObject({ kind: 'found' });
  }, 60_000);

  test('whoever leaves the record and comes back has no new guesses until the hour is over, and nothing says whose they were', async () => {
    const guess = () => store.enterLink('GUESS234', false, discord('5'), real);
    await store.setPersonal({ language: 'en' }, discord('5'));
    for (let wrong = 0; wrong < wrongTries.most; wrong += 1) await guess();
    expect((await store.readPersonal(discord('5'))).data.codes).toHaveLength(wrongTries.most);
    await store.forget(discord('5'));
    const rows: string[] = [];
    await store.dump(async (dump) => {
      for await (const { table, row } of dump.rows()) if (table === 'link_try') rows.push(row);
    });
    expect(rows).toHaveLength(wrongTries.most);
    expect(rows.join()).not.toContain('discord:5');
    await store.setPersonal({ language: 'en' }, discord('5'));
    expect((await guess()).kind).toBe('paused');
    await store.eraseDue(real, later(60));
    expect((await store.readPersonal(discord('5'))).data.codes).toEqual([]);
    expect((await guess()).kind).toBe('wrong');
  });

  test('whoever volunteers in both chats and links later is counted once, as what weighs more, and so is their interest', async () => {
    const proposal = await file(store);
    await store.volunteer({ proposal, version: 1, kind: 'lead' }, person('a'));
    await store.volunteer({ proposal, version: 1, kind: 'review' }, discord('5', { at: far }));
    await store.sayInterest({ topic: 't1', version: 1, kind: 'join' }, person('a'));
    await store.sayInterest({ topic: 't1', version: 1, kind: 'lead' }, discord('5', { at: far }));
    expect((await store.readProposal(by(), proposal)).volunteers).toHaveLength(2);
    await link('a', '5');
    const { overview, volunteers, mine } = await store.readProposal(person('a'), proposal);
    expect(volunteers.map(({ kind }) => kind)).toEqual(['lead']);
    expect(overview?.counts).toMatchObject({ review: 0, lead: 1 });
    expect(mine).toBe('lead');
    expect((await store.readTopic(discord('5'), 't1')).overview).toMatchObject({ counts: { join: 0, lead: 1 }, mine: 'lead' });
  });

  test('offices, settings and what was proposed go with them; the record keeps the id under which it was done', async () => {
    await store.setPersonal({ language: 'fr' }, person('a'));
    const proposal = await file(store, undefined, discord('5', { at: far }));
    await store.setPersonal({ zone: 'Europe/Paris', language: 'en' }, discord('5'));
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'deputy' }, by());
    await store.appoint({ group: 'wg1', account: 'discord:5', role: 'chair' }, by());
    const before = (await store.readActor(discord('5'))).member;
    await link('a', '5');
    const { actor, desks } = await store.readMe(person('a'), real);
    expect(actor).toMatchObject({ language: 'fr', zone: 'Europe/Paris', leads: ['wg1'] });
    expect(desks[0]?.group.leads).toMatchObject([{ role: 'chair', member: { id: actor.member } }]);
    const read = await store.readProposal(by(), proposal);
    expect(read.overview?.proposal.member).toBe(actor.member);
    expect(read.events[0]?.member).toBe(before);
  });

  test('the right to lead does not pass to the other account, which a coordinator can give it', async () => {
    await store.appointCoordinator('slack:T1:UA', by());
    await link('a', '5');
    expect((await store.readActor(person('a'))).coordinator).toBe(true);
    expect((await store.readActor(discord('5'))).coordinator).toBe(false);
    const { coordinators } = await store.readDuties(far);
    expect(coordinators.find(({ accounts }) => accounts.includes('slack:T1:UA'))?.accounts).toEqual(['slack:T1:UA']);
    await store.appointCoordinator('discord:5', by());
    expect((await store.readActor(discord('5'))).coordinator).toBe(true);
    expect(await store.dismissCoordinator('slack:T1:UA', by())).toBe('dismissed');
    expect((await store.readActor(discord('5'))).coordinator).toBe(true);
  });

  test('parting gives the account that came second a member of its own, and nobody can part the first one', async () => {
    expect(await store.unlink(person('a'))).toBeUndefined();
    const proposal = await file(store);
    await store.volunteer({ proposal, version: 1, kind: 'write' }, person('a'));
    await store.setPersonal({ language: 'en' }, discord('5', { at: far }));
    await link('a', '5');
    const given = discord('5');
    expect(await store.unlink(given)).toBe('discord:5');
    expect(await store.unlink(given)).toBe('discord:5');
    expect(await store.unlink(discord('5'))).toBeUndefined();
    expect(await store.unlink(person('a'))).toBeUndefined();
    expect((await store.readProposal(person('a'), proposal)).mine).toBe('write');
    expect((await store.readProposal(discord('5'), proposal)).mine).toBeUndefined();
    expect(await store.readMe(person('a'), real)).toMatchObject({ accounts: ['slack:T1:UA'], linked: false });
    await link('a', '5');
  });

  test('parting gives each of them back what they had, offices and authorship with it', async () => {
    await store.setPersonal({ language: 'fr' }, person('a'));
    const proposal = await file(store, undefined, discord('5', { at: far }));
    await store.appoint({ group: 'wg1', account: 'discord:5', role: 'chair' }, by());
    await store.recordUpdate({ group: 'wg1', week: '2026-11-16', revision: 0, facts: { status: 'on track', done: 'Two drafts.' } }, discord('5'));
    const before = [(await store.readActor(person('a'))).member, (await store.readActor(discord('5'))).member];
    await link('a', '5');
    expect(await store.readActor(person('a'))).toMatchObject({ member: before[0], leads: ['wg1'] });
    expect(await store.unlink(person('a'))).toBe('discord:5');
    expect([(await store.readActor(person('a'))).member, (await store.readActor(discord('5'))).member]).toEqual(before);
    expect((await store.readActor(person('a'))).leads).toBeUndefined();
    expect((await store.readActor(discord('5'))).leads).toEqual(['wg1']);
    expect((await store.readProposal(by(), proposal)).overview?.proposal.member).toBe(before[1]);
    const { writers } = await store.readUpdate(by(), 'u1');
    expect(JSON.stringify(writers)).toContain('discord:5');
    expect(JSON.stringify(writers)).not.toContain('UA');
  });

  test('what both had is as it was, and an offer that was changed meanwhile is of whoever changed it', async () => {
    const proposal = await file(store);
    const role = async (who: By) => (await store.readGroup(who, 'wg1')).mine?.role ?? ((await store.readActor(who)).leads !== undefined ? 'lead' : undefined);
    await store.join({ group: 'wg1', role: 'observer', joining: 'open' }, person('a'));
    await store.appoint({ group: 'wg1', account: 'discord:5', role: 'deputy' }, by({ at: far }));
    await store.volunteer({ proposal, version: 1, kind: 'write' }, person('a'));
    await store.volunteer({ proposal, version: 1, kind: 'review' }, discord('5', { at: far }));
    await link('a', '5');
    expect(await role(person('a'))).toBe('lead');
    await store.volunteer({ proposal, version: 1, kind: 'lead' }, discord('5'));
    await store.unlink(person('a'));
    expect([await role(person('a')), await role(discord('5'))]).toEqual(['observer', 'lead']);
    const offers = async (who: By) => (await store.readProposal(who, proposal)).mine;
    expect([await offers(person('a')), await offers(discord('5'))]).toEqual(['write', 'lead']);
    // Linked again, they count once again.
    await link('a', '5');
    expect((await store.readGroup(by(), 'wg1')).people).toMatchObject({ observer: 0 });
  });

  test('both belong to a group that they still belong to together, also where something has changed, and are credited as what they were where they have left', async () => {
    const roles = async () => (await store.readPeople(by(), 'wg1', 0, 9)).people.map(({ member, role, state }) => [...member.accounts, state, role]);
    const join = (role: 'member' | 'observer' | 'editor', who: By) => store.join({ group: 'wg1', role, joining: 'open' }, who);
    await join('observer', person('a'));
    await join('editor', discord('5', { at: far }));
    await link('a', '5');
    await join('member', person('a'));
    await store.unlink(person('a'));
    expect(await roles()).toEqual([
      ['discord:5', 'in', 'editor'],
      ['slack:T1:UA', 'in', 'member'],
    ]);
    await link('a', '5');
    await store.leave('wg1', discord('5'));
    await store.unlink(person('a'));
    expect(await roles()).toEqual([
      ['discord:5', 'left', 'editor'],
      ['slack:T1:UA', 'left', 'member'],
    ]);
  });

  test('who left as a chair is credited for it also where the other account belongs to the group, and has it back', async () => {
    const roles = async () => (await store.readPeople(by(), 'wg1', 0, 9)).people.map(({ role, state }) => `${state} ${role}`);
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'chair' }, by());
    await store.leave('wg1', person('a'));
    await store.join({ group: 'wg1', role: 'observer', joining: 'open' }, discord('5', { at: far }));
    await link('a', '5');
    expect(await roles()).toEqual(['in observer']);
    await store.unlink(person('a'));
    expect(await roles()).toEqual(['in observer', 'left chair']);
    await link('a', '5');
    await store.dismissMember({ group: 'wg1', account: 'discord:5' }, by());
    expect(await roles()).toEqual(['left chair']);
  });

  test('each has back what they set, and what both set stays with the older one as it is', async () => {
    const said = async (who: By) => {
      const { actor, stakeholder } = await store.readMe(who, real);
      return [actor.language, actor.reminders, actor.zone, stakeholder];
    };
    await store.setPersonal({ language: 'en', reminders: 'channel', stakeholder: 'government' }, person('a'));
    const theirs = { language: 'fr', reminders: 'never', zone: 'Europe/Paris', stakeholder: 'civil society' } as const;
    await store.setPersonal(theirs, discord('5', { at: far }));
    await link('a', '5');
    expect(await said(person('a'))).toEqual(['en', 'channel', 'Europe/Paris', 'government']);
    await store.unlink(person('a'));
    expect(await said(person('a'))).toEqual(['en', 'channel', undefined, 'government']);
    expect(await said(discord('5'))).toEqual(['fr', 'never', 'Europe/Paris', 'civil society']);
    // What they say no more is said by neither.
    await link('a', '5');
    expect(JSON.stringify((await store.readPersonal(person('a'))).data.accounts)).toContain('civil society');
    await store.setPersonal({ stakeholder: null }, person('a'));
    expect(JSON.stringify((await store.readPersonal(person('a'))).data.accounts)).not.toContain('civil society');
    await store.unlink(person('a'));
    expect((await said(discord('5')))[3]).toBeUndefined();
  });

  test('of three that became one, the last goes first', async () => {
    const ids = async () => Promise.all([person('a'), discord('5'), discord('6')].map(async (who) => (await store.readActor(who)).member));
    await store.setPersonal({ language: 'en' }, person('a'));
    await store.setPersonal({ language: 'en' }, discord('5', { at: far }));
    await store.setPersonal({ language: 'en' }, discord('6', { at: new Date('2020-01-01') }));
    const before = await ids();
    await link('a', '5');
    await link('a', '6');
    expect(new Set(await ids())).toEqual(new Set([before[2]]));
    expect(await store.unlink(discord('6'))).toBe('discord:5');
    expect(await ids()).toEqual([before[0], before[0], before[2]]);
    expect(await store.unlink(discord('6'))).toBeUndefined();
    expect(await store.unlink(discord('5'))).toBe('discord:5');
    expect(await ids()).toEqual(before);
  });

  test('who is left of three can still part', async () => {
    await store.setPersonal({ language: 'en' }, discord('6', { at: new Date('2020-01-01') }));
    await store.setPersonal({ language: 'en' }, person('a'));
    await store.setPersonal({ language: 'en' }, person('b', { account: 'slack:T2:UB', space: 'slack:T2', at: far }));
    await store.join({ group: 'wg1', role: 'observer', joining: 'open' }, person('a'));
    await store.join({ group: 'wg1', role: 'editor', joining: 'open' }, person('b', { account: 'slack:T2:UB', space: 'slack:T2' }));
    const { code } = await store.offerLink(person('a'), real);
    await store.enterLink(code, true, person('b', { account: 'slack:T2:UB', space: 'slack:T2' }), real);
    await confirmLink(store, person('a'), real);
    await link('a', '6');
    await store.noteGone('discord:9', new Date('2026-11-24T12:00:00.000Z'));
    await store.eraseDue(new Date('2026-12-24T12:00:00.000Z'), real);
    expect((await store.readMe(person('a'), real)).accounts).toEqual(['slack:T1:UA', 'slack:T2:UB']);
    expect(await store.unlink(person('a'))).toBe('slack:T2:UB');
    expect((await store.readGroup(person('a'), 'wg1')).mine?.role).toBe('observer');
    expect((await store.readGroup(person('b', { account: 'slack:T2:UB', space: 'slack:T2' }), 'wg1')).mine?.role).toBe('editor');
  });

  test('what somebody does while their accounts become one is not lost', async () => {
    const proposal = await file(store);
    await store.setPersonal({ language: 'en' }, discord('5', { at: far }));
    const { code } = await store.offerLink(person('a'), real);
    await store.enterLink(code, true, discord('5'), real);
    await Promise.all([
      confirmLink(store, person('a'), real),
      store.volunteer({ proposal, version: 1, kind: 'review' }, discord('5')),
      store.sayInterest({ topic: 't1', version: 1, kind: 'join' }, discord('5')),
    ]);
    expect((await store.readProposal(person('a'), proposal)).mine).toBe('review');
    expect((await store.readTopic(person('a'), 't1')).overview?.mine).toBe('join');
  });

  test('whoever leaves while their accounts become one, or part, has left', async () => {
    await store.setPersonal({ language: 'en' }, person('a'));
    for (let round = 0; round < 4; round += 1) {
      await store.join({ group: 'wg1', role: 'member', joining: 'open' }, discord('5', { at: far }));
      const { code } = await store.offerLink(person('a'), real);
      await store.enterLink(code, true, discord('5'), real);
      await Promise.all([confirmLink(store, person('a'), real), store.leave('wg1', discord('5'))]);
      expect((await store.readGroup(person('a'), 'wg1')).people).toMatchObject({ member: 0 });
      await store.join({ group: 'wg1', role: 'member', joining: 'open' }, person('a'));
      await Promise.all([store.unlink(person('a')), store.leave('wg1', person('a')), store.leave('wg1', discord('5'))]);
      expect((await store.readGroup(person('a'), 'wg1')).people).toMatchObject({ member: 0 });
    }
  }, 60_000);

  test('whoever leads, or said interest, is told what happens while their accounts become one, or part', async () => {
    for (let round = 0; round < 5; round += 1) {
      const elder = () => discord(`5${round}`, { at: new Date('2022-01-01') });
      const lead = () => person(`lead${round}`, { key: randomUUID() });
      const planned = { when: when('2023-05'), source: 'wg1' };
      const propose = () => store.proposeMilestone({ text: 'A workshop.', planned, dependsOn: [], group: 'wg1' }, person('c', { key: randomUUID() }));
      const reword = () => store.recordTopic({ act: 'topic reworded', id: 't1', version: round + 1, text: `In words ${round}.`, why: '' }, by());
      await store.setPersonal({ language: 'en' }, elder());
      await store.appointCoordinator(lead().account, by());
      await store.sayInterest({ topic: 't1', version: round + 1, kind: 'join' }, lead());
      const { code } = await store.offerLink(elder(), real);
      await store.enterLink(code, true, lead(), real);
      await drain(store, far);
      await Promise.all([confirmLink(store, elder(), real), sleep(8).then(propose), sleep(8).then(reword)]);
      const told = await drain(store, far);
      expect(told).toContainEqual(['milestone proposed', lead().account]);
      expect(told.map(([kind]) => kind)).toContain('topic reworded');
      await Promise.all([store.unlink(lead()), sleep(8).then(propose)]);
      expect(await drain(store, far)).toContainEqual(['milestone proposed', lead().account]);
    }
  }, 60_000);

  test('whoever got a coordinator to link an account cannot forget the coordinator, and so claim the coalition', async () => {
    await store.appointCoordinator('slack:T1:UA', by());
    await link('a', '5');
    expect(await store.forget(discord('5'))).toEqual({ kind: 'coordinates' });
    expect((await store.readActor(person('a'))).coordinator).toBe(true);
    await store.unlink(discord('5'));
    expect(await store.forget(discord('5'))).toEqual({ kind: 'forgotten', proposals: [] });
    expect((await store.readActor(person('a'))).coordinator).toBe(true);
  });

  test('nobody gives the right to coordinate to another account of their own', async () => {
    await store.appointCoordinator('slack:T1:UA', by());
    await link('a', '5');
    expect(await store.appointCoordinator('discord:5', person('a'))).toBe('own');
    expect((await store.readActor(discord('5'))).coordinator).toBe(false);
    expect(await store.appointCoordinator('discord:5', by())).toBe('appointed');
    expect((await store.readActor(discord('5'))).coordinator).toBe(true);
  });

  test('nobody decides on their own proposal, whichever accounts were linked or parted since', async () => {
    const decide = (id: string, who: By) => store.moveProposal({ move: 'establish', id, version: 1, why: 'Mine.' }, who);
    await store.setPersonal({ language: 'en' }, person('a'));
    const before = await file(store, undefined, discord('5', { at: far }));
    await link('a', '5');
    expect(await decide(before, person('a'))).toEqual({ kind: 'own' });
    const meanwhile = await file(store, undefined, discord('5'));
    await store.unlink(person('a'));
    expect(await decide(meanwhile, discord('5'))).toEqual({ kind: 'own' });
    expect(await decide(before, discord('5'))).toEqual({ kind: 'own' });
    const { overview } = await store.readProposal(by(), meanwhile);
    expect(overview?.proposal.member).toBe((await store.readActor(discord('5'))).member);
    expect(await store.moveProposal({ move: 'withdraw', id: meanwhile, version: 1, why: '' }, discord('5'))).toMatchObject({ kind: 'recorded' });
  });

  test('what one of them had alone goes back: a draft, the question to chair, what they set', async () => {
    await store.setPersonal({ language: 'en' }, person('a'));
    await store.appoint({ group: 'wg1', account: 'slack:T1:UC', role: 'chair' }, by());
    await store.setPersonal({ stakeholder: 'government', reminders: 'never', zone: 'Europe/Paris' }, discord('5', { at: far }));
    await store.keepDraft({ name: 'Secret', problem: '', deliverable: '', ending: '', milestone: '' }, undefined, discord('5'));
    await store.handOver({ group: 'wg1', account: 'discord:5', note: '' }, person('c'));
    await link('a', '5');
    await store.unlink(person('a'));
    const [mine, theirs] = [await store.readMe(discord('5'), real), await store.readMe(person('a'), real)];
    expect(mine).toMatchObject({ stakeholder: 'government', actor: { reminders: 'never', zone: 'Europe/Paris' } });
    expect(theirs.stakeholder).toBeUndefined();
    expect(theirs.actor.zone).toBeUndefined();
    expect((await store.readProposals(discord('5'), 0, 5)).drafts.map(({ name }) => name)).toEqual(['Secret']);
    expect((await store.readProposals(person('a'), 0, 5)).drafts).toEqual([]);
    expect(await store.acceptChair('wg1', person('a'))).toBe(false);
    expect(await store.acceptChair('wg1', discord('5'))).toBe(true);
  });

  test('what both of them have begun is all there while they are linked, and goes back to whoever began it', async () => {
    const begin = (name: string, who: By) => store.keepDraft({ name, problem: '', deliverable: '', ending: '', milestone: '' }, undefined, who);
    const begun = async (who: By) => (await store.readProposals(who, 0, 5)).drafts.map(({ name }) => name);
    await begin('Earlier', person('a'));
    await begin('Later', discord('5', { at: far }));
    await link('a', '5');
    expect(await begun(person('a'))).toEqual(['Later', 'Earlier']);
    await store.unlink(person('a'));
    expect([await begun(person('a')), await begun(discord('5'))]).toEqual([['Earlier'], ['Later']]);
  });

  test('an office goes back also where it has changed meanwhile, but nobody becomes a chair again whom leadership made a deputy', async () => {
    await store.join({ group: 'wg1', role: 'observer', joining: 'open' }, person('a'));
    await store.appoint({ group: 'wg1', account: 'discord:5', role: 'chair' }, by({ at: far }));
    await link('a', '5');
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'deputy' }, by());
    await store.unlink(discord('5'));
    const { group, events } = await store.readGroup(by(), 'wg1');
    expect(group?.leads).toMatchObject([{ role: 'deputy', member: { accounts: ['discord:5'] } }]);
    expect((await store.readGroup(person('a'), 'wg1')).mine?.role).toBe('observer');
    expect(events.slice(0, 2).map(({ act }) => act)).toEqual(['deputy appointed', 'lead left']);
  });

  /** Who speaks for a group, and as what anybody else belongs to it. */
  const inGroup = async (group: string) => {
    const { leads } = (await store.readGroup(by(), group)).group ?? { leads: [] };
    const { people } = await store.readPeople(by(), group, 0, 9);
    const belong = people.map(({ member, role, state }) => `${member.accounts.join()} ${state} ${role}`);
    return [...leads.map(({ member, role }) => `${member.accounts.join()} ${role}`), ...belong].toSorted();
  };
  const victims = [
    { victim: 'slack:T1:UA', who: 'older' },
    { victim: 'discord:5', who: 'younger' },
  ] as const;

  test.each(victims)('an office goes with the account that it was given to while they were linked, also where that is the $who one', async ({ victim }) => {
    const other = victim === 'discord:5' ? person('a') : discord('5');
    await store.setPersonal({ language: 'en' }, person('a'));
    await store.setPersonal({ language: 'en' }, discord('5', { at: far }));
    await store.join({ group: 'wg1', role: 'observer', joining: 'open' }, other);
    await link('a', '5');
    await store.appoint({ group: 'wg1', account: victim, role: 'chair' }, by());
    await store.unlink(person('a'));
    expect(await inGroup('wg1')).toEqual([`${other.account} in observer`, `${victim} chair`].toSorted());
  });

  test.each(victims)('so does one in a group that neither was in, and the record tells what changed hands; the $who one has it', async ({ victim }) => {
    await store.setPersonal({ language: 'en' }, person('a'));
    await store.setPersonal({ language: 'en' }, discord('5', { at: far }));
    await link('a', '5');
    await store.appoint({ group: 'wg1', account: victim, role: 'chair' }, by());
    await store.unlink(person('a'));
    expect(await inGroup('wg1')).toEqual([`${victim} chair`]);
    const moved = victim === 'discord:5' ? ['chair appointed', 'lead left'] : [];
    expect((await store.readGroup(by(), 'wg1')).events.map(({ act }) => act)).toEqual([...moved, 'chair appointed', 'imported']);
  });

  test('whoever left the group once has no office in it by parting', async () => {
    await store.setPersonal({ language: 'en' }, person('a'));
    await store.join({ group: 'wg1', role: 'member', joining: 'open' }, discord('5', { at: far }));
    await store.leave('wg1', discord('5'));
    await link('a', '5');
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'chair' }, by());
    await store.unlink(person('a'));
    expect(await inGroup('wg1')).toEqual(['discord:5 left member', 'slack:T1:UA chair']);
  });

  test('the chair that somebody was asked to take goes to the account that was asked, whichever of theirs accepted', async () => {
    await store.setPersonal({ language: 'en' }, person('a'));
    await store.appoint({ group: 'wg1', account: 'slack:T1:UC', role: 'chair' }, by());
    await link('a', '5');
    await store.handOver({ group: 'wg1', account: 'discord:5', note: '' }, person('c'));
    expect(await store.acceptChair('wg1', person('a'))).toBe(true);
    await store.unlink(person('a'));
    expect((await store.readGroup(by(), 'wg1')).group?.leads).toMatchObject([{ role: 'chair', member: { accounts: ['discord:5'] } }]);
  });

  test('so does the question, and the chair of a group that came of what one of them offered', async () => {
    const proposal = await file(store);
    await store.setPersonal({ language: 'en' }, person('a'));
    await store.volunteer({ proposal, version: 1, kind: 'lead' }, discord('5', { at: far }));
    await store.setPersonal({ language: 'en' }, discord('6', { at: far }));
    await link('a', '5');
    await link('b', '6');
    await store.volunteer({ proposal, version: 1, kind: 'lead' }, discord('6'));
    await store.moveProposal({ move: 'establish', id: proposal, version: 1, why: 'Good.' }, by());
    expect(await store.acceptChair('wg2', person('a'))).toBe(true);
    await store.unlink(person('a'));
    await store.unlink(person('b'));
    expect((await store.readGroup(by(), 'wg2')).group?.leads).toMatchObject([{ role: 'chair', member: { accounts: ['discord:5'] } }]);
    expect([await store.acceptChair('wg2', person('b')), await store.acceptChair('wg2', discord('6'))]).toEqual([false, true]);
  });

  test('each has back the office that they had, and the one that they were given meanwhile', async () => {
    await store.join({ group: 'wg1', role: 'observer', joining: 'open' }, person('a'));
    await store.appoint({ group: 'wg1', account: 'discord:5', role: 'deputy' }, by({ at: far }));
    await link('a', '5');
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'chair' }, by());
    await store.unlink(discord('5'));
    expect(await inGroup('wg1')).toEqual(['discord:5 deputy', 'slack:T1:UA chair']);
  });

  /** Both become members, 5 as the younger one. */
  const begin = async () => {
    await store.setPersonal({ language: 'en' }, person('a'));
    await store.setPersonal({ language: 'en' }, discord('5', { at: far }));
  };
  const asks = async (who: By, role: MemberRole) => {
    await store.join({ group: 'wg1', role, joining: 'asked' }, who);
  };
  /** The group asks before it lets people in. */
  const closeGroup = async () => {
    const { group } = await store.readGroup(by(), 'wg1');
    await store.recordGroup({ act: 'group changed', id: 'wg1', revision: group?.revision ?? 0, set: { joining: 'asked' }, why: '' }, by());
  };

  test.each([
    { mine: 'observer', theirs: 'editor', after: ['discord:5 in editor', 'slack:T1:UA in observer'] },
    { mine: 'editor', theirs: 'observer', after: ['discord:5 in observer', 'slack:T1:UA in editor'] },
    { mine: 'editor', theirs: 'editor', after: ['discord:5 in editor', 'slack:T1:UA in editor'] },
  ] as const)('two who asked to join as $mine and $theirs and were let in are in as what they asked', async ({ mine, theirs, after }) => {
    await closeGroup();
    await asks(person('a'), mine);
    await asks(discord('5', { at: far }), theirs);
    await link('a', '5');
    expect(await store.answerJoin({ group: 'wg1', account: 'discord:5', admitted: true }, by())).toBe('settled');
    await store.unlink(person('a'));
    expect(await inGroup('wg1')).toEqual(after);
  });

  test('whoever asked and was let in is in, and whoever had left before is credited for what they were alone', async () => {
    await begin();
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'chair' }, by());
    await store.leave('wg1', person('a'));
    await closeGroup();
    await asks(discord('5'), 'member');
    await link('a', '5');
    await store.answerJoin({ group: 'wg1', account: 'discord:5', admitted: true }, by());
    await store.unlink(person('a'));
    expect(await inGroup('wg1')).toEqual(['discord:5 in member', 'slack:T1:UA left chair']);
    await store.dismissMember({ group: 'wg1', account: 'discord:5' }, by());
    expect(await inGroup('wg1')).toEqual(['slack:T1:UA left chair']);
  });

  test('whoever asked and was declined has nothing, and whoever had left before is credited alone', async () => {
    await begin();
    await store.appoint({ group: 'wg1', account: 'discord:5', role: 'chair' }, by());
    await store.leave('wg1', discord('5'));
    await closeGroup();
    await asks(person('a'), 'member');
    await link('a', '5');
    await store.answerJoin({ group: 'wg1', account: 'slack:T1:UA', admitted: false }, by());
    await store.unlink(person('a'));
    expect(await inGroup('wg1')).toEqual(['discord:5 left chair']);
  });

  test('both still ask who asked, also where they asked for something else together', async () => {
    await closeGroup();
    await asks(person('a'), 'observer');
    await asks(discord('5', { at: far }), 'editor');
    await link('a', '5');
    await asks(person('a'), 'member');
    await store.unlink(person('a'));
    expect(await inGroup('wg1')).toEqual(['discord:5 asked editor', 'slack:T1:UA asked member']);
  });

  test.each(victims)('who left as a chair keeps that credit where the office that the other has, the $who one, is left together', async ({ victim }) => {
    const other = victim === 'discord:5' ? person('a') : discord('5');
    await begin();
    await store.appoint({ group: 'wg1', account: other.account, role: 'chair' }, by());
    await store.leave('wg1', other);
    await store.appoint({ group: 'wg1', account: victim, role: 'deputy' }, by());
    await link('a', '5');
    await store.leave('wg1', person('a'));
    await store.unlink(person('a'));
    expect(await inGroup('wg1')).toEqual([`${other.account} left chair`, `${victim} left deputy`].toSorted());
  });

  test.each(victims)('whose office is ended while they were linked, the $who one, has what came of it, and the other what they had', async ({ victim }) => {
    const other = victim === 'discord:5' ? person('a') : discord('5');
    await begin();
    await store.join({ group: 'wg1', role: 'observer', joining: 'open' }, other);
    await store.appoint({ group: 'wg1', account: victim, role: 'deputy' }, by());
    await link('a', '5');
    await store.appoint({ group: 'wg1', account: victim }, by());
    await store.unlink(person('a'));
    expect(await inGroup('wg1')).toEqual([`${other.account} in observer`, `${victim} in member`].toSorted());
    await store.dismissMember({ group: 'wg1', account: victim }, by());
    expect(await inGroup('wg1')).toEqual([`${other.account} in observer`, `${victim} left deputy`].toSorted());
  });

  test.each([
    { mine: undefined, theirs: 'observe', after: ['discord:5 in observer'] },
    { mine: 'review', theirs: undefined, after: ['slack:T1:UA in member'] },
    { mine: 'review', theirs: 'observe', after: ['discord:5 in observer', 'slack:T1:UA in member'] },
    { mine: 'observe', theirs: 'lead', after: ['discord:5 chair', 'slack:T1:UA in observer'] },
    { mine: 'lead', theirs: 'write', after: ['discord:5 in member', 'slack:T1:UA chair'] },
    { mine: 'write', theirs: 'proposes', after: ['discord:5 in member', 'slack:T1:UA in member'] },
    { mine: undefined, theirs: 'proposes', after: ['discord:5 in member'] },
  ] as const)('who volunteered for what became a group belongs to it by themselves: $mine and $theirs', async ({ mine, theirs, after }) => {
    await begin();
    const id = await file(store, undefined, theirs === 'proposes' ? discord('5') : person('proposer'));
    if (mine !== undefined) await store.volunteer({ proposal: id, version: 1, kind: mine }, person('a'));
    if (theirs !== undefined && theirs !== 'proposes') await store.volunteer({ proposal: id, version: 1, kind: theirs }, discord('5'));
    await link('a', '5');
    await store.moveProposal({ move: 'establish', id, version: 1, why: 'Good.' }, by());
    await store.acceptChair('wg2', person('a'));
    await store.unlink(person('a'));
    expect((await inGroup('wg2')).filter((one) => !one.startsWith('slack:T1:UPROPOSER'))).toEqual(after);
  });

  test('nobody who left what became a group is in it by parting', async () => {
    await begin();
    const id = await file(store, undefined, discord('5'));
    await store.volunteer({ proposal: id, version: 1, kind: 'review' }, person('a'));
    await link('a', '5');
    await store.moveProposal({ move: 'establish', id, version: 1, why: 'Good.' }, by());
    await store.leave('wg2', person('a'));
    await store.unlink(person('a'));
    expect(await inGroup('wg2')).toEqual(['slack:T1:UA left member']);
  });

  test('nobody decides on what an account proposed that was theirs once', async () => {
    const establish = (id: string, who: By) => store.moveProposal({ move: 'establish', id, version: 1, why: 'Good.' }, who);
    await store.appointCoordinator('slack:T1:UA', by());
    await link('a', '5');
    const linked = await file(store, undefined, discord('5'));
    await store.unlink(discord('5'));
    expect(await establish(linked, person('a'))).toEqual({ kind: 'own' });
    const before = await file(store, undefined, discord('6'));
    await link('a', '6');
    await store.unlink(discord('6'));
    expect(await establish(before, person('a'))).toEqual({ kind: 'own' });
    expect(await establish(before, by())).toMatchObject({ kind: 'recorded' });
  });

  test('nor with a third account, that of whoever had one with the proposer', async () => {
    const establish = (id: string, who: By) => store.moveProposal({ move: 'establish', id, version: 1, why: 'Good.' }, who);
    const id = await file(store, undefined, discord('5'));
    await link('b', '5');
    await store.unlink(person('b'));
    await link('b', '7');
    expect([await establish(id, person('b')), await establish(id, discord('7'))]).toEqual([{ kind: 'own' }, { kind: 'own' }]);
    await store.unlink(person('b'));
    expect(await establish(id, discord('7'))).toEqual({ kind: 'own' });
    expect(await establish(id, discord('8'))).toMatchObject({ kind: 'recorded' });
  });

  test('whoever is linked with whom they asked to take over hears that nobody is asked any more', async () => {
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'chair' }, by());
    await store.handOver({ group: 'wg1', account: 'discord:5', note: '' }, person('a'));
    await drain(store, far);
    await link('a', '5');
    expect((await drain(store, far)).map(([kind]) => kind).toSorted()).toEqual(['accounts linked', 'chair declined', 'link entered']);
  });

  /** Two chairs of wg1 ask two accounts to take over, one after the other. */
  const askBoth = async (first: By, second: By) => {
    await store.setPersonal({ language: 'en' }, person('a'));
    for (const { account } of [first, second]) await store.appoint({ group: 'wg1', account, role: 'chair' }, by());
    await store.handOver({ group: 'wg1', account: 'slack:T1:UA', note: '' }, first);
    await store.handOver({ group: 'wg1', account: 'discord:5', note: '' }, { ...second, at: far });
    await drain(store, far);
  };

  test('of two chairs who asked one person to take over, the one whose question ends with the link hears of it', async () => {
    await askBoth(person('x'), person('y'));
    await link('a', '5');
    expect(await drain(store, far)).toContainEqual(['chair declined', 'slack:T1:UX']);
    await store.unlink(person('a'));
    expect(await drain(store, far)).toEqual([['accounts parted', 'discord:5']]);
    expect(await store.acceptChair('wg1', person('a'))).toBe(false);
    expect(await store.acceptChair('wg1', discord('5'))).toBe(true);
  });

  test('one chair who asked them with two accounts of their own still asks, and hears nothing', async () => {
    await askBoth(person('x'), discord('6'));
    await link('x', '6');
    await drain(store, far);
    await link('a', '5');
    expect((await drain(store, far)).map(([kind]) => kind)).not.toContain('chair declined');
    expect((await store.readMe(person('a'), real)).chairAsked).toMatchObject([{ id: 'wg1' }]);
  });

  test('one person who joins with both accounts at once has joined once', async () => {
    await link('a', '5');
    const joined = async () => (await store.readPersonal(person('a'))).data.record.filter((row) => row['act'] === 'member joined').length;
    for (let round = 1; round < 6; round += 1) {
      await Promise.all([person('a'), discord('5')].map((who) => store.join({ group: 'wg1', role: 'member', joining: 'open' }, who)));
      expect(await joined()).toBe(round);
      await store.leave('wg1', person('a'));
    }
  }, 60_000);

  test('one person does not hand over to themselves, and acts at once end in an order', async () => {
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'chair' }, by());
    await link('a', '5');
    expect(await store.handOver({ group: 'wg1', account: 'discord:5', note: '' }, person('a'))).toBe('own');
    expect((await store.readGroup(by(), 'wg1')).group?.leads).toHaveLength(1);
    await store.leave('wg1', person('a'));
    const acts = Array.from({ length: 4 }, () => [
      store.join({ group: 'wg1', role: 'editor', joining: 'open' }, person('a')),
      store.leave('wg1', discord('5')),
      store.join({ group: 'wg1', role: 'observer', joining: 'open' }, discord('5')),
    ]);
    await Promise.all(acts.flat());
    const { people } = await store.readGroup(by(), 'wg1');
    expect(people.editor + people.observer + people.left).toBe(1);
  }, 60_000);
});
