import { setImmediate as turn } from 'node:timers/promises';
import type { ActorFacts, Sender } from '../../core/store.ts';
import { type ActorRow, actorColumnsOf, senderValues, toActor } from '../actor.ts';
import type { Reading } from '../read.ts';

/**
 * The moment of the database that a statement reads: the transactions whose work it sees, as PostgreSQL names them, and the start of the server,
 * since another server may use the same names. Two statements of the same moment read the same facts, whoever wrote them and from where.
 */
const moment = 'pg_postmaster_start_time()::text || pg_current_snapshot()::text';

/** What is asked besides who asks, its values from $3 on. */
type Question<Row, Facts> = {
  readonly name: string;
  readonly queries: readonly string[];
  readonly columns: readonly string[];
  /** How many values it takes. */
  readonly values: number;
  readonly toFacts: (row: Row) => Facts;
};

/** One row for all who ask; the facts are left out where they are known as of this very moment, which costs no work then. */
function textOf({ queries, columns, values }: Pick<Question<never, never>, 'queries' | 'columns' | 'values'>): string {
  return `WITH ${queries.join(',\n')}
SELECT ${moment} AS moment,
  (SELECT json_agg(row_to_json(actors) ORDER BY place) FROM (
    SELECT place, ${actorColumnsOf('sender.account', 'sender.space')}
    FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS sender (account, space, place)
  ) AS actors) AS actors,
  CASE WHEN $${values + 3} = ${moment} THEN NULL ELSE (SELECT row_to_json(facts) FROM (SELECT ${columns.join(',\n')}) AS facts) END AS facts`;
}

type Answer<Row> = { readonly moment: string; readonly actors: readonly ActorRow[]; readonly facts: Row | null };

/** Facts as they stood at a moment of the database. */
type Known<Facts> = { readonly moment: string; readonly facts: Facts };

/** What a trip brings back, the senders in their order. */
type Brought<Facts> = { readonly actors: readonly ActorRow[]; readonly facts: Facts };

/** A trip that has not begun, so that more may join it. */
type Trip<Facts> = { readonly senders: Sender[]; readonly brought: Promise<Brought<Facts>> };

/** Answers to so many questions are kept; when there are more, all of them are let go. */
const most = 100;

/**
 * Reads what is the same for whoever asks, always in one trip: those who ask in the same turn share it, and each gets their own rights and
 * language from it. What was read before is used again only as long as the database is at the same moment, so that it is right over any number
 * of processes.
 */
export function readTogether<Row, Facts>(
  { pool, rights }: Pick<Reading, 'pool' | 'rights'>,
  { name, toFacts, ...question }: Question<Row, Facts>,
): (sender: Sender, values: readonly string[]) => Promise<{ readonly actor: ActorFacts; readonly facts: Facts }> {
  const text = textOf(question);
  const known = new Map<string, Known<Facts>>();
  const waiting = new Map<string, Trip<Facts>>();

  async function travel(key: string, values: readonly string[], senders: readonly Sender[]): Promise<Brought<Facts>> {
    await turn();
    waiting.delete(key);
    const before = known.get(key);
    const all = senders.map(senderValues);
    const given = [all.map(([account]) => account), all.map(([, space]) => space), ...values, before?.moment ?? ''];
    const { rows } = await pool.query<Answer<Row>>({ name, text, values: given });
    const [row] = rows;
    if (row === undefined) throw new Error(`${name} answered no row`);
    return { actors: row.actors, facts: keep(key, row, before) };
  }

  function keep(key: string, { moment: at, facts: row }: Answer<Row>, before: Known<Facts> | undefined): Facts {
    if (row === null && before !== undefined) return before.facts;
    if (row === null) throw new Error(`${name} left out what nobody knew`);
    const facts = toFacts(row);
    if (known.size >= most) known.clear();
    known.set(key, { moment: at, facts });
    return facts;
  }

  return async (sender, values) => {
    const key = JSON.stringify(values);
    const senders: Sender[] = [];
    const trip = waiting.get(key) ?? { senders, brought: travel(key, values, senders) };
    waiting.set(key, trip);
    const place = trip.senders.push(sender) - 1;
    const { actors, facts } = await trip.brought;
    const row = actors[place];
    if (row === undefined) throw new Error(`${name} left out who asked`);
    return { actor: toActor(row, sender, rights), facts };
  };
}
