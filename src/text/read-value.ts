import { languages } from '../core/member.ts';
import type { Words } from './en/en.ts';
import { wordsFor } from './words.ts';

/** Without what a hurried hand leaves out: capitals, accents, the punctuation around it. */
function fold(said: string): string {
  return said
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s.!,;:"\u00ab\u201c]+|[\s.!,;:"\u00bb\u201d]+$/g, '')
    .toLowerCase();
}

type Values = Words['values'];

/** The value that somebody names, by itself or by its words in any language, whichever they read; undefined where it is none of them. */
export function readValue<V extends string>(said: string, values: readonly V[], wordsOf: (all: Values) => Readonly<Record<V, string>>): V | undefined {
  const sought = fold(said);
  const names = (value: V): readonly string[] => [value, ...languages.flatMap((language) => wordsOf(wordsFor(language).values)[value].split(', '))];
  return values.find((value) => names(value).some((name) => fold(name) === sought));
}

/** Whether a text says in so many words that there is nothing new. */
export function saysNothing(said: string): boolean {
  return readValue(said, ['nothing'], ({ nothing }) => ({ nothing })) !== undefined;
}

/** Whether somebody takes back what they offered. */
export function saysNone(said: string): boolean {
  return readValue(said, ['none'], ({ none }) => ({ none })) !== undefined;
}

/** Whether a text is no more than the name of one of the two weeks for which an update can be. */
export function saysWeek(said: string): boolean {
  return readValue(said, ['week'], ({ week }) => ({ week })) !== undefined;
}
