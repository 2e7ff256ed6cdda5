import { any, both, here, map, maybe, type Rule, some, token, word, wordWhere } from './rule.ts';

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

/** A year of four digits, in words, or of two after an apostrophe. */
export const plainYear: Rule<number> = any(
  token(({ digits, text, short }) => {
    if (short === true && digits === 2) return fullYear(Number(text));
    return digits === 4 && isYear(Number(text)) ? Number(text) : undefined;
  }),
  wordWhere('year', ({ year }) => year),
);

/** Two bare digits that stand for a year, where nothing else can stand. */
export const bareShortYear: Rule<number> = (input, at) => [...shortYear(input, at), ...both(some(sign, 2), shortYear, (_, year) => year)(input, at)];

/** No word may stand between: in "du 20 juin au 24" the last is a day. */
const sign = here(({ text }) => (/^[-/.,]$/.test(text) ? true : undefined));
const shortYear = here(({ digits, text }) => {
  const year = digits === 2 ? Number(text) : 0;
  return year >= 20 && year <= 49 ? fullYear(year) : undefined;
});

/** A number up to a limit, in digits or in words. */
export function number(most: number): Rule<number> {
  return any(
    token(({ digits, text, short }) => (digits !== undefined && digits <= 3 && short !== true && Number(text) <= most ? Number(text) : undefined)),
    wordWhere('count', ({ count, loose }) => (count <= most && loose !== true ? count : undefined)),
  );
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

/** The number of a day of the month, as it may stand beside the month's name. */
export const dayNumber: Rule<number> = any(
  both(digitsOfDay, maybe(suffix), (day) => day),
  map(ordinal, (day) => (isDayNumber(day) ? day : undefined)),
  wordWhere('count', ({ count, loose }) => (isDayNumber(count) && loose !== true ? count : undefined)),
);

/** The number of a day that can do without the month: "the 15th", "le 15", "15th". */
export const bareDayNumber: Rule<number> = any(
  both(word('the'), dayNumber, (_, day) => day),
  both(digitsOfDay, suffix, (day) => day),
);
