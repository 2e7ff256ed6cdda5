import { act, type Block, type Button, type Card, card, type Item, note, paragraph } from '../chat/card.ts';
import { type Invocation, isCarried } from '../chat/invocation.ts';
import { countingDate, type Milestone, stateOf } from '../core/milestone.ts';
import { periodToEdtf } from '../core/when.ts';
import type { PeriodReading } from '../text/dates/read-when.ts';
import { sayPeriod, sayWhen } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import { drawing, endMarks, legendFor } from './drawing.ts';
import { headline, showButton } from './milestone-lines.ts';
import { asOfNote, type View } from './outlook.ts';
import { pageButtons, pageNote } from './pages.ts';

/** A page of the plan, in the order of the timeline. */
export type Page = { readonly milestones: readonly Milestone[]; readonly total: number; readonly skip: number; readonly size: number };

/** A page of the part of the plan that was asked for, as it was said and understood. */
export type PlanPage = Page & { readonly reading: PeriodReading & { readonly said?: string } };

/** The options that the pages beside this one are asked with. */
type Asked = Readonly<Record<string, string | undefined>>;

/** The plan or a part of it, in words and as a drawing, with buttons to the pages beside this one. */
export function timelineCard(page: PlanPage, options: Asked, view: View): Card {
  const { words } = view;
  const { period, wording } = page.reading;
  const asked = period.from === undefined && period.to === undefined ? undefined : sayPeriod(period, words.language, wording);
  return card(words, {
    title: asked === undefined ? words.timeline.title : words.timeline.titleFor(asked),
    blocks: [
      ...(options['as-of'] === undefined ? [] : [asOfNote(view)]),
      ...(page.milestones.length === 0 ? nothing(asked, words) : timelineBlocks(page, view)),
      ...understoodNote(page, words),
    ],
    buttons: [...planButtons(page, asked, options, view), ...otherReading(page, options, words)],
  });
}

function nothing(asked: string | undefined, { timeline, outlook }: Words): readonly Block[] {
  return [paragraph(asked === undefined ? outlook.empty : timeline.nothing(asked))];
}

/** How an ambiguous date was understood; nothing where there is but one way to read it. */
export function understoodNote({ reading: { said, period, other } }: PlanPage, { milestone, language }: Words): readonly Block[] {
  if (said === undefined || other === undefined) return [];
  return [note(milestone.understoodAs(said, sayPeriod(period, language)))];
}

/** Asks for what an ambiguous date means the other way round. */
export function otherReading({ reading: { other } }: PlanPage, { 'as-of': asOf }: Asked, { milestone, language }: Words): readonly Button[] {
  if (other === undefined) return [];
  const options = { period: periodToEdtf(other), ...(asOf !== undefined && { 'as-of': asOf }) };
  return [act(milestone.otherReading(sayPeriod(other, language)), 'timeline', options)];
}

/** Asks for the same part of the plan: as it was typed, or as it was understood where that is too long for a button that turns the page. */
function askedAgain({ reading: { period }, total }: PlanPage, { period: said, 'as-of': asOf }: Asked, now: Date): Invocation {
  const invoke = (from: string, at: string): Invocation => ({
    command: 'timeline',
    options: { ...(said !== undefined && { period: from }), ...(asOf !== undefined && { 'as-of': at }) },
  });
  const typed = invoke(said ?? '', asOf ?? '');
  const isShort = isCarried({ ...typed, options: { ...typed.options, skip: String(total) } });
  return isShort ? typed : invoke(periodToEdtf(period), now.toISOString());
}

/** The milestones of a page as a drawing and a list. */
export function timelineBlocks({ milestones, total, skip }: Page, view: View): readonly Block[] {
  const drawn = drawing(milestones, view);
  const drawings: readonly Block[] = drawn === undefined ? [] : [drawn, note(legendFor(drawn.text, view))];
  const items = milestones.map((milestone) => item(milestone, view));
  return [...drawings, { kind: 'list', items }, ...pageNote({ skip, shown: items.length, total }, view.words)];
}

/** Its state as the mark that the drawing has for it, else in words. */
function item(milestone: Milestone, { words, now }: View): Item {
  const { language, outlook, states } = words;
  const { planned } = milestone;
  const counting = countingDate(milestone);
  const state = stateOf(milestone, now);
  const mark = endMarks[state];
  const date = sayWhen(counting.when, language, counting.wording);
  const before = counting === planned ? '' : ` (${outlook.planned(sayWhen(planned.when, language, planned.wording))})`;
  const said = mark === '' ? ` · ${states[state]}` : '';
  return { text: [{ kind: 'bold', text: `${mark} ${milestone.id} · ${date}`.trim() }, `${before} · ${headline(milestone.text, 90)}${said}`] };
}

function planButtons(page: PlanPage, asked: string | undefined, options: Asked, { words, now }: View): readonly Button[] {
  const { skip, size, total, milestones } = page;
  const more = skip + milestones.length < total;
  const first = milestones.find((milestone) => stateOf(milestone, now) !== 'outcome not recorded') ?? milestones.at(-1);
  return [
    ...pageButtons({ skip, size, more }, askedAgain(page, options, now), { back: words.timeline.earlier, more: words.timeline.later }),
    ...(asked === undefined ? [] : [act(words.timeline.whole, 'timeline')]),
    ...(first === undefined ? [] : [showButton(first.id, words)]),
  ];
}
