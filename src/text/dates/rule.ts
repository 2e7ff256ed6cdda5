import type { Day } from '../../core/calendar.ts';
import type { Meaning, MeaningOf } from './meaning.ts';
import type { Token, Tokens } from './tokens.ts';

/** What a text is read against. */
export type Input = {
  readonly tokens: Tokens;
  /** The reader's today. */
  readonly today: Day;
  /** How 03/04 is read. */
  readonly order: 'day-first' | 'month-first';
  readonly monthFirst: boolean;
  /** Whether two digits that may be a year or a day, as in 06/22, are what they are less often. */
  readonly rarely: boolean;
  readonly budget: Budget;
};

/** Steps left before a text is given up, so that none can take long. */
export type Budget = { steps: number };

/** One way to read the tokens from a place on: what they say, and where the rest begins. */
export type Found<T> = { readonly value: T; readonly next: number };

/** Reads tokens from a place on in every way it can, the likeliest first. */
export type Rule<T> = (input: Input, at: number) => readonly Found<T>[];

/** As many fillers in a row as people put before a word. */
const mostFillers = 4;

/** One token that says something to `pick`, fillers before it passed over. */
export function token<T>(pick: (token: Token) => T | undefined): Rule<T> {
  return (input, at) => {
    const found = new Map<number, Found<T>>();
    for (const here of reachable(input, at, mostFillers)) {
      input.budget.steps--;
      const value = found.has(here.next) ? undefined : pick(here);
      if (value !== undefined) found.set(here.next, { value, next: here.next });
    }
    return [...found.values()];
  };
}

/** The tokens at a place, and those behind fillers there, nearest first. */
function reachable(input: Input, at: number, fillers: number): readonly Token[] {
  const here = input.tokens[at] ?? [];
  if (fillers === 0 || input.budget.steps <= 0) return input.budget.steps > 0 ? here : [];
  const behind = here.filter(({ skippable }) => skippable).map(({ next }) => next);
  return [...here, ...[...new Set(behind)].flatMap((next) => reachable(input, next, fillers - 1))];
}

/** One token that says something to `pick`, right at the place. */
export function here<T>(pick: (token: Token) => T | undefined): Rule<T> {
  return ({ tokens, budget }, at) => {
    budget.steps--;
    return (tokens[at] ?? []).flatMap((found) => {
      const value = pick(found);
      return value === undefined ? [] : [{ value, next: found.next }];
    });
  };
}

function isWord(token: Token | undefined): boolean {
  return token !== undefined && /\p{L}/u.test(token.text);
}

/** For each place, whether nothing is left from it on but what says nothing. A preposition must lead to a word: "June - ?" has an open end. */
export function emptyRests(tokens: Tokens): readonly boolean[] {
  const empty = Array.from({ length: tokens.length + 1 }, (_, index) => index === tokens.length);
  for (let at = tokens.length - 1; at >= 0; at--)
    empty[at] = (tokens[at] ?? []).some(({ ending, skippable, next }) => (ending || (skippable && isWord(tokens[next]?.[0]))) && empty[next] === true);
  return empty;
}

/** A token that may mean something of the kind. */
export function word<K extends Meaning['is']>(kind: K): Rule<MeaningOf<K>> {
  const isMeant = (meaning: Meaning): meaning is MeaningOf<K> => meaning.is === kind;
  return token(({ meanings }) => meanings.find(isMeant));
}

/** A token that may mean something of the kind, and of that kind what `pick` asks for. */
export function wordWhere<K extends Meaning['is'], T>(kind: K, pick: (meaning: MeaningOf<K>) => T | undefined): Rule<T> {
  const isMeant = (meaning: Meaning): meaning is MeaningOf<K> => meaning.is === kind;
  return token(({ meanings }) =>
    meanings
      .filter(isMeant)
      .map(pick)
      .find((value) => value !== undefined),
  );
}

