import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { move, recount, type Standing } from '../../src/core/balance.ts';

/**
 * People by number; what each says first stands beside: one of two stakeholder groups, or nothing. Whoever is `anew` has forgotten themselves and come
 * back, or linked or parted accounts; `says` is what somebody says of themselves from then on.
 */
type Week = {
  readonly joins: readonly number[];
  readonly leaves: readonly number[];
  readonly anew: readonly number[];
  readonly says: readonly (readonly [one: number, kind: Kind])[];
};

const kinds = ['a', 'b', 'unsaid'] as const;
type Kind = (typeof kinds)[number];

const people = 7;

const nothing: Standing = { level: 0, shown: 0 };

/** Who is inside, whoever came first first; whom of them the numbers take into account; and what everybody says. */
type Living = { readonly inside: Set<number>; readonly seen: Set<number>; readonly says: Kind[] };

function live({ inside, seen, says }: Living, week: Week): void {
  for (const one of week.joins) inside.add(one);
  for (const one of week.leaves) inside.delete(one);
  for (const one of week.anew.filter((some) => inside.delete(some))) {
    seen.delete(one);
    inside.add(one);
  }
  for (const [one, kind] of week.says) {
    if (says[one] !== 'unsaid' && says[one] !== kind) seen.delete(one);
    says[one] = kind;
  }
}

/** What is shown of both groups week by week while people come and go. */
function shownOver(
  weeks: readonly Week[],
  kindOf: readonly Kind[],
): { readonly shown: string; readonly behind: readonly (readonly [shown: number, count: number])[] } {
  let living: Living = { inside: new Set(), seen: new Set(), says: [...kindOf] };
  let before = 0;
  let standing = { a: nothing, b: nothing };
  const lines: string[] = [];
  const behind: (readonly [number, number])[] = [];
  for (const week of weeks) {
    live(living, week);
    const { inside, seen, says } = living;
    const { moved, size, counted } = recount(
      before,
      [...inside].map((one) => ({ one, kind: says[one], counted: seen.has(one) })),
    );
    living = { ...living, seen: new Set(counted.map(({ one }) => one)) };
    before = size;
    const count = (kind: Kind) => counted.filter((one) => one.kind === kind).length;
    standing = { a: move(standing.a, count('a'), inside.size, moved), b: move(standing.b, count('b'), inside.size, moved) };
    behind.push([standing.a.shown, count('a')], [standing.b.shown, count('b')]);
    lines.push(`${standing.a.shown} ${standing.b.shown}`);
  }
  return { shown: lines.join(', '), behind };
}

/** Every way in which so many people, of whom one has said something in particular, may have said that they are of one group, or nothing. */
function everyone(people: number, who: number, kind: Kind): Kind[][] {
  const codes = Array.from({ length: 2 ** people }, (_, code) => code).filter((code) => Math.floor(code / 2 ** who) % 2 === 0);
  return codes.map((code) => Array.from({ length: people }, (_, index) => (index === who ? kind : Math.floor(code / 2 ** index) % 2 === 1 ? 'a' : 'unsaid')));
}

/**
 * The same history as it looks from outside: numbers alone say that people came and went, not who, so that whoever comes back may be somebody new;
 * the target alone, whom the attacker knows, is the same throughout, and stands first.
 */
function fromOutside(weeks: readonly Week[], target: number): { readonly weeks: readonly Week[]; readonly people: number } {
  const labels = new Map([[target, 0]]);
  let people = 1;
  const inside = new Set<number>();
  const come = (one: number): number => {
    if (one === target || inside.has(one)) return labels.get(one) ?? 0;
    inside.add(one);
    labels.set(one, people);
    people += 1;
    return people - 1;
  };
  const go = (one: number): number[] => {
    inside.delete(one);
    return labels.has(one) ? [labels.get(one) ?? 0] : [];
  };
  const seenFrom = ({ joins, leaves, anew }: Week): Week => {
    const came = joins.map(come);
    const gone = leaves.flatMap(go);
    const back = anew.filter((one) => one !== target && inside.has(one));
    const replaced = back.flatMap(go);
    const others = back.map(come);
    return { joins: [...came, ...others], leaves: [...gone, ...replaced], anew: anew.includes(target) ? [0] : [], says: [] };
  };
  return { weeks: weeks.map(seenFrom), people };
}

