import type { Day } from '../../core/calendar.ts';
import type { Meaning, MeaningOf } from './meaning.ts';
import type { Token } from './tokens.ts';

/** What a text is read against. */
export type Input = {
  readonly tokens: readonly Token[];
  /** The reader's today. */
  readonly today: Day;
  /** How 03/04 is read. */
  readonly order: 'day-first' | 'month-first';
  readonly monthFirst: boolean;
  /** Steps left before a text is given up, so that none can take long. */
  readonly budget: { steps: number };
};

/** One way to read the tokens from a place on: what they say, and where the rest begins. */
export type Found<T> = { readonly value: T; readonly next: number };

/** Reads tokens from a place on in every way it can, the likeliest first. */
export type Rule<T> = (input: Input, at: number) => readonly Found<T>[];

/** As many fillers in a row as people put before a word. */
const mostFillers = 4;

/** One token that says something to `pick`, fillers before it passed over. */
export function token<T>(pick: (token: Token) => T | undefined): Rule<T> {
  return ({ tokens, budget }, at) => {
    const found: Found<T>[] = [];
    for (let index = at; index <= at + mostFillers && budget.steps > 0; index++) {
      const here = tokens[index];
      if (here === undefined) break;
      budget.steps--;
      const value = pick(here);
      if (value !== undefined) found.push({ value, next: index + 1 });
      if (!here.skippable) break;
    }
    return found;
  };
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
        const made = make(a, found.value, input);
        return made === undefined ? [] : [{ value: made, next: found.next }];
      }),
    );
}

/** Three rules in a row. */
export function three<A, B, C, D>(first: Rule<A>, second: Rule<B>, third: Rule<C>, make: (a: A, b: B, c: C, input: Input) => D | undefined): Rule<D> {
  return both(both(first, second, (a, b) => ({ a, b })), third, ({ a, b }, c, input) => make(a, b, c, input));
}

/** What follows something that is only a sign. */
export function after<T>(sign: Rule<unknown>, rule: Rule<T>): Rule<T> {
  return both(sign, rule, (_, value) => value);
}

/** What stands before something that is only a sign. */
export function followed<T>(rule: Rule<T>, sign: Rule<unknown>): Rule<T> {
  return both(rule, sign, (value) => value);
}

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
  return both(rule, (input, at) => (most > 1 ? maybe(some(rule, most - 1))(input, at) : [{ value: undefined, next: at }]), (first, rest) => [first, ...(rest ?? [])]);
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

/** A rule that is declared further down or in another file. */
export function later<T>(rule: () => Rule<T>): Rule<T> {
  return (input, at) => rule()(input, at);
}
