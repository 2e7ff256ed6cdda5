import type pg from 'pg';
import type { ActorFacts, Sender } from '../core/store.ts';
import { type ActorRow, actorColumns, actorQuery, senderValues, toActor } from './actor.ts';
import type { Rights } from './rights.ts';

export type Reading = { readonly pool: pg.Pool; readonly rights: Rights };

/** One statement, prepared once on each connection under its name, that answers one row with the sender in it. */
type Statement = { readonly name: string; readonly text: string };

/** A reading statement: `queries` and `columns` stand beside those of the sender, and their values begin at $3. */
export function statement(name: string, { queries = [], columns }: { readonly queries?: readonly string[]; readonly columns: readonly string[] }): Statement {
  return { name, text: `WITH ${[actorQuery, ...queries].join(',\n')}\nSELECT ${[actorColumns, ...columns].join(',\n')}` };
}

/** Reads in one trip. */
export async function read<Row extends object>(
  { pool, rights }: Reading,
  { name, text }: Statement,
  sender: Sender,
  values: readonly unknown[] = [],
): Promise<{ readonly actor: ActorFacts; readonly row: Row }> {
  const { rows } = await pool.query<Row & ActorRow>({ name, text, values: [...senderValues(sender), ...values] });
  const [row] = rows;
  if (row === undefined) throw new Error(`${name} answered no row`);
  return { actor: toActor(row, sender, rights), row };
}

/** The rows of a query as one value, a list in their order. */
export function list(query: string): string {
  return `(SELECT coalesce(json_agg(row_to_json(facts)), '[]') FROM (${query}) AS facts)`;
}

/** The one row of a query as one value; null where there is none. */
export function only(query: string): string {
  return `(SELECT row_to_json(facts) FROM (${query}) AS facts)`;
}

/** Reads in one trip what nobody in particular asks for, with a statement whose values begin at $1. */
export async function readRows<Row extends object>({ pool }: Pick<Reading, 'pool'>, { name, text }: Statement, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name, text, values: [...values] });
  return rows;
}
