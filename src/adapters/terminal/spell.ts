import type { Doors } from '../../chat/adapter.ts';
import { encodeInvocation, type Invocation } from '../../chat/invocation.ts';
import { typed } from '../../text/slash.ts';

/**
 * How a button is pressed by typing: the line that reads back as the same invocation. Where no such line is found, as for a value that
 * a line cannot hold, it is the encoded invocation in quotes, which `decodeLine` takes as well.
 */
export function spell(invocation: Invocation, read: Doors['readSpelled']): string {
  const wanted = canonical(invocation);
  const line = candidates(invocation).find((candidate) => canonical(read(candidate)) === wanted);
  return typed(line ?? `'${encodeInvocation(invocation)}'`);
}

function canonical({ command, options }: Invocation): string {
  return JSON.stringify([command, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function candidates({ command, options }: Invocation): readonly string[] {
  const { 'as-of': asOf, ...rest } = options;
  const tail = asOf === undefined ? '' : ` as of ${asOf}`;
  const row = (say: (name: string, value: string) => string): string =>
    [command, ...Object.entries(rest).map(([name, value]) => say(name, value))].join(' ') + tail;
  return [row((_, value) => value), row((_, value) => quoted(value)), row((name, value) => (/\s/.test(value) ? quoted(value) : `${name}:${value}`))];
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}
