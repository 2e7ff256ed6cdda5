import type { Event } from '../core/store.ts';
import { parseEdtf } from '../core/when.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import { headline } from './milestone-lines.ts';

type Facts = Readonly<Record<string, unknown>>;

/** How much of a text a line of a history holds. */
const shortText = 60;

/** What was there before and what came in its place, fact by fact; nothing where a fact is new. */
export function changedFacts({ old, new: now }: Pick<Event, 'old' | 'new'>, words: Words): readonly string[] {
  const [before, after] = [factsIn(old), factsIn(now)];
  return Object.entries(labels(words)).flatMap(([name, label]) => {
    if (before[name] === undefined || before[name] === null) return [];
    const [was, is] = sayPair(before[name], after[name], words);
    return [`${words.surface.labelled(label)} ${was} → ${is}`];
  });
}

/** The facts of a milestone that a change replaces, in the order in which its card shows them. */
function labels({ milestone: { planned, confirmed, fields, outcome, cancelledBecause, dependsOn } }: Words): Readonly<Record<string, string>> {
  return { planned, confirmed, text: fields.text, outcome, cancelled: cancelledBecause, dependsOn };
}

function factsIn(value: unknown): Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
}

/** Two dates that read alike differ in their source. */
function sayPair(was: unknown, is: unknown, words: Words): readonly [string, string] {
  const said = [say(was, words), say(is, words)] as const;
  return said[0] === said[1] ? [withSource(said[0], was, words), withSource(said[1], is, words)] : said;
}

function withSource(said: string, fact: unknown, { milestone }: Words): string {
  const { source } = factsIn(fact);
  return typeof source === 'string' ? `${said} (${milestone.source(source)})` : said;
}

function say(fact: unknown, words: Words): string {
  if (typeof fact === 'string') return words.surface.quoted(headline(fact, shortText));
  if (Array.isArray(fact)) return fact.length === 0 ? '–' : fact.join(', ');
  const { when, wording, text } = factsIn(fact);
  return typeof text === 'string' ? say(text, words) : sayDate(when, wording, words);
}

function sayDate(edtf: unknown, wording: unknown, { language }: Words): string {
  const when = typeof edtf === 'string' ? parseEdtf(edtf) : undefined;
  return when === undefined ? '–' : sayWhen(when, language, typeof wording === 'string' ? wording : undefined);
}
