import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { planOfGroups } from '../support/groups.ts';
import { drain } from '../support/messages.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const later = new Date('2040-01-01');
const terminal = { account: 'terminal:operator', space: 'terminal:local' };

describe.each(databases)('members and spaces on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeAll(async () => ({ store, close } = await openTestStore({ coordinators: ['slack:T1:U1', 'terminal:operator'] }, make)));
  afterAll(() => close());

  test('reading makes nobody a member', async () => {
    const sender = { account: 'discord:100', space: 'discord:9' };
    expect(await store.readActor(sender)).toEqual({ coordinator: false, spaceState: 'unknown' });
    expect(await store.readActor(sender)).not.toHaveProperty('member');
  });

  test('the operator coordinates, and the terminal is accepted, without a row', async () => {
    expect(await store.readActor(terminal)).toMatchObject({ coordinator: true, spaceState: 'accepted' });
    expect(await store.readActor({ account: 'terminal:alice' })).toEqual({ coordinator: false, spaceState: 'accepted' });
  });

  test('whom the configuration names coordinates everywhere, and their Slack workspace is accepted', async () => {
    expect(await store.readActor({ account: 'slack:T1:U1', space: 'slack:T1' })).toEqual({ coordinator: true, spaceState: 'accepted' });
    expect(await store.readActor({ account: 'slack:T1:U2', space: 'slack:T1' })).toEqual({ coordinator: false, spaceState: 'accepted' });
    expect(await store.readActor({ account: 'slack:T1:U1', space: 'discord:5' })).toEqual({ coordinator: true, spaceState: 'unknown' });
    expect(await store.readActor({ account: 'slack:T1:U1' })).toEqual({ coordinator: true, spaceState: 'accepted' });
  });

  test('the first write makes a member, once, also when two come at the same moment', async () => {
    const account = 'slack:T1:U77';
    await Promise.all([
      store.setPersonal({ language: 'fr' }, by({ account, space: 'slack:T1' })),
      store.setPersonal({ language: 'fr' }, by({ account, space: 'slack:T1' })),
    ]);
    const actor = await store.readActor({ account, space: 'slack:T1' });
    const known = { coordinator: false, language: 'fr', spaceState: 'accepted', home: 'slack:T1' };
    expect(actor).toEqual({ member: expect.stringMatching(/^[0-9a-f-]{36}$/), ...known });
  });

  test('the record says that a language was chosen, and not which', async () => {
    const given = by({ account: 'slack:T1:U78', space: 'slack:T1' });
    await store.setPersonal({ language: 'fr' }, given);
    await store.setPersonal({ language: 'en' }, given);
    const { actor, event } = await store.readRecorded(given, given.key);
    expect(actor.language).toBe('fr');
    expect(event).toEqual({ at: given.at, member: actor.member, space: 'slack:T1', act: 'language set', object: actor.member });
  });

  test('of personal settings the record says that something was chosen, and not what', async () => {
    const given = by({ account: 'slack:T1:U79', space: 'slack:T1' });
    await store.setPersonal({ language: 'fr', zone: 'Europe/Paris', reminders: 'never', absence: { from: '2022-08-01' } }, given);
    const { actor, event } = await store.readRecorded(given, given.key);
    expect(actor).toMatchObject({ language: 'fr', zone: 'Europe/Paris' });
    expect(event).toEqual({ at: given.at, member: actor.member, space: 'slack:T1', act: 'settings changed', object: actor.member });
    const zone = by({ ...given, key: 'zone alone' });
    await store.setPersonal({ zone: 'UTC' }, zone);
    expect((await store.readRecorded(zone, zone.key)).event?.act).toBe('settings changed');
  });

  test('whoever chose no language is written to in that of their app, as it was told when they acted last', async () => {
    await store.loadFirst(planOfGroups(2), by());
    const account = 'slack:T1:U80';
    const chair = { account, space: 'slack:T1' };
    const languages = async () => {
      const { group } = await store.readGroup(terminal, 'wg1');
      return [
        group?.leads[0]?.member.language,
        (await store.readWaiting(later, 50)).find(({ to }) => to.kind === 'person' && to.account === account)?.language,
      ];
    };
    await store.setPersonal({ zone: 'Europe/Paris' }, by({ ...chair, locale: 'fr-FR' }));
    expect(await store.readActor(chair)).toMatchObject({ locale: 'fr-FR' });
    await store.appoint({ group: 'wg1', account, role: 'chair' }, by());
    expect(await languages()).toEqual(['fr', 'fr']);
    await drain(store, later);
    await store.setPersonal({ zone: 'Europe/London' }, by({ ...chair, locale: 'en-GB' }));
    await store.setPersonal({ zone: 'Europe/London' }, by(chair));
    await store.appoint({ group: 'wg2', account, role: 'chair' }, by());
    expect(await languages()).toEqual(['en', 'en']);
    await store.setPersonal({ language: 'fr' }, by({ ...chair, locale: 'en-GB' }));
    expect((await languages())[0]).toBe('fr');
  });

  test('whoever never acted is written to in the language that the platform told when they were named, until they act', async () => {
    const account = 'slack:T1:UNEW';
    const languages = async () =>
      (await store.readWaiting(later, 50)).flatMap(({ to, language }) => (to.kind === 'person' && to.account === account ? [language] : []));
    await store.appoint({ group: 'wg1', account, role: 'chair', locale: 'fr-FR' }, by());
    expect(await languages()).toEqual(['fr']);
    await drain(store, later);
    await store.handOver({ group: 'wg1', account: 'slack:T1:UNEXT', note: '', locale: 'fr-CA' }, by({ account, space: 'slack:T1', locale: 'en-GB' }));
    expect((await store.readWaiting(later, 50)).map(({ language }) => language)).toEqual(['fr']);
    await drain(store, later);
    await store.appoint({ group: 'wg2', account, role: 'chair', locale: 'fr-FR' }, by());
    expect(await languages()).toEqual(['en']);
    expect(await store.appointCoordinator('slack:T1:ULEAD', by(), 'fr-FR')).toBe('appointed');
    expect((await store.readActor({ account: 'slack:T1:ULEAD' })).locale).toBe('fr-FR');
  });

  test('a later space asks, waits, and is accepted once', async () => {
    const asker = { account: 'discord:200', space: 'discord:20' };
    await store.askForSpace(by(asker));
    await store.askForSpace(by({ ...asker, account: 'discord:201' }));
    expect((await store.readActor(asker)).spaceState).toBe('waiting');
    expect((await store.readSetup(terminal)).waitingSpaces).toEqual([
      { key: 'discord:20', state: 'waiting', askedAt: by().at, asker: expect.objectContaining({ accounts: ['discord:200'] }) },
    ]);
    expect((await store.readHome(terminal, by().at)).waitingSpaces).toHaveLength(1);
    expect((await store.readHome(asker, by().at)).waitingSpaces).toEqual([]);
    expect(await store.acceptSpace('discord:21', by())).toBe(false);
    const acceptance = by();
    expect(await store.acceptSpace('discord:20', acceptance)).toBe(true);
    expect(await store.acceptSpace('discord:20', acceptance)).toBe(true);
    expect(await store.acceptSpace('discord:20', by())).toBe(false);
    expect((await store.readActor(asker)).spaceState).toBe('accepted');
    expect((await store.readSetup(terminal)).waitingSpaces).toEqual([]);
  });

  test('a space can be accepted from within, without having asked', async () => {
    expect(await store.acceptSpace('discord:30', by({ account: 'slack:T1:U1', space: 'discord:30' }))).toBe(true);
    expect((await store.readActor({ account: 'discord:300', space: 'discord:30' })).spaceState).toBe('accepted');
  });

  test('a direct message counts as from the space that its account wrote from', async () => {
    expect((await store.readActor({ account: 'discord:400' })).spaceState).toBe('unknown');
    await store.askForSpace(by({ account: 'discord:400', space: 'discord:40' }));
    expect((await store.readActor({ account: 'discord:400' })).spaceState).toBe('waiting');
    await store.acceptSpace('discord:40', by());
    expect((await store.readActor({ account: 'discord:400' })).spaceState).toBe('accepted');
    await store.askForSpace(by({ account: 'discord:400', space: 'discord:41' }));
    expect((await store.readActor({ account: 'discord:400' })).spaceState).toBe('accepted');
  });

  test('whoever asked in vain belongs to the accepted space from which they write later', async () => {
    const account = 'discord:500';
    await store.askForSpace(by({ account, space: 'discord:50' }));
    await store.acceptSpace('discord:51', by({ account: 'slack:T1:U1', space: 'discord:51' }));
    await store.setPersonal({ language: 'en' }, by({ account, space: 'discord:51' }));
    expect((await store.readActor({ account })).spaceState).toBe('accepted');
  });

  test('nobody claims a deployment whose configuration names a coordinator', async () => {
    expect(await store.claim(by({ account: 'discord:600', space: 'discord:60' }))).toBe(false);
    expect((await store.readSetup({ account: 'discord:600' })).hasCoordinator).toBe(true);
  });

  test('a coordinator is appointed in every space, and dismissed', async () => {
    const account = 'discord:700000000000000007';
    const appointment = by();
    await store.appointCoordinator(account, appointment);
    expect(await store.readActor({ account, space: 'discord:71' })).toMatchObject({ coordinator: true, spaceState: 'unknown' });
    const { event } = await store.readRecorded(terminal, appointment.key);
    expect(event?.act).toBe('appointed');
    expect(JSON.stringify(event)).not.toContain('700000000000000007');
    const dismissal = by();
    expect(await store.dismissCoordinator(account, dismissal)).toBe('dismissed');
    expect(await store.dismissCoordinator(account, dismissal)).toBe('dismissed');
    expect(await store.dismissCoordinator(account, by())).toBe('unknown');
    expect(await store.dismissCoordinator('slack:T1:U1', by())).toBe('unknown');
    expect(await store.dismissCoordinator('terminal:operator', by())).toBe('unknown');
  });
});

