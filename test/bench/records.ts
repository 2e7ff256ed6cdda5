import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { operator } from '../../src/core/account.ts';
import { addDays } from '../../src/core/calendar.ts';
import type { Plan, PlannedMilestone } from '../../src/core/plan.ts';
import { choosePlan } from '../../src/plan/choose.ts';
import { openStore, type Place } from '../../src/store/open.ts';
import type { Run } from './measure.ts';

/** A day for each milestone, around the moment that is asked about, as many before as after. */
function milestone(index: number, count: number): PlannedMilestone {
  const day = addDays('2022-10-10', Math.trunc((index - count / 2) / 4));
  return {
    id: `m${index + 1}`,
    when: { kind: 'day', day },
    text: `Milestone ${index + 1} of a long plan: the working groups report on what they found.`,
    dependsOn: [],
  };
}

function longPlan(count: number): Plan {
  return { source: 'bench', milestones: Array.from({ length: count }, (_, index) => milestone(index, count)), topics: [], groups: [], confirmations: [] };
}

/** Fills a record with so many milestones, each with its event; with none, with the published plan. */
export async function fill(place: Place, count: number): Promise<void> {
  const { store, close } = await openStore(place, { queryTimeout: 600_000 });
  const by = { account: operator, space: 'terminal:local', at: new Date('2021-10-01T12:00:00Z'), key: 'first plan' };
  await store.loadFirst(count === 0 ? choosePlan('plan,record') : longPlan(count), by);
  await close();
}

/** A database of its own on a server, and how to drop it. */
export async function createDatabase(serverUrl: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `is3c_bench_${randomUUID().slice(0, 8)}`;
  await administer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** What a record can be kept in, and how a place for one is made there. */
export type Database = { readonly name: string; make(label: string): Promise<Place> };

/** The embedded database and, where there is one, a server. */
export function databasesOf({ folder, serverUrl, later }: Run): readonly Database[] {
  const embedded: Database = { name: 'embedded', make: (label) => Promise.resolve({ data: join(folder, label) }) };
  if (serverUrl === undefined) return [embedded];
  const server: Database = {
    name: 'PostgreSQL',
    async make() {
      const database = await createDatabase(serverUrl);
      later(() => database.drop());
      return { databaseUrl: database.url };
    },
  };
  return [embedded, server];
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
