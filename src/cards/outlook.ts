import { act, type Block, type Button, type Card, card, type Line, note, paragraph } from '../chat/card.ts';
import { dayIn } from '../core/calendar.ts';
import { countingDate, type Milestone, type Outlook, settlementOf, stateOf, whenOf } from '../core/milestone.ts';
import { daysUntil, monthWithin, type When, whatIsLeft } from '../core/when.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import { headline, showButton } from './milestone-lines.ts';

/** From where a card is read: its clock, its zone, its language. */
export type View = { readonly now: Date; readonly zone: string; readonly words: Words };

/** How many missing outcomes are named before the rest is counted. */
const named = 2;

/** What comes next, as a card: under way, next, then, and whose outcome is not recorded. */
export function outlookCard(outlook: Outlook, view: View, lookingBack: boolean): Card {
  const { words } = view;
  return card(words, {
    title: words.outlook.title,
    blocks: [...(lookingBack ? [asOfNote(view)] : []), ...outlookBlocks(outlook, view)],
    buttons: outlookButtons(outlook, words),
  });
}

/** The same facts for a place inside another card. */
export function outlookBlocks(outlook: Outlook, view: View): readonly Block[] {
  const { words } = view;
  const { underWay, next, afterNext } = outlook;
  if (next === undefined && underWay.length === 0) return nothingAhead(outlook, view);
  return [
    ...underWay.flatMap((milestone) => milestoneBlocks(underWayLabel(milestone, view), milestone, outlook, view)),
    ...(next ? milestoneBlocks(words.outlook.next, next, outlook, view) : []),
    ...(afterNext ? milestoneBlocks(words.outlook.afterNext, afterNext, outlook, view) : []),
    ...awaiting(outlook, words),
  ];
}

/** The moment for which a card answers, where that is another than now. */
export function asOfNote({ now, words }: View): Block {
  return note(`${words.outlook.asOf} `, { kind: 'time', at: now });
}

function underWayLabel(milestone: Milestone, { now, words }: View): string {
  const state = stateOf(milestone, now);
  if (state === 'today') return words.outlook.today;
  return state === 'this month' ? words.outlook.thisMonth : words.outlook.underWay;
}

/** One milestone: when, and how far that is; what; and what it waits for. */
function milestoneBlocks(label: string, milestone: Milestone, outlook: Outlook, view: View): readonly Block[] {
  const waits = outlook.waitingFor.filter((one) => one.milestone === milestone.id);
  return [
    { kind: 'facts', facts: [{ label, value: whenLine(milestone, view) }] },
    paragraph(`${milestone.id} · ${headline(milestone.text)}`),
    ...waits.map(({ on }) => note(dependency(on, view))),
  ];
}

function dependency(on: Milestone, { words }: View): string {
  return words.outlook.dependsOn(on.id, headline(on.text, 60), sayWhen(whenOf(on), words.language, countingDate(on).wording));
}

/** When it is, how far away that is, what was planned when that differs, and what the date leaves open. */
function whenLine(milestone: Milestone, { now, zone, words }: View): Line {
  const counting = countingDate(milestone);
  const { when, wording } = counting;
  const { language, outlook } = words;
  const planned = counting === milestone.planned ? [] : [outlook.planned(sayWhen(milestone.planned.when, language, milestone.planned.wording))];
  const remarks = [...openness(when, words), ...distance(whatIsLeft(when, now), dayIn(zone, now), words), ...planned];
  const date = { kind: 'bold', text: sayWhen(when, language, wording) } as const;
  return remarks.length === 0 ? [date] : [date, ` · ${remarks.join(' · ')}`];
}

function openness(when: When, { outlook }: Words): readonly string[] {
  if (when.kind === 'month') return [outlook.monthOnly];
  return when.kind === 'either' ? [outlook.oneOfThem] : [];
}

function distance(when: When, today: string, { outlook }: Words): readonly string[] {
  const until = daysUntil(when, today);
  if (until === undefined) return [];
  if (until > 0) return [when.kind === 'day' ? outlook.inDays(until) : outlook.earliestInDays(until)];
  const place = monthWithin(when, today);
  return place === undefined ? [] : [outlook.monthOf(place.month, place.of)];
}

function awaiting(outlook: Outlook, words: Words): readonly Block[] {
  if (outlook.awaitingCount === 0) return [];
  const shown = outlook.awaiting.slice(0, named);
  const rest = outlook.awaitingCount - shown.length;
  const more = rest > 0 ? [words.outlook.andMore(rest, outlook.awaitingMore)] : [];
  const names = words.list([...shown.map((milestone) => `${milestone.id} (${sayWhen(whenOf(milestone), words.language)})`), ...more]);
  return [note(`${words.surface.labelled(words.outlook.awaiting)} ${names}`)];
}

function nothingAhead(outlook: Outlook, view: View): readonly Block[] {
  const { words } = view;
  const { last } = outlook;
  if (last === undefined) return [paragraph(words.outlook.empty), note(words.outlook.proposeNext())];
  const recorded = settlementOf(last, view.now)?.text ?? words.outlook.nothingRecorded;
  const missing = outlook.awaitingCount === 0 ? [] : [note(words.outlook.outcomesMissing(outlook.awaitingCount, outlook.awaitingMore))];
  return [
    paragraph(words.outlook.nothingAhead),
    ...milestoneBlocks(words.outlook.last, last, outlook, view),
    { kind: 'facts', facts: [{ label: words.milestone.outcome, value: [recorded] }] },
    ...missing,
    note(words.outlook.proposeNext()),
  ];
}

function outlookButtons({ underWay, next, last }: Outlook, words: Words): readonly Button[] {
  const first = underWay[0] ?? next ?? last;
  const shown = first === undefined ? [] : [showButton(first.id, words)];
  return [...shown, act(words.home.timeline, 'timeline')];
}
