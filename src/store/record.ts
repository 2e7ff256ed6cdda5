import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Act } from '../core/act.ts';
import { type By, StoreUnconfirmed } from '../core/store.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import type { Rights } from './rights.ts';
import { type Plain, storable, storableText } from './storable.ts';
import { takeTurns } from './turns.ts';
import { isUnavailable } from './unavailable.ts';

export type Transaction = Prisma.TransactionClient;

export type Writing = {
  readonly client: PrismaClient;
  readonly rights: Rights;
  /** Hears that messages are owed, once the transaction that owed them has committed. */
  readonly owed: () => void;
};

/** The transactions that owe messages: a mark beside each, since whatever owes them is handed nothing else. */
const owing = new WeakSet<Transaction>();

/** Says of a transaction that messages are owed once it has committed. */
export function markOwing(tx: Transaction): void {
  owing.add(tx);
}

/** What a line of the record says beside who, when and where. */
export type Line = {
  readonly act: Act;
  readonly object: string;
  readonly old?: Plain;
  readonly new?: Plain;
  readonly why?: string;
};

/** What a repeated act finds: the line that it wrote when it was done. */
export type Earlier = { readonly act: string; readonly object: string; readonly new: Prisma.JsonValue };

/** What an act comes to: an answer, or one that refuses it. */
export type Answer<T> = T | Refused<T>;

/** Thrown where its transaction ends, so that the database undoes what was written. */
class Refused<T> extends Error {
  readonly answer: T;

  constructor(answer: T) {
    super('refused');
    this.answer = answer;
  }
}

/** Refuses an act: it is answered, and whatever its transaction has written, a new member say, is undone. Sent again it is judged anew. */
export function refuse<T>(answer: T): Refused<T> {
  return new Refused(answer);
}

type Once<T> = {
  /** All of it in one transaction, with `keep` as its last write. */
  readonly first: (tx: Transaction) => Promise<Answer<T>>;
  /** What to answer when the key has been used. */
  readonly again: (earlier: Earlier, tx: Transaction) => Promise<T> | T;
  /** Whether it may take minutes. */
  readonly long?: boolean;
};

const longTime = { maxWait: 60_000, timeout: 600_000 };

const attempts = 5;

/**
 * Does an act once for each key: a repeated one answers what stands in the record, also when both are sent at the same time. The second waits for
 * the first to end, since it would otherwise find its own act in the way and take it for somebody else's.
 */
export function once<T>(writing: Writing, by: By, act: Once<T>): Promise<T> {
  return atOnce(
    writing,
    async (tx) => {
      const key = storableText(by.key);
      await takeTurns(tx, 'act', key);
      const earlier = await tx.event.findUnique({ where: { key }, select: { act: true, object: true, new: true } });
      return earlier === null ? act.first(tx) : act.again(earlier, tx);
    },
    act.long,
  );
}

/**
 * Does all of something in one transaction. Different acts can meet, on a new account say, or on a message that two processes take; the one
 * that loses is simply done again from what stands then. Where messages are owed by it, that is told once it has committed.
 */
export async function atOnce<T>(writing: Writing, work: (tx: Transaction) => Promise<Answer<T>>, long = false, attempt = 1): Promise<T> {
  try {
    const { answer, owes } = await transact(writing, work, long);
    if (owes) writing.owed();
    return answer;
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    if (attempt === attempts || !cameSecond(error)) throw error;
    await sleep(randomInt(20 * attempt));
    return atOnce(writing, work, long, attempt + 1);
  }
}

type Done<T> = { readonly answer: T; readonly owes: boolean };

async function transact<T>({ client, owed }: Writing, work: (tx: Transaction) => Promise<Answer<T>>, long: boolean): Promise<Done<T>> {
  const done: Done<T>[] = [];
  const all = async (tx: Transaction): Promise<Done<T>> => {
    const whole = { answer: orThrow(await work(tx)), owes: owing.has(tx) };
    done.push(whole);
    return whole;
  };
  try {
    return await client.$transaction(all, long ? longTime : undefined);
  } catch (error) {
    const [before] = done;
    if (before === undefined || !isUnavailable(error)) throw error;
    if (before.owes) owed();
    throw new StoreUnconfirmed('The database did not answer a commit.', { cause: error });
  }
}

function orThrow<T>(answer: Answer<T>): T {
  if (answer instanceof Refused) throw answer;
  return answer;
}

/** It has just written what was to be unique, has made one member of two or two of one, or the two would wait for each other for ever. */
const second: readonly unknown[] = ['P2002', 'P2003', 'P2025', 'P2034'];

/** The same where a statement was written by hand, as Prisma's adapters call it. */
const secondByHand: readonly unknown[] = ['UniqueConstraintViolation', 'ForeignKeyConstraintViolation', 'TransactionWriteConflict'];

/** Whether another transaction came first. */
function cameSecond(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { code, meta } = error;
  return second.includes(code) || secondByHand.includes(causeOf(meta?.['driverAdapterError']));
}

function causeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'kind' in cause ? cause.kind : undefined;
}

/** Adds a line to the record under the key of the act. */
export async function keep(tx: Transaction, by: By, member: string, line: Line): Promise<void> {
  await tx.event.create({ data: { ...lineData(by, member, line), key: storableText(by.key) } });
}

/** Adds a line about what the bot did by itself: no member stands behind it. */
export async function keepOwn(tx: Transaction, at: Date, line: Line): Promise<void> {
  await tx.event.create({ data: lineData({ at }, null, line) });
}

/** A line as the database holds it; the texts in it are what people typed. */
export function lineData(by: Pick<By, 'at' | 'space'>, member: string | null, { act, object, old, new: now, why }: Line): Prisma.EventCreateManyInput {
  return {
    at: by.at,
    member,
    space: by.space ?? null,
    act,
    object,
    ...(old !== undefined && { old: storable(old) }),
    ...(now !== undefined && { new: storable(now) }),
    why: why === undefined ? null : storableText(why),
  };
}

/** Whether the facts of a line are those that are sent again under its key. */
export function isSentAgain(sent: Prisma.JsonValue, facts: Readonly<Record<string, unknown>>): boolean {
  const then = typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? sent : {};
  return Object.entries(facts).every(([name, value]) => isDeepStrictEqual(then[name], value));
}

/** The one row of a query as a reading statement would bring it, inside a transaction; undefined where there is none. */
export async function rowIn<Row>(tx: Transaction, query: Prisma.Sql): Promise<Row | undefined> {
  const [found] = await tx.$queryRaw<{ readonly row: Row }[]>(Prisma.sql`SELECT row_to_json(facts) AS row FROM (${query}) AS facts`);
  return found?.row;
}