/** The same where somebody takes back in a week what they said. */
function taking(weeks: readonly Week[], who: number, when: number): readonly Week[] {
  return weeks.map((week, index) => (index === when ? { ...week, says: [[who, 'unsaid']] } : week));
}

/** What the attacker can tell that the target said first, who sees every number of every week, and knows in which one of all may have taken it back. */
function attack(weeks: readonly Week[], target: number, when: number, shown: string): readonly Kind[] {
  const seen = fromOutside(weeks, target);
  const isPossible = (history: readonly Week[], count: number, who: number, kind: Kind) =>
    Array.from({ length: count }, (_, taker) => taking(history, taker, when)).some((taken) =>
      everyone(count, who, kind).some((world) => shownOver(taken, world).shown === shown),
    );
  return kinds.filter((kind) => isPossible(weeks, people, target, kind) || isPossible(seen.weeks, seen.people, 0, kind));
}

const one = fc.nat({ max: people - 1 });
const some = fc.uniqueArray(one, { maxLength: people });
const few = fc.uniqueArray(one, { maxLength: 2 });
const all = fc.constant([0, 1, 2, 3, 4, 5, 6]);
const nobody = fc.constant([]);
const first = fc.record({ joins: fc.oneof(all, some), leaves: nobody, anew: nobody, says: nobody });
const week = fc.record({ joins: some, leaves: fc.oneof(some, few), anew: few, says: nobody });
const weeks = fc.tuple(first, fc.array(week, { maxLength: 3 })).map(([before, others]) => [before, ...others]);
const truths = fc.array(fc.constantFrom('a' as const, 'a' as const, 'unsaid' as const), { minLength: people, maxLength: people });

const anybody = fc.nat({ max: 40 });
const sayings = fc.array(fc.tuple(anybody, fc.constantFrom(...kinds)));

describe('the numbers of stakeholder groups', () => {
  it('let nobody who watches all of them, and knows when somebody came and went, tell what that person is', () => {
    let told = 0;
    fc.assert(
      fc.property(weeks, truths, one, one, fc.nat({ max: 4 }), (history, truth, target, taker, when) => {
        fc.pre(fromOutside(history, target).people <= 12);
        const { shown } = shownOver(taking(history, taker, when), truth);
        if (/[36]/.test(shown)) told += 1;
        expect(attack(history, target, when, shown).length).toBeGreaterThan(1);
      }),
      { numRuns: 300, endOnFailure: true },
    );
    // Numbers that never show anything would give nothing away, either.
    expect(told).toBeGreaterThan(50);
  });

  it('have at least three people behind them in the week in which they are made, and are whole steps', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ joins: fc.uniqueArray(anybody, { maxLength: 40 }), leaves: fc.uniqueArray(anybody), anew: fc.uniqueArray(anybody), says: sayings }),
          {
            maxLength: 30,
          },
        ),
        (weeks) => {
          const truth = Array.from({ length: 41 }, (_, index) => kinds[index % 3] ?? 'unsaid');
          for (const [shown, count] of shownOver(weeks, truth).behind) {
            expect(shown % 3).toBe(0);
            if (shown > 0) expect(count).toBeGreaterThanOrEqual(3);
          }
        },
      ),
    );
  });

  it.each([
    ['too few to be told', 0, 2, 9, { joined: 9, left: 0 }, 0],
    ['three among many', 0, 3, 9, { joined: 9, left: 0 }, 3],
    ['nobody is the only kind there is', 0, 6, 6, { joined: 6, left: 0 }, 3],
    ['fewer have come than could stand behind a step', 3, 6, 12, { joined: 2, left: 0 }, 3],
    ['a step for every three who have come', 0, 9, 20, { joined: 6, left: 0 }, 6],
    ['fewer have gone than could stand behind a step, so it is not shown for a while', 3, 2, 12, { joined: 0, left: 1 }, 0],
    ['no further down than so many have gone', 9, 0, 12, { joined: 0, left: 3 }, 6],
    ['down again', 6, 3, 12, { joined: 0, left: 3 }, 3],
  ])('%s', (_why, level, count, total, moved, shown) => {
    expect(move({ level, shown: level }, count, total, moved).shown).toBe(shown);
  });
});
