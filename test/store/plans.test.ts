import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../src/core/store.ts';
import type { RunStatements } from '../../src/store/statements.ts';
import { seedGroups, seedUpdates } from '../bench/seed.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const groups = 20;
const updates = 8000;
const now = new Date('2022-10-10T12:00:00.000Z');
const sender = { account: 'slack:T1:U1', space: 'slack:T1' };

/** What grows with the years. */
const growing = ['progress_update', 'update_revision', 'event', 'membership', 'owed_message'];

const captured = z.object({ text: z.string(), values: z.array(z.unknown()) });
const lines = z.array(z.object({ 'QUERY PLAN': z.string() }));

/** A value as SQL writes it; a statement that is explained takes none from outside. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]::text[]`;
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}

describe.each(databases)('the plans of what is read on the $name database', ({ make }) => {
  let store: Store;
  let statements: RunStatements;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ store, statements, close } = await openTestStore({ snapshot: false }, make));
    await seedGroups(statements, groups);
    await seedUpdates(statements, [1, updates, '2022-10-03', updates, groups]);
    await store.setPersonal({ language: 'fr' }, by({ ...sender, at: now }));
  });
  afterAll(() => close());
  afterEach(() => vi.restoreAllMocks());

  /** The tables that a statement goes through from end to end, by the one plan that serves every reader. */
  async function scanned(text: string, values: readonly unknown[]): Promise<readonly string[]> {
    const { rows } = await statements(`PREPARE explained AS ${text}; EXPLAIN EXECUTE explained(${values.map(literal).join(', ')}); DEALLOCATE explained`);
    const plan = lines.parse(rows).map((row) => row['QUERY PLAN']);
    return growing.filter((table) => plan.some((line) => new RegExp(`Seq Scan on ${table}( |$)`).test(line)));
  }

  test('the check sees a table that is read from end to end', async () => {
    expect(await scanned('SELECT id FROM progress_update WHERE revision = $1', [2])).toEqual(['progress_update']);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['readActor', () => store.readActor(sender)],
    ['readHome', () => store.readHome(sender, now)],
    ['readOutlook', () => store.readOutlook(sender, now)],
    ['readMilestone', () => store.readMilestone(sender, 'm1')],
    ['readGroups', () => store.readGroups(sender, 0, 10)],
    ['readGroup', () => store.readGroup(sender, 'wg1')],
    ['readPeople', () => store.readPeople(sender, 'wg1', 0, 10)],
    ['readPack', () => store.readPack(sender, 'wg1')],
    ['readDesks', () => store.readDesks(sender, undefined, undefined, now)],
    ['readUpdates', () => store.readUpdates(sender, undefined, {}, 0, 10)],
    ['readUpdates of a group', () => store.readUpdates(sender, 'wg1', { from: '2022-01-01' }, 0, 10)],
    ['readUpdate', () => store.readUpdate(sender, 'u1')],
    ['readDigest', () => store.readDigest(sender, '2022-10-03', now)],
    ['readTopic', () => store.readTopic(sender, 't1')],
    ['readProposal', () => store.readProposal(sender, 'p1')],
    ['readRecorded', () => store.readRecorded(sender, 'key')],
    ['readMe', () => store.readMe(sender, now)],
    ['readStatus', () => store.readStatus(sender, now)],
    ['readWaiting', () => store.readWaiting(now, 10)],
    ['readStuck', () => store.readStuck(now, now, 10)],
    ['readDigestTurn', () => store.readDigestTurn({ space: 'slack:T1', channel: 'C1' }, '2022-10-03')],
    ['readDuties', () => store.readDuties(now)],
  ])('%s goes through nothing from end to end that grows with the years', async (_name, read) => {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    await read();
    const { text, values } = captured.parse(query.mock.calls[0]?.[0]);
    query.mockRestore();
    expect(await scanned(text, values)).toEqual([]);
  });
});
