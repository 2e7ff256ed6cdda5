import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportLife, type PersonalKind, personalKinds } from '../../src/core/personal.ts';
import type { By, Store } from '../../src/core/store.ts';
import type { RunStatements } from '../../src/store/statements.ts';
import { planOfGroups, update } from '../support/groups.ts';
import { confirmLink } from '../support/links.ts';
import { drain } from '../support/messages.ts';
import { when } from '../support/milestones.ts';
import { file, person, proposalText } from '../support/proposals.ts';
import { by, databases, deadlocks, openTestStore } from '../support/store.ts';

const later = new Date('2030-01-01T00:00:00Z');
const real = new Date('2022-03-15T12:00:00Z');
const slack = 'slack:T1:UA';
const discord = 'discord:900';

/** What each table holds about a person; a column of a kind of its own stands beside it. A new table or column fails the test until it is named here. */
const tables: Readonly<Record<string, PersonalKind | 'nobody'>> = {
  account: 'accounts',
  balance: 'nobody',
  balance_member: 'topics',
  chair_offer: 'groups',
  claim: 'nobody',
  counter: 'nobody',
  event: 'record',
  export_link: 'codes',
  interest: 'topics',
  lead: 'groups',
  leadership_channel: 'channels',
  link_code: 'codes',
  link_try: 'codes',
  member: 'settings',
  member_alias: 'accounts',
  membership: 'groups',
  milestone: 'nobody',
  milestone_proposal: 'proposals',
  offer: 'help',
  owed_message: 'messages',
  posted_card: 'nobody',
  progress_update: 'nobody',
  proposal: 'proposals',
  proposal_draft: 'drafts',
  proposal_version: 'proposals',
  setting: 'nobody',
  space: 'channels',
  subscription: 'channels',
  topic: 'nobody',
  topic_wording: 'record',
  update_revision: 'updates',
  working_group: 'nobody',
};