describe.each(databases)('the first coordinator on the $name database', ({ make }) => {
  test('of many claims at the same moment exactly one wins, and its space is accepted', async () => {
    const { store, close } = await openTestStore({}, make);
    try {
      expect((await store.readSetup(terminal)).hasCoordinator).toBe(false);
      const claims = Array.from({ length: 8 }, (_, index) => by({ account: `discord:${index}`, space: `discord:90${index}` }));
      const won = await Promise.all(claims.map((given) => store.claim(given)));
      expect(won.filter(Boolean)).toEqual([true]);
      const winner = claims[won.indexOf(true)] ?? by();
      expect(await store.readActor(winner)).toMatchObject({ coordinator: true, spaceState: 'accepted' });
      expect(await store.claim(winner)).toBe(true);
      expect(await store.claim({ ...winner, key: 'later' })).toBe(false);
      expect((await store.readSetup({ account: 'discord:1000' })).hasCoordinator).toBe(true);
    } finally {
      await close();
    }
  });

  test('the last one beside the operator stays until another is appointed', async () => {
    const { store, close } = await openTestStore({}, make);
    try {
      await store.appointCoordinator('discord:1', by());
      expect(await store.dismissCoordinator('discord:1', by())).toBe('last');
      await store.appointCoordinator('discord:2', by());
      const dismissed = await Promise.all([store.dismissCoordinator('discord:1', by()), store.dismissCoordinator('discord:2', by())]);
      expect(dismissed.toSorted()).toEqual(['dismissed', 'last']);
    } finally {
      await close();
    }
  });

  test('a key that asked for a space claims nothing when it is used again', async () => {
    const { store, close } = await openTestStore({}, make);
    try {
      await store.appointCoordinator('discord:1', by());
      const given = by({ account: 'discord:2', space: 'discord:20' });
      await store.askForSpace(given);
      expect(await store.claim(given)).toBe(false);
    } finally {
      await close();
    }
  });
});
