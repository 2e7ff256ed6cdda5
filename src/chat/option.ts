import { z } from 'zod';
import { type GroupChoice, groupChoices, type MilestoneChoice, type ProposalChoice } from '../core/choice.ts';

/** What an option is, for whoever must know before a command runs: parsers, registrations and completion. */
export type OptionTraits = {
  /** The platform offers values while it is typed. */
  readonly completes?: 'milestone' | 'group' | 'topic' | 'proposal' | 'command' | 'language';
  /** What is offered of it, where that is not everything. */
  readonly groups?: GroupChoice;
  readonly milestones?: MilestoneChoice;
  readonly proposals?: ProposalChoice;
  /** Takes all the words that are left in a typed line. */
  readonly rest?: true;
  /** Free text of so many characters at most, in which a quotation mark may stand alone. */
  readonly literal?: number;
  /** Introduced by one of these in a typed line: `as of March 2022`. Without it, options go by their order. */
  readonly keywords?: readonly string[];
  /** Introduced by this as well, the source of a pattern, but only where no free words stand before it, since there it may belong to them: "from June to" is "de juin au". */
  readonly opening?: string;
  /** Takes the last word of a line where that is an account or a mention. */
  readonly person?: true;
  /** Made by buttons and forms, never registered, and typed by its name alone. */
  readonly hidden?: true;
  /** Anybody may type it, by its name: it says what a line is about, and no more than words could. */
  readonly typeable?: true;
};

export const traits = z.registry<OptionTraits>();

/** How long a typed option may be; longer ones are no date, id or question. */
const longest = 300;

/** A stop before anything reads it: NUL and other control characters carry no meaning here. */
const text = z.string().transform((said) => said.replace(/\p{Cc}/gu, ' ').trim());

function trait<T extends z.ZodType>(schema: T, given: OptionTraits): T {
  traits.add(schema, given);
  return schema;
}

/** The id of a milestone however it was typed: `m3`, `M3`, `3`, `#3`; undefined for anything else, years included. */
function milestoneId(said: string): string | undefined {
  const [, mark, number] = /^(#?m?)(\d{1,9})$/i.exec(said) ?? [];
  return number === undefined || (mark === '' && number.length > 3) ? undefined : `m${Number(number)}`;
}

/** A milestone by its permanent id, however it was typed, or by some of its text. */
export const milestoneOption = (milestones: MilestoneChoice = 'all') => trait(milestoneText().optional(), { completes: 'milestone', milestones });

/** The same, or by its date, of as many words as are left in the line. */
export const milestoneWordsOption = () => trait(milestoneText().optional(), { completes: 'milestone', milestones: 'all', rest: true });

const milestoneText = () => text.pipe(z.string().min(1).max(longest)).transform((said) => milestoneId(said) ?? said);

/** The id of a group however it was typed: `wg1`, `WG1`, `1`; undefined for anything else, years included. */
export function groupId(said: string): string | undefined {
  const [, mark, number] = /^(wg)?(\d{1,9})$/i.exec(said) ?? [];
  return number === undefined || (mark === undefined && number.length > 3) ? undefined : `wg${Number(number)}`;
}

/** A group by its permanent id, however it was typed, or by a part of its name; it takes the rest of the line. */
export const groupOption = (groups: GroupChoice = groupChoices.read) => trait(groupText().optional(), { completes: 'group', groups, rest: true });

/** The same where more follows it. */
export const groupWordOption = (groups: GroupChoice = groupChoices.read) => trait(groupText().optional(), { completes: 'group', groups });

const groupText = () => text.pipe(z.string().min(1).max(longest)).transform((said) => groupId(said) ?? said);

/** What may be a group or the beginning of what follows, which the command tells apart: it stays as it was typed. */
export const groupOrWordOption = (groups: GroupChoice = groupChoices.read) => wordOption({ completes: 'group', groups });

/** The permanent id of a kind of object, however it was typed: `t2`, `T2`, `2`; other words stay as they are. */
function idOption(letter: string, given: OptionTraits) {
  const form = new RegExp(`^${letter}?(\\d{1,9})$`, 'i');
  return trait(
    text
      .pipe(z.string().min(1).max(longest))
      .transform((said) => {
        const [, number] = form.exec(said) ?? [];
        return number === undefined ? said : `${letter}${Number(number)}`;
      })
      .optional(),
    given,
  );
}

/** A progress update by its permanent id, however it was typed: `u142`, `U142`, `142`. */
export const updateOption = () => idOption('u', {});

/** A topic by its permanent id, however it was typed. */
export const topicOption = () => idOption('t', { completes: 'topic' });

/** A proposal of a working group by its permanent id, however it was typed. */
export const proposalOption = (proposals: ProposalChoice = 'all') => idOption('p', { completes: 'proposal', proposals });

/** A week that buttons and forms carry, as ISO 8601 names it, and that may be typed as `week:2026-W48`. */
export const weekOption = () =>
  trait(
    z
      .string()
      .regex(/^\d{4}-W\d{2}$/i)
      .optional(),
    { hidden: true, typeable: true },
  );

/** A date or a period in words, which the command reads; it takes the rest of the line. */
export const dateOption = () => trait(text.pipe(z.string().min(1).max(longest)).optional(), { rest: true });

/** A word or, in quotation marks, several. */
export const wordOption = (given: OptionTraits = {}) => trait(text.pipe(z.string().min(1).max(longest)).optional(), given);

/** Text that takes the rest of the line. */
export const textOption = (limit: number) => trait(text.pipe(z.string().min(1).max(limit)).optional(), { rest: true, literal: limit });

/** Sets the clock of a reading command; the dispatcher reads it. "Au" is that in front of a day: "au mois de juin" and "au 1er trimestre" are periods. */
export const asOfOption = () =>
  trait(text.pipe(z.string().min(1).max(longest)).optional(), {
    rest: true,
    keywords: ['as of', 'as-of', 'asof', 'en date du', 'à la date du'],
    opening: String.raw`^au "?\s*((1er|\d{1,2}) (?!tri|sem)|\d+[-/.])`,
  });

/** Somebody's account at the end of a line, of whichever platform; forms and menus offer the people of their own. */
export const personOption = () => trait(text.pipe(z.string().min(1).max(longest)).optional(), { hidden: true, typeable: true, person: true });

/** A number that only buttons carry. */
export const hiddenNumber = () =>
  trait(
    z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    { hidden: true },
  );

/** A word that only buttons carry. */
export const hiddenWord = () => trait(text.pipe(z.string().min(1).max(longest)).optional(), { hidden: true });

/** A command's name or a question in free words. */
export const questionOption = () => trait(text.pipe(z.string().max(8_000)).optional(), { rest: true, completes: 'command' });
