import { after, any, both, here, leading, map, maybe, notLeading, type Rule, some, token, word, wordWhere } from './rule.ts';
import type { Token } from './tokens.ts';

const firstYear = 1900;
const lastYear = 2199;

/** Whether people plan in such a year. Other numbers of four digits are no years. */
export function isYear(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}

/** The year that two digits stand for. */
export function fullYear(digits: number): number {
  return digits >= 70 ? 1900 + digits : 2000 + digits;
}

/** Whether two digits without an apostrophe are taken for a year. */
export function isShortYear(digits: number): boolean {
  return digits >= 20 && digits <= 49;
}

/** A year of four digits, in words, or of two after an apostrophe. */
export const plainYear: Rule<number> = any(
  token(({ digits, text, short }) => {
    if (short === true && digits === 2) return fullYear(Number(text));
    return digits === 4 && isYear(Number(text)) ? Number(text) : undefined;
  }),
  wordWhere('year', ({ year }) => year),
);

/** No word may stand between: in "du 20 juin au 24" the last is a day. */
function sign(signs: RegExp): Rule<string> {
  return here(({ text }) => (signs.test(text) ? text : undefined));
}

/** A year of two digits right behind what stands before it. */
export const spacedYear: Rule<number> = here(({ digits, text }) => {
  const year = digits === 2 ? Number(text) : 0;
  return isShortYear(year) ? fullYear(year) : undefined;
});

/** A sign that joins the parts of a date, or the two ends of a range. */
export const joint: Rule<string> = sign(/^[-/]$/);

/** A year of two digits behind such a sign. */
export const jointYear: Rule<{ readonly sign: string; readonly year: number }> = both(joint, spacedYear, (between, year) => ({ sign: between, year }));

/** A year of two digits behind a full stop or a comma. */
export const pausedYear: Rule<number> = both(some(sign(/^[.,]$/), 2), spacedYear, (_, year) => year);

/** Two bare digits that stand for a year, where nothing else can stand. */
export const bareShortYear: Rule<number> = any(
  spacedYear,
  both(some(sign(/^[-/.,]$/), 2), spacedYear, (_, year) => year),
);

/** A number up to a limit, in digits or in words. */
export function number(most: number): Rule<number> {
  return token((found) => numberIn(found, most));
}

/** A number right behind its word, but for a sign like that of "no." or "n°": in "la semaine du 20" it is a day. */
export function numberOf(most: number): Rule<number> {
  const behind = here((found) => numberIn(found, most));
  return any(behind, after(sign(/^[.:°]$/), behind));
}

function numberIn({ digits, text, short, meanings }: Token, most: number): number | undefined {
  const isFigure = digits !== undefined && digits <= 3 && short !== true;
  const said = isFigure ? [Number(text)] : meanings.flatMap((meaning) => (meaning.is === 'count' && meaning.loose !== true ? [meaning.count] : []));
  return said.find((value) => value <= most);
}

const suffix = word('suffix');

/** An ordinal in digits with its ending, or in words. */
export const ordinal: Rule<number> = any(
  both(
    token(({ digits, text }) => (digits !== undefined && digits <= 2 ? Number(text) : undefined)),
    suffix,
    (value) => value,
  ),
  wordWhere('ordinal', (meaning) => meaning.ordinal),
);

const digitsOfDay = token(({ digits, text, short }) =>
  digits !== undefined && digits <= 2 && short !== true && isDayNumber(Number(text)) ? Number(text) : undefined,
);

function isDayNumber(value: number): boolean {
  return value >= 1 && value <= 31;
}

const figuresOfDay: Rule<number> = any(
  both(digitsOfDay, maybe(suffix), (day) => day),
  map(ordinal, (day) => (isDayNumber(day) ? day : undefined)),
);

function dayCounted({ meanings }: Token): number | undefined {
  return meanings.flatMap((meaning) => (meaning.is === 'count' && meaning.loose !== true ? [meaning.count] : [])).find(isDayNumber);
}

function isMonth({ meanings }: Token): boolean {
  return meanings.some(({ is }) => is === 'month');
}

/** A number in words that is no month's name as well. */
const plainCount = token((found) => (isMonth(found) ? undefined : dayCounted(found)));
/** The seven of "sept octobre", which is September too. */
const monthlyCount = token((found) => (isMonth(found) ? dayCounted(found) : undefined));

/** The number of a day where it cannot be the name of a month. */
export const anyDayNumber: Rule<number> = any(figuresOfDay, plainCount, monthlyCount);

/** Without a "le" before it an abbreviation right behind it is more often the other end of a range: "sept oct". */
const fullMonthBehind = here((found) => (isMonth(found) && found.text.length > 3 ? true : undefined));
const countBehind = both(word('join'), plainCount, () => true);

/** The number of a day of the month, as it may stand beside the month's name. */
export const dayNumber: Rule<number> = any(
  figuresOfDay,
  plainCount,
  notLeading(after(word('the'), monthlyCount), word('join')),
  leading(monthlyCount, any(fullMonthBehind, countBehind)),
);

/** A number that says by its ending that it is a day: "15th", "1er". */
export const endedDayNumber: Rule<number> = both(digitsOfDay, suffix, (day) => day);

/** The number of a day that can do without the month: "the 15th", "le 15", "15th". */
export const bareDayNumber: Rule<number> = any(
  both(word('the'), anyDayNumber, (_, day) => day),
  endedDayNumber,
);
