import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NewMessage } from '../../src/core/notice.ts';
import type { Store } from '../../src/core/store.ts';
import type { PrismaClient } from '../../src/store/generated/client.ts';
import { oweMessages } from '../../src/store/owe-messages.ts';
import { facts, planOfGroups, update } from '../support/groups.ts';
import { by, databases, openTables } from '../support/store.ts';

const home = { space: 'discord:9', channel: '90' };
const late = new Date('2022-03-21T12:00:00.000Z');

describe.each(databases)('what an update owes on the $name database', ({ make }) => {
  let store: Store;
  let client: PrismaClient;
  let close: () => Promise<void>;
  let heard = 0;
  const hear = (): void => {
    heard += 1;
  };
  beforeAll(async () => {
    ({ store, client, close } = await openTables(make, hear));
    await store.loadFirst(planOfGroups(8), by());
    await store.recordGroup({ act: 'group changed', id: 'wg1', revision: 1, set: { channel: home }, why: '' }, by());
  });
  afterAll(() => close());
  beforeEach(async () => {
    await client.message.deleteMany();
    heard = 0;
  });

  const owedNow = () => client.message.findMany({ orderBy: { number: 'asc' } });

  /** A channel that gets news, with the digest of a week claimed where one is named. */
  async function informed(channel: string, facts: { news?: boolean; state?: string; week?: string; language?: string }): Promise<void> {
    const { news = true, state = 'on', week, language = 'fr' } = facts;
    const id = randomUUID();
    const usual = { digest: true, weekday: 2, hour: 9, zone: 'UTC', configuredBy: randomUUID(), since: late };
    await client.subscription.create({ data: { id, space: 'slack:T1', channel, news, state, language, ...usual } });
    if (week !== undefined) await client.claim.create({ data: { key: `digest ${id} ${week}`, at: late, due: late, skipped: false } });
  }

  test('the group’s channel hears of a first record, and of no revision', async () => {
    const given = by();
    const { value } = await store.recordUpdate(update('wg1', '2022-03-14'), given);
    await store.recordUpdate(update('wg1', '2022-03-14'), given);
    await store.recordUpdate(update('wg1', '2022-03-14', { revision: 1, facts: { ...facts, done: 'More.' } }), by());
    await store.recordUpdate(update('wg1', '2022-03-14'), by());
    expect(await owedNow()).toEqual([
      expect.objectContaining({
        notice: { kind: 'update recorded', update: value.id },
        to: { kind: 'channel', ...home },
        target: '{"kind":"channel","space":"discord:9","channel":"90"}',
        space: 'discord:9',
        language: null,
        otherwise: null,
        state: 'owed',
        due: given.at,
        attempts: 0,
      }),
    ]);
    expect(heard).toBe(1);
  });

  test('a group without a channel owes nothing', async () => {
    await store.recordUpdate(update('wg2', '2022-03-14'), by());
    expect(await owedNow()).toEqual([]);
    expect(heard).toBe(0);
  });

  test('a late update is told where its week’s digest was promised, and nowhere else', async () => {
    await store.recordUpdate(update('wg3', '2022-03-14'), by({ at: new Date(late.getTime() - 1) }));
    await informed('C1', { week: '2022-03-14' });
    await informed('C2', { week: '2022-03-07' });
    await informed('C3', { week: '2022-03-14', news: false });
    await informed('C4', { week: '2022-03-14', state: 'off' });
    await informed('C5', {});
    expect(await owedNow()).toEqual([]);
    const { value } = await store.recordUpdate(update('wg4', '2022-03-14'), by({ at: late }));
    expect(await owedNow()).toEqual([
      expect.objectContaining({
        notice: { kind: 'update late', update: value.id },
        to: { kind: 'channel', space: 'slack:T1', channel: 'C1' },
        language: 'fr',
        due: late,
      }),
    ]);
    expect(heard).toBe(1);
  });

  test('what cannot be recorded owes nothing', async () => {
    const given = by();
    await store.setPersonal({ language: 'en' }, given);
    await expect(store.recordUpdate(update('wg1', '2022-03-28'), given)).rejects.toThrow();
    expect(await owedNow()).toEqual([]);
    expect(heard).toBe(0);
  });

  test.each<[NewMessage['to'], string, string]>([
    [{ kind: 'person', account: 'slack:T1:U1' }, '{"kind":"person","account":"slack:T1:U1"}', 'slack:T1'],
    [{ kind: 'person', account: 'discord:7' }, '{"kind":"person","account":"discord:7"}', 'discord'],
    [{ kind: 'person', account: 'terminal:alice' }, '{"kind":"person","account":"terminal:alice"}', 'terminal:local'],
    [{ channel: 'C1', kind: 'channel', space: 'slack:T1' }, '{"kind":"channel","space":"slack:T1","channel":"C1"}', 'slack:T1'],
  ])('a message to %j is told from others, and counts for a space', async (to, target, space) => {
    await client.$transaction((tx) =>
      oweMessages(tx, [{ notice: { kind: 'update recorded', update: 'u1' }, to, otherwise: { kind: 'channel', ...home } }], late),
    );
    expect(await owedNow()).toEqual([expect.objectContaining({ to, target, space, otherwise: { kind: 'channel', ...home } })]);
  });
});
