import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { move, type Standing, taken } from '../../src/core/balance.ts';

/** People by number; what each is stands beside: one of two stakeholder groups, or nothing said. */
type Week = { readonly joins: readonly number[]; readonly leaves: readonly number[] };

const kinds = ['a', 'b', 'unsaid'] as const;
type Kind = (typeof kinds)[number];

const people = 7;

const nothing: Standing = { level: 0, shown: 0 };

/** What is shown of both groups week by week while people come and go. */
function shownOver(
  weeks: readonly Week[],
  kindOf: readonly Kind[],
): { readonly shown: string; readonly behind: readonly (readonly [shown: number, count: number])[] } {
  const inside = new Set<number>();
  let seen: readonly number[] = [];
  let standing = { a: nothing, b: nothing };
  const lines: string[] = [];
  const behind: (readonly [number, number])[] = [];
  for (const { joins, leaves } of weeks) {
    for (const one of joins) inside.add(one);
    for (const one of leaves) inside.delete(one);
    const came = [...inside].filter((one) => !seen.includes(one)).toSorted((x, y) => x - y);
    const went = seen.filter((one) => !inside.has(one));
    const moved = { joined: came.length, left: went.length };
    const { joined, left } = taken(moved);
    seen = [...seen.filter((one) => !went.slice(0, left).includes(one)), ...came.slice(0, joined)];
    const count = (kind: Kind) => seen.filter((one) => inside.has(one) && kindOf[one] === kind).length;
    standing = { a: move(standing.a, count('a'), inside.size, moved), b: move(standing.b, count('b'), inside.size, moved) };
    behind.push([standing.a.shown, count('a')], [standing.b.shown, count('b')]);
    lines.push(`${standing.a.shown} ${standing.b.shown}`);
  }
  return { shown: lines.join(', '), behind };
}

/** Every way in which so many people may have said that they are of one group, or nothing. */
function everyone(people: number): Kind[][] {
  return Array.from({ length: 2 ** people }, (_, code) =>
    Array.from({ length: people }, (__, index) => (Math.floor(code / 2 ** index) % 2 === 1 ? 'a' : 'unsaid')),
  );
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
  return { weeks: weeks.map(({ joins, leaves }) => ({ joins: joins.map(come), leaves: leaves.flatMap(go) })), people };
}

/** What the attacker can tell of the target, who sees every number of every week. */
function attack(weeks: readonly Week[], target: number, shown: string): ReadonlySet<Kind> {
  const seen = fromOutside(weeks, target);
  const possible = (history: readonly Week[], count: number, who: number) =>
    everyone(count)
      .filter((world) => shownOver(history, world).shown === shown)
      .map((world) => world[who] ?? 'unsaid');
  return new Set([...possible(weeks, people, target), ...possible(seen.weeks, seen.people, 0)]);
}

const some = fc.uniqueArray(fc.nat({ max: people - 1 }), { maxLength: people });
const weeks = fc.array(fc.record({ joins: some, leaves: some }), { minLength: 1, maxLength: 4 });
const truths = fc.array(fc.constantFrom('a' as const, 'a' as const, 'unsaid' as const), { minLength: people, maxLength: people });

describe('the numbers of stakeholder groups', () => {
  it('let nobody who watches all of them, and knows when somebody came and went, tell what that person is', () => {
    let told = 0;
    fc.assert(
      fc.property(weeks, truths, fc.nat({ max: people - 1 }), (history, truth, target) => {
        fc.pre(fromOutside(history, target).people <= 12);
        const { shown } = shownOver(history, truth);
        if (/[36]/.test(shown)) told += 1;
        expect(attack(history, target, shown)).toEqual(new Set(['a', 'unsaid']));
      }),
      { numRuns: 200, endOnFailure: true },
    );
    // Numbers that never show anything would give nothing away, either.
    expect(told).toBeGreaterThan(10);
  });

  it('have at least three people behind them in the week in which they are made, and are whole steps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ joins: fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 40 }), leaves: fc.uniqueArray(fc.nat({ max: 40 })) }), { maxLength: 30 }),
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
