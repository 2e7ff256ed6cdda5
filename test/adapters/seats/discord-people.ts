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

export type Kept = { readonly kind: 'edit' | 'follow-up'; readonly data: object; readonly files: Readonly<Record<string, string>> };

/** What the bot sent after its first response, from the call that carried it. */
export function keptFrom({ method, body }: Passed): Kept {
  const parts = partsOf(body);
  const { attachments: _, ...data }: Record<string, unknown> = JSON.parse(withoutFiles(body) ?? body);
  const files = Object.fromEntries(parts.flatMap(({ file, content }) => (file === undefined ? [] : [[file, content]])));
  return { kind: method === 'PATCH' ? 'edit' : 'follow-up', data, files };
}

/** What a message says that comes with files, as JSON; undefined for one that comes without. */
export function withoutFiles(body: string): string | undefined {
  return partsOf(body).find(({ file }) => file === undefined)?.content;
}

type Part = { readonly file: string | undefined; readonly content: string };

/** The parts of a form in which files are sent; none in JSON. */
function partsOf(body: string): readonly Part[] {
  const boundary = /^--\S+/.exec(body)?.[0];
  if (boundary === undefined) return [];
  return body
    .split(boundary)
    .slice(1, -1)
    .map((part) => {
      const cut = part.indexOf('\r\n\r\n');
      return { file: /filename="([^"]*)"/.exec(part.slice(0, cut))?.[1], content: part.slice(cut + 4).trimEnd() };
    });
}
