import type { Block } from '../chat/card.ts';
import { addMonths, type Month, monthOf, monthsBetween } from '../core/calendar.ts';
import { type Milestone, type MilestoneState, stateOf, whenOf } from '../core/milestone.ts';
import { bounds, type When } from '../core/when.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import { monthInitial } from '../text/formats.ts';
import type { View } from './outlook.ts';

/** What a phone shows in one line, in months, quarters or years. */
const widest = 24;

const steps = [1, 3, 12, 120] as const;

export const endMarks: Record<MilestoneState, string> = {
  ahead: '',
  today: '',
  'this month': '',
  'under way': '',
  'outcome not recorded': '?',
  done: '✓',
  cancelled: '×',
};

type Grid = { readonly from: Month; readonly step: number; readonly columns: number };

/** The plan over its months, a row for each milestone: the date that counts, and where it was planned before it moved. */
export function drawing(milestones: readonly Milestone[], view: View): Extract<Block, { kind: 'drawing' }> | undefined {
  const dated = milestones.filter((milestone) => bounds(whenOf(milestone)) !== undefined);
  const grid = gridOver(dated);
  if (grid === undefined) return undefined;
  const width = Math.max(...dated.map(({ id }) => id.length));
  const rows = dated.map((milestone) => `${milestone.id.padEnd(width)} ${row(milestone, grid)} ${endMarks[stateOf(milestone, view.now)]}`.trimEnd());
  const head = header(grid, view.words.tag).map((line) => `${' '.repeat(width)} ${line}`.trimEnd());
  return {
    kind: 'drawing',
    text: [...head, ...rows].join('\n'),
    alternative: view.words.timeline.drawingIs(dated.map((milestone) => spoken(milestone, view))),
  };
}

function spoken(milestone: Milestone, { words, now }: View): string {
  const when = whenOf(milestone);
  return `${words.surface.labelled(milestone.id)} ${sayWhen(when, words.language)}, ${words.states[stateOf(milestone, now)]}`;
}

function gridOver(milestones: readonly Milestone[]): Grid | undefined {
  const touched = milestones.flatMap((milestone) => [milestone.planned.when, whenOf(milestone)]).flatMap((when) => bounds(when) ?? []);
  const first = touched.map((days) => monthOf(days.first)).toSorted()[0];
  const last = touched
    .map((days) => monthOf(days.last))
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return undefined;
  const months = monthsBetween(first, last) + 1;
  const step = steps.find((one) => months / one <= widest) ?? Math.ceil(months / widest);
  const from = step === 1 ? first : `${first.slice(0, 4)}-01`;
  return { from, step, columns: Math.floor(monthsBetween(from, last) / step) + 1 };
}

function columnOf(month: Month, { from, step }: Grid): number {
  return Math.floor(monthsBetween(from, month) / step);
}

function row(milestone: Milestone, grid: Grid): string {
  const cells = Array.from({ length: grid.columns }, () => '·');
  if (milestone.confirmed !== undefined) paint(cells, milestone.planned.when, grid, '○', '○');
  const when = whenOf(milestone);
  paint(cells, when, grid, '●', when.kind === 'either' ? '◌' : '━');
  return cells.join('');
}

/** A single cell gets the mark of a date, more than one the mark of a stretch. */
function paint(cells: string[], when: When, grid: Grid, single: string, several: string): void {
  const days = bounds(when);
  if (days === undefined) return;
  const [first, last] = [columnOf(monthOf(days.first), grid), columnOf(monthOf(days.last), grid)];
  cells.fill(first === last ? single : several, first, last + 1);
}

/** The years over their Januaries, the first one where it has room, and under them the initials of the months where each has a column. */
function header(grid: Grid, tag: string): readonly string[] {
  const months = Array.from({ length: grid.columns }, (_, column) => addMonths(grid.from, column * grid.step));
  const years = Array.from({ length: grid.columns + 4 }, () => ' ');
  const changes = months.flatMap((month, column) => (column > 0 && month.slice(0, 4) !== months[column - 1]?.slice(0, 4) ? [column] : []));
  const starts = (changes[0] ?? grid.columns) > 4 || grid.columns < 5 ? [0, ...changes] : changes;
  let free = 0;
  for (const column of starts) {
    if (column < free) continue;
    years.splice(column, 4, ...(months[column] ?? '').slice(0, 4));
    free = column + 5;
  }
  const letters = months.map((month) => monthInitial(tag).format(new Date(`${month}-15T12:00:00Z`)));
  return grid.step === 1 ? [years.join(''), letters.join('')] : [years.join('')];
}

/** What the marks that a drawing uses stand for. */
export function legendFor(drawn: string, { words }: View): string {
  const used = Object.entries(words.timeline.legend).filter(([mark]) => drawn.includes(mark));
  return used.map(([mark, meaning]) => `${mark}\u00a0${meaning}`).join(' · ');
}
