import { looseYear, relativeUnit, runningUnit, which, year } from './months.ts';
import { number, numberOf, ordinal } from './numbers.ts';
import { any, both, map, none, type Rule, three, wordWhere } from './rule.ts';
import { type Series, series, seriesShape } from './series.ts';
import { fixed, inTurn, type Shape } from './shape.ts';
import { unitAt } from './units.ts';

type Half = 'quarter' | 'half';
type Numbered = { readonly unit: Half; readonly number: number };

const parts = { quarter: [1, 2, 3, 4], half: [1, 2] } as const;

function partShape({ unit, number: wanted }: Numbered): Shape | undefined {
  if (unit === 'half') return halfOfEveryYear(parts.half.find((half) => half === wanted));
  const quarter = parts.quarter.find((value) => value === wanted);
  return quarter === undefined ? undefined : { unit, every: 'year', at: (turn) => ({ kind: 'quarter', year: turn, quarter }) };
}

function halfOfEveryYear(half: 1 | 2 | undefined): Shape | undefined {
  return half === undefined ? undefined : { unit: 'half', every: 'year', at: (turn) => ({ kind: 'half', year: turn, half }) };
}

function unitWord(unit: Half): Rule<true> {
  return wordWhere('unit', (meaning) => (meaning.unit === unit ? true : undefined));
}

function letter(unit: Half): Rule<true> {
  return wordWhere('letter', (meaning) => (meaning.unit === unit ? true : undefined));
}

/** Which quarter or half of a year: Q3, 3Q, third quarter, quarter 3. */
function numbered(unit: Half): Rule<number> {
  const most = parts[unit].length;
  return any(
    both(letter(unit), numberOf(most), (_, value) => value),
    both(ordinal, unitWord(unit), (value) => value),
    both(unitWord(unit), numberOf(most), (_, value) => value),
  );
}

/** Several of them with the word or the letter said once: "first and second quarters", Q1-2. */
function numberedSeries(unit: Half): Rule<Series<number>> {
  const said = series(ordinal);
  const figures = series(number(parts[unit].length));
  return any(
    both(said, unitWord(unit), (value) => value),
    both(letter(unit), figures, (_, value) => value),
  );
}

/** The last of a year is only known by the year: "last quarter of 2022". */
const lastOne = map(which, (said) => (said === 'last' ? true : undefined));

/** A year beside a part of it; "of the year" is this one. */
const yearOfPart: Rule<number> = any(
  looseYear,
  map(runningUnit('year'), (_, { today }) => Number(today.slice(0, 4))),
);

function partOf(unit: Half): Rule<Shape> {
  const shape = map(numbered(unit), (value) => partShape({ unit, number: value }));
  const several = map(numberedSeries(unit), ({ join, items }) => {
    const shapes = items.map((value) => partShape({ unit, number: value })).filter((value) => value !== undefined);
    return shapes.length === items.length ? seriesShape({ join, items: shapes }) : undefined;
  });
  const either = any(shape, several);
  // Without a year "2h" is more often a length of time.
  const turned = map(
    both(number(parts[unit].length), letter(unit), (value) => value),
    (value) => partShape({ unit, number: value }),
  );
  return any(
    both(either, yearOfPart, inTurn),
    both(turned, yearOfPart, inTurn),
    both(year, turned, (value, part) => inTurn(part, value)),
    unit === 'quarter' ? turned : none,
    both(year, either, (value, part) => inTurn(part, value)),
    three(lastOne, unitWord(unit), yearOfPart, (_, __, value) => lastOfYear(unit, value)),
    either,
    map(relativeUnit(unit), (count, { today }) => fixed(unit, unitAt(unit, today, count))),
  );
}

function lastOfYear(unit: Half, value: number): Shape | undefined {
  const last = partShape({ unit, number: parts[unit].length });
  return last === undefined ? undefined : inTurn(last, value);
}

/** A quarter or a half of a year, or several. */
export const partShapes: Rule<Shape> = any(partOf('quarter'), partOf('half'));