/** The value of a rule made into another; undefined refuses it. */
export function map<A, B>(rule: Rule<A>, make: (value: A, input: Input) => B | undefined): Rule<B> {
  return (input, at) =>
    rule(input, at).flatMap(({ value, next }) => {
      const made = make(value, input);
      return made === undefined ? [] : [{ value: made, next }];
    });
}

/** One rule after another, and what the two make; undefined refuses it. */
export function both<A, B, C>(first: Rule<A>, second: Rule<B>, make: (a: A, b: B, input: Input) => C | undefined): Rule<C> {
  return (input, at) =>
    first(input, at).flatMap(({ value: a, next }) =>
      second(input, next).flatMap((found) => {
        input.budget.steps--;
        const made = input.budget.steps > 0 ? make(a, found.value, input) : undefined;
        return made === undefined ? [] : [{ value: made, next: found.next }];
      }),
    );
}

/** Three rules in a row. */
export function three<A, B, C, D>(first: Rule<A>, second: Rule<B>, third: Rule<C>, make: (a: A, b: B, c: C, input: Input) => D | undefined): Rule<D> {
  return both(
    both(first, second, (a, b) => ({ a, b })),
    third,
    ({ a, b }, c, input) => make(a, b, c, input),
  );
}

/** What follows something that is only a sign. */
export function after<T>(sign: Rule<unknown>, rule: Rule<T>): Rule<T> {
  return both(sign, rule, (_, value) => value);
}

/** What stands before something that is only a sign. */
export function followed<T>(rule: Rule<T>, sign: Rule<unknown>): Rule<T> {
  return both(rule, sign, (value) => value);
}

/** A rule only where another one, which takes nothing away, finds something too. */
export function where<T>(sign: Rule<unknown>, rule: Rule<T>): Rule<T> {
  return (input, at) => (sign(input, at).length > 0 ? rule(input, at) : []);
}

/** A rule only where another one finds nothing. */
export function unless<T>(sign: Rule<unknown>, rule: Rule<T>): Rule<T> {
  return (input, at) => (sign(input, at).length > 0 ? [] : rule(input, at));
}

/** A rule only where another one, which takes nothing away, finds something right behind it. */
export function leading<T>(rule: Rule<T>, sign: Rule<unknown>): Rule<T> {
  return (input, at) => rule(input, at).filter(({ next }) => sign(input, next).length > 0);
}

/** A rule only where another one finds nothing right behind it. */
export function notLeading<T>(rule: Rule<T>, sign: Rule<unknown>): Rule<T> {
  return (input, at) => rule(input, at).filter(({ next }) => sign(input, next).length === 0);
}

/** A rule that finds nothing. */
export const none: Rule<never> = () => [];

/** Any of the rules, the earlier preferred. */
export function any<T>(...rules: readonly Rule<T>[]): Rule<T> {
  return (input, at) => rules.flatMap((rule) => rule(input, at));
}

/** The rule, or nothing. */
export function maybe<T>(rule: Rule<T>): Rule<T | undefined> {
  return (input, at) => [...rule(input, at), { value: undefined, next: at }];
}

/** The rule so many times at most, at least once. */
export function some<T>(rule: Rule<T>, most: number): Rule<readonly T[]> {
  return both(
    rule,
    (input, at) => (most > 1 ? maybe(some(rule, most - 1))(input, at) : [{ value: undefined, next: at }]),
    (first, rest) => [first, ...(rest ?? [])],
  );
}

/** A rule that is worked out once at each place of a text. Needed by those that others try again and again. */
export function once<T>(rule: Rule<T>): Rule<T> {
  const known = new WeakMap<Input, Map<number, readonly Found<T>[]>>();
  return (input, at) => {
    const places = known.get(input) ?? new Map<number, readonly Found<T>[]>();
    known.set(input, places);
    const found = places.get(at) ?? rule(input, at);
    places.set(at, found);
    return found;
  };
}
