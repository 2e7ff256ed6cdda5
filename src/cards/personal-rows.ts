import { isDay } from '../core/calendar.ts';
import { type PersonalData, type PersonalKind, type PersonalRow, personalKinds } from '../core/personal.ts';
import { parseEdtf } from '../core/when.ts';
import { sayDay, sayWhen } from '../text/dates/say-when.ts';
import { sayInstant } from '../text/say.ts';
import type { Words } from '../text/words.ts';

type Reader = { readonly words: Words; readonly zone: string };

/** The zone in which somebody reads what is stored about them: the one they chose, where they did. */
export function zoneIn({ settings: [own] }: PersonalData): string {
  return typeof own?.['timeZone'] === 'string' ? own['timeZone'] : 'UTC';
}

/** One thing that is stored, in the reader's words as far as there are any; what a program reads stands in the JSON. */
export function sayRow(row: PersonalRow, reader: Reader): string {
  const facts = Object.entries(row).filter(([, value]) => value !== null && value !== '');
  return facts.map(([name, value]) => `${reader.words.surface.labelled(nameOf(name, reader.words))} ${say(name, value, reader)}`).join(' · ');
}

/** Everything that is stored about somebody, kind by kind, as text. */
export function readableText(data: PersonalData, words: Words): string {
  const { personal: said } = words;
  const reader = { words, zone: zoneIn(data) };
  const kinds = personalKinds.filter((kind) => data[kind].length > 0);
  const rows = (kind: PersonalKind): readonly string[] => data[kind].map((row) => `- ${sayRow(row, reader)}`);
  return kinds.map((kind) => [said.kinds[kind].what, '', ...rows(kind)].join('\n')).join('\n\n');
}

function nameOf(name: string, { exported }: Words): string {
  return wordIn(exported.names, name) ?? name;
}

function say(name: string, value: unknown, reader: Reader): string {
  if (typeof value === 'string') return sayText(name, value, reader);
  if (Array.isArray(value)) return reader.words.list(value.map((one) => say(name, one, reader)));
  return typeof value === 'object' && value !== null ? `(${sayRow({ ...value }, reader)})` : String(value);
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function sayText(name: string, text: string, { words, zone }: Reader): string {
  if (instant.test(text)) return sayInstant(words.tag, new Date(text), zone);
  if (isDay(text)) return sayDay(text, words.language);
  const when = name === 'when' ? parseEdtf(text) : undefined;
  if (when !== undefined) return sayWhen(when, words.language);
  const known = valuesOf(words)[name];
  return known === undefined ? text : sayKnown(known, text);
}

/** A value of the program's, with what was typed after it, or the role of which somebody is credited. */
function sayKnown(known: Known, text: string): string {
  const [, head = text, between = '', rest = ''] = /^(.*?)(, credited as |: )(.*)$/s.exec(text) ?? [];
  return `${wordIn(known, head) ?? head}${between === '' ? '' : `, ${wordIn(known, rest) ?? rest}`}`;
}

type Known = Readonly<Record<string, string>>;

/** What the program's own values are called, by the name under which they stand. */
function valuesOf({ acts, group, proposal, update, exported, me, balance, membership, languageNames }: Words): Readonly<Record<string, Known>> {
  const done = { ...acts, ...exported.notices };
  const { values } = exported;
  return {
    act: done,
    about: done,
    state: { ...membership.roles, ...group.states, ...proposal.states, ...values },
    role: membership.roles,
    kind: { ...proposal.helps, ...values },
    reminders: me.ways,
    stakeholderGroup: balance.groups,
    language: languageNames,
    status: update.statuses,
    to: values,
    by: values,
    what: values,
  };
}

function wordIn(known: Known, text: string): string | undefined {
  return Object.hasOwn(known, text) ? known[text] : undefined;
}
