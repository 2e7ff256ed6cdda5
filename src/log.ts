import { pino } from 'pino';
import type { Log } from './chat/adapter.ts';

/** Keeps of an error what its makers wrote and where; what was sent or typed stays out, since some libraries carry it in their errors. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describe(error.cause) };
  return { name: error.name, ...code, stack: frames(error), ...cause };
}

/** The frames without the message, in which a database driver may quote what somebody typed. */
function frames({ stack = '' }: Error): string {
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