describe.each(databases)('what is stored about people on the $name database', ({ make }) => {
  let store: Store;
  let statements: RunStatements;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, statements, close } = await openTestStore({}, make));
    await store.loadFirst({ ...planOfGroups(3), topics: [{ id: 't1', text: 'About t1.' }] }, by());
    await store.acceptSpace('slack:T1', person('lead'));
  });
  afterEach(() => close());

  const a = (facts: Partial<By> = {}) => person('a', facts);
  const elsewhere = () => by({ account: discord, space: 'discord:1' });
  const dataOf = async (account: string) => (await store.readPersonal({ account })).data;

  /** Somebody who has done everything that leaves a trace. */
  async function live(): Promise<void> {
    await store.setPersonal({ language: 'fr', zone: 'Europe/Paris', absence: { from: '2022-08-01' } }, a({ locale: 'fr-FR' }));
    await store.appoint({ group: 'wg1', account: slack, role: 'chair' }, by());
    await store.join({ group: 'wg2', role: 'editor', joining: 'open' }, elsewhere());
    await store.recordUpdate(update('wg1', '2022-03-14', { facts: { status: 'on track', done: 'A draft of mine.' } }), a());
    await store.sayInterest({ topic: 't1', version: 1, kind: 'lead' }, elsewhere());
    const own = await file(store, 't1', a(), proposalText({ name: 'My group' }));
    await store.volunteer({ proposal: own, version: 1, kind: 'lead' }, a());
    await store.keepDraft({ name: 'Half', problem: '', deliverable: '', ending: '', milestone: '' }, undefined, a());
    await store.subscribe({ space: 'slack:T1', channel: 'C1' }, { digest: true, news: true, language: 'en', weekday: 2, hour: 9, zone: 'UTC' }, a());
    await store.leadFrom({ space: 'slack:T1', channel: 'CLEAD', language: 'en' }, a());
    const { code } = await store.offerLink(a(), by().at);
    await store.enterLink('WRNG2345', false, a(), by().at);
    await store.enterLink(code, true, elsewhere(), by().at);
    await confirmLink(store, a(), by().at);
    await store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: 'From me to you.' }, a());
    await store.moveProposal({ move: 'ask', id: own, version: 1, why: 'Shorter.' }, person('lead'));
  }

  /** Every row of every table as text. */
  async function everything(): Promise<string> {
    const rows: string[] = [];
    await store.dump(async (dump) => {
      for await (const { table, row } of dump.rows()) rows.push(`${table} ${row}`);
    });
    return rows.join('\n');
  }

  test('every table is known to hold something about people, or nothing', async () => {
    const { rows } = await statements(
      "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> '_prisma_migrations'",
    );
    expect(rows.map((row) => Object.values(row ?? {})[0]).toSorted()).toEqual(Object.keys(tables).toSorted());
    const named = new Set(Object.values(tables));
    expect(personalKinds.filter((kind) => !named.has(kind))).toEqual([]);
  });

  test('every column that holds a member or an account is in a table of which that is known', async () => {
    const { rows } = await statements(
      "SELECT DISTINCT table_name::text AS name FROM information_schema.columns WHERE table_schema = current_schema() AND (column_name ~ 'member|account|_by$|asker' OR column_name = 'to')",
    );
    const holding = rows.map((row) => String(Object.values(row ?? {})[0]));
    expect(holding.filter((name) => tables[name] === 'nobody')).toEqual([]);
    expect(holding.length).toBeGreaterThan(15);
  });

  test('all of it is shown to whoever it is about, from any of their accounts, and nothing to others', async () => {
    await live();
    const data = await dataOf(discord);
    expect(await dataOf(slack)).toEqual(data);
    expect(personalKinds.filter((kind) => data[kind].length === 0)).toEqual([]);
    expect(data.accounts.map((row) => row['account']).toSorted()).toEqual([discord, slack]);
    expect(data.accounts).toMatchObject([{ locale: null }, { locale: 'fr-FR' }]);
    expect(data.settings).toMatchObject([{ language: 'fr', timeZone: 'Europe/Paris', awayFrom: '2022-08-01' }]);
    expect(data.groups).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ group: 'wg1', role: 'chair' }), expect.objectContaining({ group: 'wg2', role: 'editor' })]),
    );
    expect(data.updates).toMatchObject([{ group: 'wg1', done: 'A draft of mine.' }]);
    expect(data.drafts).toMatchObject([{ name: 'Half' }]);
    expect(data.record.map((row) => row['act'])).toEqual(
      expect.arrayContaining(['update recorded', 'member joined', 'interest said', 'proposal filed', 'link entered']),
    );
    const nobody = await dataOf('slack:T1:UZ');
    expect(Object.values(nobody).flat()).toEqual([]);
    expect(JSON.stringify(await dataOf('slack:T1:UB'))).not.toContain('My group');
  });

  test('what others did about somebody is shown to them, without who or where', async () => {
    await store.appoint({ group: 'wg1', account: 'slack:T1:UC', role: 'chair' }, by());
    await store.appoint({ group: 'wg2', account: discord, role: 'deputy' }, person('lead'));
    await store.recordGroup({ act: 'group changed', id: 'wg1', revision: 1, set: { joining: 'asked' }, why: '' }, by());
    await store.join({ group: 'wg1', role: 'observer', joining: 'asked' }, elsewhere());
    await store.answerJoin({ group: 'wg1', account: discord, admitted: true }, person('c'));
    await store.dismissMember({ group: 'wg1', account: discord }, person('c'));
    await store.appointCoordinator(discord, by());
    const data = await dataOf(discord);
    const told = data.record.map(({ act, by: who, space }) => [act, who, space]);
    expect(told).toEqual([
      ['deputy appointed', 'somebody else', null],
      ['join asked', 'you', 'discord:1'],
      ['member admitted', 'somebody else', null],
      ['member dismissed', 'somebody else', null],
      ['appointed', 'somebody else', null],
    ]);
    expect(data.messages.map(({ about, to }) => [about, to])).toContainEqual(['join asked', 'somebody else']);
    const { code } = await store.offerLink(a(), by().at);
    await store.enterLink(code, true, elsewhere(), by().at);
    await confirmLink(store, a(), by().at);
    expect((await dataOf(slack)).record.map(({ act }) => act)).toEqual(expect.arrayContaining(['deputy appointed', 'member dismissed', 'accounts linked']));
    expect((await dataOf('slack:T1:UC')).record.map(({ act }) => act)).toEqual(['chair appointed', 'member admitted', 'member dismissed']);
  });

  test('an address of it works for an hour, and only the last one', async () => {
    await live();
    const first = await store.offerExport(a(), real);
    const offer = await store.offerExport(a(), real);
    expect(offer?.until.getTime()).toBe(real.getTime() + exportLife);
    const soon = new Date(real.getTime() + exportLife - 1);
    const { codes: _, ...data } = (await store.readExport(offer?.token ?? '', soon)) ?? {};
    expect(await dataOf(slack)).toMatchObject(data);
    expect(data).toHaveProperty('updates');
    expect(await store.readExport(first?.token ?? '', real)).toBeUndefined();
    expect(await store.readExport(offer?.token ?? '', new Date(real.getTime() + exportLife))).toBeUndefined();
    expect(await store.readExport('', real)).toBeUndefined();
    expect(await store.offerExport(person('nobody'), real)).toBeUndefined();
    expect(await everything()).not.toContain(offer?.token);
  });

  test('whoever leaves the record is found nowhere in it, and what they did stays', async () => {
    await live();
    await store.appointCoordinator('discord:1', by());
    const before = await everything();
    for (const trace of [slack, discord, 'From me to you.', 'Half']) expect(before).toContain(trace);
    const press = elsewhere();
    expect(await store.forget(press)).toEqual({ kind: 'forgotten', proposals: ['p1'] });
    expect(await store.forget(press)).toEqual({ kind: 'forgotten', proposals: ['p1'] });
    expect(await store.forget(elsewhere())).toEqual({ kind: 'forgotten', proposals: ['p1'] });
    const after = await everything();
    for (const trace of [`"${slack}"`, discord, 'From me to you.', 'Half', 'Europe/Paris']) expect(after).not.toContain(trace);
    for (const kept of ['A draft of mine.', 'My group', 'member forgotten']) expect(after).toContain(kept);
    expect((await store.readActor({ account: discord })).member).toBeUndefined();
    expect((await store.readUpdate({ account: 'slack:T1:UB' }, 'u1')).writers).toEqual([]);
    expect((await store.readProposal({ account: 'slack:T1:UB' }, 'p1')).proposer).toBeUndefined();
    expect((await store.readTopics({ account: 'slack:T1:UB' }, 0, 50)).topics[0]?.counts).toEqual({ join: 0, lead: 0 });
  });

  test('a group that loses its chair so is told to leadership, also where somebody is asked', async () => {
    await store.appointCoordinator('discord:1', by());
    for (const group of ['wg1', 'wg2']) await store.appoint({ group, account: slack, role: 'chair' }, by());
    await store.handOver({ group: 'wg2', account: 'slack:T1:UB', note: 'Mine.' }, a());
    await drain(store, later);
    await store.forget(a());
    expect(await drain(store, later)).toEqual([
      ['chair wanted', 'discord:1'],
      ['chair wanted', 'discord:1'],
    ]);
    expect(await store.acceptChair('wg2', person('b'))).toBe(true);
    expect((await store.readGroup({ account: discord }, 'wg2')).group?.leads).toMatchObject([{ role: 'chair' }]);
  });

  const establish = (on: Store, id: string, who: By) => on.moveProposal({ move: 'establish', id, version: 1, why: '' }, who);

  test('what whoever leaves proposed stays open with its volunteers, and is not theirs to decide on as somebody new', async () => {
    await store.appointCoordinator('slack:T1:ULEAD', by());
    const id = await file(store, undefined, a());
    await store.volunteer({ proposal: id, version: 1, kind: 'write' }, person('b'));
    await store.forget(a());
    await store.appointCoordinator(slack, by());
    expect(await establish(store, id, a())).toEqual({ kind: 'own' });
    const known = [{ proposal: id, state: 'proposed', what: 'a fingerprint of your account' }];
    expect((await dataOf(slack)).proposals).toMatchObject(known);
    for (let times = 0; times < 2; times += 1) {
      expect(await store.forget(a())).toEqual({ kind: 'forgotten', proposals: [id] });
      expect((await dataOf(slack)).proposals).toMatchObject(known);
    }
    await store.appointCoordinator(slack, by());
    expect(await establish(store, id, a())).toEqual({ kind: 'own' });
    expect(await store.readProposal({ account: 'terminal:local' }, id)).toMatchObject({ overview: { proposal: { state: 'proposed' }, counts: { write: 1 } } });
    expect(await establish(store, id, by())).toMatchObject({ kind: 'recorded' });
    expect((await dataOf(slack)).proposals).toEqual([]);
    expect(await store.forget(a())).toEqual({ kind: 'forgotten', proposals: [] });
    const { rows } = await statements(`SELECT origins, fingerprints FROM proposal WHERE id = '${id}'`);
    expect(rows).toEqual([{ origins: [], fingerprints: [] }]);
  });

  test('nor once whoever is back has linked another account, and parted it', async () => {
    const id = await file(store, undefined, a());
    await store.forget(a());
    const { code } = await store.offerLink(a(), real);
    await store.enterLink(code, true, elsewhere(), real);
    await confirmLink(store, a(), real);
    await store.unlink(a());
    await store.appointCoordinator(discord, by());
    expect(await establish(store, id, elsewhere())).toEqual({ kind: 'own' });
  });

  test('nor for whoever leads by configuration, or by claim where nobody leads beside', async () => {
    const configured = await openTestStore({ coordinators: [slack] }, make);
    for (const on of [configured.store, store]) {
      const id = await file(on, undefined, a());
      await on.forget(a());
      if (on === store) expect(await on.claim(a())).toBe(true);
      expect(await establish(on, id, a())).toEqual({ kind: 'own' });
    }
    await configured.close();
  });

  test('what is sent to a coordinator of the configuration who never acted is shown to them, and forgotten', async () => {
    const configured = await openTestStore({ coordinators: ['slack:T1:UA'] }, make);
    await file(configured.store, undefined, person('b'));
    const messages = async (account: string) => (await configured.store.readPersonal({ account })).data.messages.map(({ about }) => about);
    expect([await messages(slack), await messages('slack:T1:UZ')]).toEqual([['proposal filed'], []]);
    expect(await configured.store.forget(a())).toEqual({ kind: 'forgotten', proposals: [] });
    expect([await messages(slack), await configured.store.forget(a())]).toEqual([[], { kind: 'nobody' }]);
    await configured.close();
  });

  test('nobody forgets a coordinator of the configuration from an account that was linked with theirs', async () => {
    const configured = await openTestStore({ coordinators: ['slack:T1:UA'] }, make);
    const other = () => by({ account: 'discord:5', space: 'discord:1' });
    await configured.store.setPersonal({ language: 'en' }, a());
    await configured.store.enterLink((await configured.store.offerLink(other(), real)).code, true, a(), real);
    await confirmLink(configured.store, other(), real);
    expect(await configured.store.forget(other())).toEqual({ kind: 'coordinates' });
    expect(await configured.store.forget(a())).toEqual({ kind: 'forgotten', proposals: [] });
    await configured.close();
  });

  test.each([
    ['with another account of theirs', false],
    ['with an account that was theirs once', true],
  ])('an account that is forgotten with its space decides no more on what was proposed %s', async (_, parted) => {
    const configured = await openTestStore({ coordinators: [slack] }, make);
    const dora = () => by({ account: 'discord:5', space: 'discord:1' });
    const id = await file(configured.store, undefined, dora());
    const { code } = await configured.store.offerLink(a(), real);
    await configured.store.enterLink(code, true, dora(), real);
    await confirmLink(configured.store, a(), real);
    if (parted) await configured.store.unlink(a());
    await configured.store.noteGone('slack:T1', later);
    await configured.store.eraseDue(new Date(later.getTime() + 15 * 86_400_000), real);
    expect((await configured.store.readActor({ account: slack })).member).toBeUndefined();
    expect(await establish(configured.store, id, a())).toEqual({ kind: 'own' });
    expect(await establish(configured.store, id, by())).toMatchObject({ kind: 'recorded' });
    await configured.close();
  });

  test('the history of a group says that whoever spoke for it has left, and not who', async () => {
    await store.appoint({ group: 'wg1', account: slack, role: 'chair' }, by());
    const { member } = await store.readActor({ account: slack });
    await store.forget(a());
    const { events } = await store.readGroup({ account: discord }, 'wg1');
    expect(events.slice(0, 2)).toMatchObject([
      { act: 'lead left', member, old: { role: 'chair' } },
      { act: 'chair appointed', new: { member } },
    ]);
    expect(JSON.stringify(events)).not.toContain(slack);
  });

  test('nothing more is sent to somebody who is forgotten', async () => {
    await store.appoint({ group: 'wg1', account: 'slack:T1:UC', role: 'chair' }, by());
    await store.handOver({ group: 'wg1', account: slack, note: '' }, person('c'));
    await store.forget(a());
    expect(await drain(store, later)).not.toContainEqual(['handover asked', slack]);
  });

  test('nor where something is proposed to them, or decided of theirs, at the same moment', async () => {
    const planned = { when: when('2023-05'), source: 'wg1' };
    const propose = (who: By) => store.proposeMilestone({ text: 'A workshop.', planned, dependsOn: [], group: 'wg1' }, { ...who, key: randomUUID() });
    const leaving = Array.from({ length: 12 }, (_, index) => person(`leaving${index}`));
    for (const { account } of leaving) await store.appointCoordinator(account, by());
    await Promise.all(leaving.flatMap((one) => [propose(a()), store.forget(one)]));
    const proposing = Array.from({ length: 12 }, (_, index) => person(`proposing${index}`));
    const ids: string[] = [];
    for (const one of proposing) ids.push((await propose(one)).value.id);
    const decide = (id: string) => store.decideMilestone({ id, accepted: false, why: 'Not now.' }, person('lead', { key: randomUUID() }));
    await Promise.all(proposing.flatMap((one, index) => [decide(ids[index] ?? ''), store.forget(one)]));
    const told = new Set((await drain(store, later)).map(([, to]) => to));
    expect([...leaving, ...proposing].map(({ account }) => account).filter((account) => told.has(account))).toEqual([]);
  });

  test('coordinators who chair leave at once, and nobody waits for anybody in vain', async () => {
    const leaving = ['1', '2', '3'].map((number) => ({ group: `wg${number}`, who: person(`leads${number}`) }));
    for (const { group, who } of leaving) {
      await store.appointCoordinator(who.account, by());
      await store.appoint({ group, account: who.account, role: 'chair' }, by());
    }
    const before = await deadlocks(statements);
    const left = await Promise.all(leaving.map(({ who }) => store.forget({ ...who, key: randomUUID() })));
    expect(left.map(({ kind }) => kind)).toEqual(['forgotten', 'forgotten', 'forgotten']);
    expect(await deadlocks(statements)).toEqual(before);
  });

  test('who acts again begins anew', async () => {
    await live();
    await store.forget(a());
    await store.join({ group: 'wg3', role: 'member', joining: 'open' }, a());
    const data = await dataOf(slack);
    expect(data.updates).toEqual([]);
    expect(data.record.map((row) => row['act'])).toEqual(['member joined']);
    expect((await store.readActor({ account: slack })).leads).toBeUndefined();
  });
});
