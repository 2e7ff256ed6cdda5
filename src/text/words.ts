import { type Language, languageOf, languages } from '../core/member.ts';
import type { Problem, ProblemCode } from '../core/problem.ts';
import { en, type Words } from './en/en.ts';
import { fr } from './fr/fr.ts';

export { languageOf } from '../core/member.ts';
export type { CommandName } from './en/commands.ts';
export type { Words } from './en/en.ts';

const all: Record<Language, Words> = { en, fr };

export function wordsFor(language: Language): Words {
  return all[language];
}

/** A refusal in words. */
export function sayProblem<Code extends ProblemCode>(words: Words, problem: Problem<Code>): string {
  return words.problems[problem.code](problem.params);
}

/** The language that somebody names in any of them: `fr`, `French`, `français`; undefined when the bot does not speak it. */
export function readLanguage(said: string): Language | undefined {
  const name = said.trim().toLowerCase();
  const named = (language: Language): readonly string[] => [
    language,
    ...languages.map((other) => new Intl.DisplayNames(other, { type: 'language' }).of(language) ?? ''),
  ];
  return (
    languages.find((language) => named(language).some((one) => one.toLowerCase() === name)) ??
    (name.length === 2 || name.includes('-') ? languageOf(name) : undefined)
  );
}
