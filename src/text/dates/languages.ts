import { type Language, languages } from '../../core/member.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { DateWords } from './meaning.ts';

/** The words for dates of every language the bot speaks. */
export const dateWords: { readonly [L in Language]: DateWords } = { en: english, fr: french };

const lexicons = new Map<Language, readonly Lexicon[]>();

/** What a text is read with, in this order: the reader's language, each other, then all of them mixed. */
export function lexiconsFor(language: Language): readonly Lexicon[] {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const others = languages.filter((other) => other !== language).map((other) => dateWords[other]);
  const own = dateWords[language];
  const made = [...[own, ...others].map((words) => lexiconOf([words])), lexiconOf([own, ...others])];
  lexicons.set(language, made);
  return made;
}
