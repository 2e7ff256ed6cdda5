import { pino } from 'pino';
import type { Log } from './chat/adapter.ts';

/** Keeps of an error what its makers wrote and where; what was sent or typed stays out, since some libraries carry it in their errors. */
function describe(error: unknown): object {
  if (!isError(error)) return { type: typeof error };
  const { code } = error;
  const coded = typeof code === 'string' || typeof code === 'number' ? { code } : {};
  const cause = error.cause === undefined ? {} : { cause: describe(error.cause) };
  return { name: error.name, ...coded, stack: frames(error), ...cause };
}

/** An error, or the copy of one in which some libraries hand it on. */
type Thrown = { readonly stack?: string; readonly name?: string; readonly code?: unknown; readonly cause?: unknown };

function isError(error: unknown): error is Thrown {
  return error instanceof Error || (typeof error === 'object' && error !== null && 'stack' in error && typeof error.stack === 'string');
}

/** The frames without the message, in which a database driver may quote what somebody typed. */
function frames({ stack = '' }: Thrown): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
}

/** Structured lines on standard error: facts, words, never a secret and never text that people typed. */
export function createLog(level: string): Log & { child(facts: object): Log } {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: describe } }, pino.destination({ dest: 2, sync: true }));
}
