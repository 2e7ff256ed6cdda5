/** A stretch that people count in, or name as the one now running. */
export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'year';

export type Part = 'early' | 'mid' | 'late';
export type Which = 'this' | 'next' | 'last';
/** "Since" looks back, "not before" ahead, and "from" to whichever is nearer. */
export type Bound = 'since' | 'from' | 'not before' | 'until' | 'before' | 'after';
/** A slash is an "or" between like things only. */
export type Join = 'to' | 'or' | 'slash' | 'and' | 'list';

/** What a word or phrase may mean in a date, whatever the language. A word may have several. */
export type Meaning =
  | { readonly is: 'month'; readonly month: number }
  /** 1 for Monday. */
  | { readonly is: 'weekday'; readonly weekday: number }
  /** A number in words; loose where it is not meant exactly. */
  | { readonly is: 'count'; readonly count: number; readonly loose?: boolean }
  /** One, of something that can be counted. */
  | { readonly is: 'article' }
  | { readonly is: 'ordinal'; readonly ordinal: number }
  /** What follows the digits of an ordinal: 15th, 1er. */
  | { readonly is: 'suffix' }
  | { readonly is: 'year'; readonly year: number }
  | { readonly is: 'unit'; readonly unit: Unit; readonly many: boolean }
  /** Q3, H1, W23. */
  | { readonly is: 'letter'; readonly unit: 'quarter' | 'half' | 'week' }
  | { readonly is: 'which'; readonly which: Which; readonly many: boolean }
  /** A phrase that counts from the running one: "the week after next" is two weeks on. */
  | { readonly is: 'turn'; readonly unit: Unit; readonly turns: number }
  /** A length of time that has a name of its own. */
  | { readonly is: 'length'; readonly days: number }
  /** Half a unit more: "a year and a half". */
  | { readonly is: 'and a half' }
  /** After a day: "en huit", a week later. */
  | { readonly is: 'plus'; readonly days: number }
  | { readonly is: 'part'; readonly part: Part }
  | { readonly is: 'end' }
  /** The end of the running unit, or of the one named next: EOY 2022. */
  | { readonly is: 'close'; readonly unit: Unit }
  /** "Later this year": somewhere inside, which only the wording keeps. */
  | { readonly is: 'somewhere' }
  | { readonly is: 'join'; readonly join: Join }
  | { readonly is: 'bound'; readonly bound: Bound }
  /** Makes "before" and "after" hold the day itself. */
  | { readonly is: 'inclusive' }
  /** A bound said afterwards: "June 2022 or later". */
  | { readonly is: 'bound after'; readonly bound: Bound }
  | { readonly is: 'from' }
  | { readonly is: 'between' }
  /** Before a length of time, ahead of now. */
  | { readonly is: 'in' }
  /** After a length of time, ahead of now. */
  | { readonly is: 'hence' }
  | { readonly is: 'ago' }
  /** Before a length of time that something takes: "for two weeks from Monday". */
  | { readonly is: 'lasting' }
  /** Before a length of time, all of it from today on. */
  | { readonly is: 'within' }
  /** Before a length of time, until then. */
  | { readonly is: 'until in' }
  | { readonly is: 'unknown' }
  /** Tells that a date is not sure, which only the wording keeps. */
  | { readonly is: 'tentative' }
  /** Says nothing, wherever it stands. */
  | { readonly is: 'filler' }
  /** Says nothing, but something must follow. */
  | { readonly is: 'preposition' }
  /** Begins a date, whatever stands before it. */
  | { readonly is: 'opener' }
  /** Makes what stands before it a part of something. */
  | { readonly is: 'belongs' }
  /** An article that makes a number a day: "the 15", "le 15". May be passed over as well. */
  | { readonly is: 'the' }
  | { readonly is: 'at' }
  | { readonly is: 'o’clock' }
  | { readonly is: 'hour'; readonly hour: number }
  | { readonly is: 'half-day'; readonly half: 'am' | 'pm' }
  | { readonly is: 'part of day' }
  | { readonly is: 'zone'; readonly zone: string };

export type MeaningOf<K extends Meaning['is']> = Extract<Meaning, { readonly is: K }>;

/** The words of one language for dates: how it is read, and how it says them. A language more is one such table. */
export type DateWords = {
  /** Spellings of the twelve months, `a|b|c`: names, abbreviations, and slips too far off to be seen as slips. */
  readonly months: readonly string[];
  /** The same for the seven weekdays from Monday. */
  readonly weekdays: readonly string[];
  /** Numbers in words, from 0. */
  readonly cardinals: readonly string[];
  /** Ordinals in words, from the first. */
  readonly ordinals: readonly string[];
  /** Words in front of a cardinal from 20 on that make it a year of this century. */
  readonly century: readonly string[];
  /** Whether "June 22" is the 22nd of June. */
  readonly monthFirst: boolean;
  /** Every other word and phrase, with what it may mean. */
  readonly phrases: readonly (readonly [Meaning, string])[];
  /** Words that more often mean something else than a date in a free text: "may", "sat". */
  readonly doubtful: string;
  /** Words that make a doubtful one a date: "in may". */
  readonly anchors: string;
  /** Words that make what stands before them a part of something else: "in the first half of the meeting". */
  readonly belongs: string;
  /** Words at which a date begins, whatever stands before them: "what comes next in June". */
  readonly openers: string;
  /** Phrases of free speech, as the source of a pattern in which a space is whatever parts two words, whose words are never those of a date. */
  readonly idle?: string;
  readonly say: SaidDates;
};

/** How a language says dates, where `Intl` does not. */
export type SaidDates = {
  readonly locale: string;
  /** The first of a month, where it is not said with the plain number. */
  readonly first?: string;
  readonly quarter: (quarter: 1 | 2 | 3 | 4, year: number) => string;
  readonly half: (half: 1 | 2, year: number) => string;
  readonly unknown: string;
  readonly worded: (date: string, wording: string) => string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly always: string;
};
