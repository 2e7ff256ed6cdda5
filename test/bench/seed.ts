import { operator } from '../../src/core/account.ts';
import { choosePlan } from '../../src/plan/choose.ts';
import { openStore, type Place } from '../../src/store/open.ts';
import { guild, type Kind, team } from './load.ts';

/** How many groups a seeded record has; all of them are active. */
export const groups = 200;

/** The last week of which the groups of a seeded record have told, and its name. */
export const lastTold = { week: '2020-12-28', name: '2020-W53' } as const;

type Run = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

/** So many updates are written by one statement. */
const batch = 20_000;

/**
 * Fills a record with the published plan, so many groups and updates, each with its revision and its event: one a group and week, back from
 * the given one. Nothing was due before the day on which the bench's clock starts.
 */
export async function seed(place: Place, updates: number, last: string = lastTold.week, count: number = groups): Promise<void> {
  const { store, statements, close } = await openStore(place, { queryTimeout: 600_000, durable: false });
  try {
    await store.loadFirst(choosePlan('plan,record'), { account: operator, space: 'terminal:local', at: new Date('2021-10-01T12:00:00Z'), key: 'first plan' });
    await seedGroups(statements, count);
    const bar = progress(`seeding ${updates} updates`, updates);
    for (let from = 1; from <= updates; from += batch) {
      await seedUpdates(statements, [from, Math.min(from + batch - 1, updates), last, updates, count]);
      bar(Math.min(from + batch - 1, updates));
    }
    await statements(`INSERT INTO counter VALUES ('update', $1), ('group', $2) ON CONFLICT (kind) DO UPDATE SET last = excluded.last`, [updates, count]);
  } finally {
    await close();
  }
}

/** So many people, half of them in a workspace and half on a server, each in three of so many groups, which have told of one week. */
export async function seedPeople(place: Place, people: number, count: number): Promise<void> {
  await seed(place, count, lastTold.week, count);
  const { statements, close } = await openStore(place, { queryTimeout: 600_000, durable: false });
  try {
    await statements(`INSERT INTO space (key, state) VALUES ('slack:${team}', 'accepted'), ('discord:${guild}', 'accepted')`);
    await statements(`INSERT INTO member (id, created) SELECT ${memberId}, '2021-01-04T12:00:00Z' FROM generate_series(1, $1::int) AS n`, [people]);
    await statements(
      `INSERT INTO account (key, platform, space, member_id, origin)
       SELECT CASE n % 2 WHEN 0 THEN 'slack:${team}:U' || n ELSE 'discord:' || n END, CASE n % 2 WHEN 0 THEN 'slack' ELSE 'discord' END,
         CASE n % 2 WHEN 0 THEN 'slack:${team}' ELSE 'discord:${guild}' END, ${memberId}, ${memberId} FROM generate_series(1, $1::int) AS n`,
      [people],
    );
    await statements(
      `INSERT INTO membership (group_id, member_id, role, state, since)
       SELECT 'wg' || (1 + (3 * n + k) % $2::int), ${memberId}, 'member', 'in', '2022-01-03T12:00:00Z' FROM generate_series(1, $1::int) AS n, generate_series(0, 2) AS k`,
      [people, count],
    );
  } finally {
    await close();
  }
}

const memberId = `('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid`;

/** The account of the person with a number, as seeded: the even ones are in the workspace, the odd ones on the server. */
export const userOf = (kind: Kind, index: number): string => (kind === 'slack' ? `U${2 + 2 * index}` : String(1 + 2 * index));

/** Writes so many active groups. */
export async function seedGroups(run: Run, count: number): Promise<void> {
  await run(
    `INSERT INTO working_group (id, number, name, since, settled, state_since)
     SELECT 'wg' || n, n, 'Working group ' || n || ' on a subject of some length', '2022-10-03', '2022-10-09T12:00:00Z', '2022-10-09T12:00:00Z' FROM generate_series(1, $1::int) AS n
     ON CONFLICT (id) DO UPDATE SET settled = excluded.settled, state_since = excluded.state_since, since = excluded.since`,
    [count],
  );
}

/** Writes updates from one number to another, back from a week on, of so many in all and so many groups. */
export async function seedUpdates(run: Run, values: readonly [from: number, to: number, last: string, total: number, groups: number]): Promise<void> {
  const numbers = `(SELECT n, $3::date - 7 * (($4::int - n) / $5::int) AS week, 'wg' || (1 + (n - 1) % $5::int) AS group_id FROM generate_series($1::int, $2::int) AS n) AS seeded`;
  const first = `(week + 3)::timestamp AT TIME ZONE 'UTC'`;
  await run(`INSERT INTO progress_update (id, number, group_id, week, revision, first) SELECT 'u' || n, n, group_id, week, 1, ${first} FROM ${numbers}`, [
    ...values,
  ]);
  await run(
    `INSERT INTO update_revision (update_id, revision, status, done, next, help, member, platform, at)
     SELECT 'u' || n, 1, (ARRAY['on track', 'at risk', 'blocked'])[1 + n % 3],
       'We met twice, read what ' || n || ' people had sent us, and agreed on the outline of the second chapter; the notes are in the folder.',
       'Write the chapter''s first two pages, and ask the other groups what they need from it.',
       CASE WHEN n % 10 = 0 THEN 'Somebody who knows public procurement.' END,
       '00000000-0000-4000-8000-000000000001', 'slack', ${first} FROM ${numbers}`,
    [...values],
  );
  await run(
    `INSERT INTO event (at, member, space, act, object, new, key)
     SELECT ${first}, '00000000-0000-4000-8000-000000000001', 'slack:${team}', 'update recorded', 'u' || n,
       jsonb_build_object('group', group_id, 'week', week, 'revision', 1), 'seed ' || n FROM ${numbers}`,
    [...values],
  );
}

/** So many channels of one workspace that get the digest. */
export async function seedChannels(place: Place, channels: number): Promise<void> {
  const { statements, close } = await openStore(place);
  await statements(
    `INSERT INTO subscription (id, space, channel, digest, news, language, weekday, hour, zone, state, configured_by, since)
     SELECT gen_random_uuid(), 'slack:${team}', 'C' || lpad(n::text, 6, '0'), true, true, 'en', 2, 9, 'UTC', 'on',
       '00000000-0000-4000-8000-000000000001', '2022-10-09T12:00:00Z' FROM generate_series(1, $1::int) AS n`,
    [channels],
  );
  await close();
}

/** A bar that moves on a terminal, and nothing in a pipe. */
function progress(title: string, all: number): (done: number) => void {
  const width = 40;
  return (done) => {
    if (!process.stderr.isTTY) return;
    const full = Math.round((done / all) * width);
    process.stderr.write(`\r${title} [${'#'.repeat(full)}${'.'.repeat(width - full)}] ${Math.round((done / all) * 100)} %${done === all ? '\n' : ''}`);
  };
}
