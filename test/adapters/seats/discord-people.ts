import type { Doors } from '../../../src/chat/adapter.ts';
import { type Channel, people, sit, type Wire } from './discord-client.ts';
import type { Passed } from './door.ts';
import { type Platform, pick, type Role, type Seat } from './seat.ts';

/** Seats the people of one server; everybody sees what is posted in its channel. */
export function seatAll(roles: readonly (keyof typeof people)[], wire: Wire, doors: Doors): Pick<Platform, 'seat' | 'people'> {
  const channel: Channel = {};
  const seats: { label: Role; seat: Seat }[] = [];
  const as = (role: Role): Seat => pick(seats, role).seat;
  for (const role of roles) seats.push({ label: role, seat: sit(people[role], wire, channel, doors, as) });
  return { seat: as('coordinator'), people: roles };
}

/** What the bot sent after its first response, from the call that carried it: as JSON, or as the parts of a form where a file comes along. */
export function keptFrom({ method, body }: Passed): {
  readonly kind: 'edit' | 'follow-up';
  readonly data: object;
  readonly files: Readonly<Record<string, string>>;
} {
  const kind = method === 'PATCH' ? 'edit' : 'follow-up';
  if (!body.startsWith('--')) return { kind, data: asNew(JSON.parse(body)), files: {} };
  const parts = body.split(/^--.*$/m).flatMap((part) => partOf(part) ?? []);
  const files = Object.fromEntries(parts.flatMap(({ file, content }) => (file === undefined ? [] : [[file, content]])));
  return { kind, data: asNew(JSON.parse(parts.find(({ file }) => file === undefined)?.content ?? '{}')), files };
}

/** What Discord keeps of an edit. */
function asNew({ attachments: _, ...data }: Record<string, unknown>): object {
  return data;
}

function partOf(part: string): { readonly file: string | undefined; readonly content: string } | undefined {
  const [head = '', ...rest] = part.trim().split(/\r?\n\r?\n/);
  if (rest.length === 0) return undefined;
  return { file: /filename="([^"]*)"/.exec(head)?.[1], content: rest.join('\n\n') };
}
