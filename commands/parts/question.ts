import type { Command, ReplyCommand } from '../../src/chat/command.ts';
import { type DateContext, findDate } from '../../src/text/dates/read-when.ts';

type Letters = 'm' | 'wg' | 'p' | 't' | 'u';

/** An id of a kind. One letter may be the end of a word, so that nothing stands between it and the number. */
function idPattern(letters: Letters): RegExp {
  const between = letters === 'm' || letters === 'wg' ? String.raw`[\s-]?` : '';
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters}${between}(\\d{1,9})(?![\\p{L}\\p{N}])`, 'iu');
}

/** The first id of a kind that a question holds. */
export function idIn(question: string, letters: Letters): string | undefined {
  const number = idPattern(letters).exec(question)?.[1];
  return number === undefined ? undefined : `${letters}${Number(number)}`;
}

/** The milestone that a question names last, by its number alone: "le jalon 5". */
function numberedIn(question: string): string | undefined {
  const number = /(?<!\p{L})(?:milestone|jalon)\s+(?:#|n°)?\s*(\d{1,3})[^\p{L}\p{N}]*$/iu.exec(question)?.[1];
  return number === undefined ? undefined : `m${Number(number)}`;
}

/** The date in a question, or the year or the half of one that it is, which among other words would be something else. */
export function dateIn(question: string, context: DateContext): string | undefined {
  return findDate(question, context)?.said ?? /^\W*((?:19|20|21)\d{2}|[hs][12])\W*$/i.exec(question)?.[1];
}

/** A command that shows what a question names, with what it would be typed with. */
export type Showing = { readonly command: ReplyCommand; readonly options: Readonly<Record<string, string>> };

/** The one that shows the milestone, the proposal, the topic or the update that a question names, or the updates of a group in a period. */
export function showingIn(commands: readonly Command[], question: string, context: DateContext): Showing | undefined {
  const milestone = idIn(question, 'm') ?? numberedIn(question);
  if (milestone !== undefined) return showing(commands, 'milestone show', { milestone });
  const group = idIn(question, 'wg');
  // The number of an id is no day of the month that follows it: "wg 2 March 2022".
  const period = group === undefined ? undefined : dateIn(question.replace(idPattern('wg'), 'wg'), context);
  if (group !== undefined) return period === undefined ? undefined : showing(commands, 'updates', { group, period });
  return showingById(commands, question, context);
}

/** The letter and number of a quarter next to its year: "T4 2022", "T4 de l’année 2022", "2022-T4". With a word like "in" between them they are a topic and a year. */
const quarterAndYear = /t[1-4](?:[\s/-]*|\s+de\s+(?:l['’]année\s+)?)\d{4}|\d{4}[\s/-]*t[1-4]/iu;

/** A question without the quarter of a year in it, whose French letter is that of a topic: "T4 2022". */
function withoutQuarter(question: string, context: DateContext): string {
  const date = findDate(question, context);
  if (date === undefined || !quarterAndYear.test(date.said)) return question;
  const before = question.slice(0, date.start);
  return /(?<!\p{L})(?:topic|sujet)s?\P{L}*$/iu.test(before) ? question : `${before} ${question.slice(date.end)}`;
}

function showingById(commands: readonly Command[], question: string, context: DateContext): Showing | undefined {
  const [proposal, update] = (['p', 'u'] as const).map((letter) => idIn(question, letter));
  const topic = idIn(withoutQuarter(question, context), 't');
  if (proposal !== undefined) return showing(commands, 'proposal', { proposal });
  if (topic !== undefined) return showing(commands, 'topic', { topic });
  return update === undefined ? undefined : showing(commands, 'update show', { update });
}

function showing(commands: readonly Command[], name: Command['name'], options: Showing['options']): Showing | undefined {
  const command = commands.find((one) => one.name === name);
  return command?.kind === 'reply' ? { command, options } : undefined;
}
