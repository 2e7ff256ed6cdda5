import { type Language, languages } from '../core/member.ts';
import type { Problem, ProblemCode } from '../core/problem.ts';
import { en } from './en/en.ts';
import { fr } from './fr/fr.ts';

/** Every word that people read, in one language. English is the source; the others are checked against its shape. */
export type Words = Omit<typeof en, 'commands'> & { readonly commands: Readonly<Record<CommandName, CommandWords>> };

/** A command without words does not compile. */
export type CommandName = keyof typeof en.commands;

/** What help and the platforms' registrations say of one command. */
export type CommandWords = {
  /** One line, at most 100 characters. */
  readonly summary: string;
  /** What each option is, at most 100 characters each. */
  readonly options: Readonly<Record<string, string>>;
  /** What may be typed after the slash command, as help shows it. */
  readonly usage: string;
  readonly examples: readonly string[];
};

const all: Record<Language, Words> = { en, fr };

export function wordsFor(language: Language): Words {
  return all[language];
}

/** The language that a platform's BCP-47 tag asks for; undefined when the bot does not speak it. */
export function languageOf(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary);
}

/** A refusal in words. */
export function sayProblem<Code extends ProblemCode>(words: Words, problem: Problem<Code>): string {
  return words.problems[problem.code](problem.params);
}

/** The language that somebody names in any of them: `fr`, `French`, `français`; undefined when the bot does not speak it. */
export function readLanguage(said: string): Language | undefined {
  const name = said.trim().toLowerCase();
  const named = (language: Language): readonly string[] => [language, ...languages.map((other) => new Intl.DisplayNames(other, { type: 'language' }).of(language) ?? '')];
  return languages.find((language) => named(language).some((one) => one.toLowerCase() === name)) ?? (name.length === 2 || name.includes('-') ? languageOf(name) : undefined);
}
