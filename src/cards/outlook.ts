import type { Block, Button, Card, Fact, Line } from '../chat/card.ts';
import { dayIn } from '../core/calendar.ts';
import { type Milestone, type Outlook, settlementOf, whenOf } from '../core/milestone.ts';
import { daysUntil, monthWithin, type When } from '../core/when.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import { sayInstant } from '../text/say.ts';
import type { Words } from '../text/words.ts';
import { headline, showButton } from './milestone-lines.ts';

/** From where a card is read: its clock, its zone, its language. */
export type View = { readonly now: Date; readonly zone: string; readonly words: Words };

/** How many missing outcomes are named before the rest is counted. */
const named = 2;

/** What comes next, as a card: under way, next, then, and whose outcome is not recorded. */
export function outlookCard(outlook: Outlook, view: View, lookingBack: boolean): Card {
  const { words } = view;
  return {
    kind: 'card',
    language: words.language,
    title: words.outlook.title,
    tone: 'plain',
    blocks: [...(lookingBack ? [note([words.outlook.asOf(sayInstant(words.tag, view.now, view.zone))])] : []), ...outlookBlocks(outlook, view)],
    buttons: outlookButtons(outlook, words),
    audience: 'asker',
  };
}

/** The same facts for a place inside another card. */
export function outlookBlocks(outlook: Outlook, view: View): readonly Block[] {
  const { words } = view;
  if (outlook.next === undefined && outlook.underWay.length === 0) return nothingAhead(outlook, view);
  const facts: Fact[] = [
    ...outlook.underWay.map((milestone) => ({ label: underWayLabel(milestone, words), value: line(milestone, outlook, view) })),
    ...(outlook.next ? [{ label: words.outlook.next, value: line(outlook.next, outlook, view) }] : []),
    ...(outlook.afterNext ? [{ label: words.outlook.thenLabel, value: line(outlook.afterNext, outlook, view) }] : []),
  ];
  return [{ kind: 'facts', facts }, ...awaiting(outlook, words)];
}

function note(text: Line): Block {
  return { kind: 'note', text };
}

function underWayLabel(milestone: Milestone, words: Words): string {
  const { kind } = whenOf(milestone);
  if (kind === 'day') return words.outlook.today;
  return kind === 'month' || kind === 'either' ? words.outlook.thisMonth : words.outlook.underWay;
}

/** One milestone in one line: id, when, how far, what, and what it waits for. */
function line(milestone: Milestone, outlook: Outlook, view: View): Line {
  const waits = outlook.waitingFor.filter((one) => one.milestone === milestone.id).map(({ on }) => dependency(on, view));
  return [{ kind: 'bold', text: milestone.id }, ` · ${[whenWords(milestone, view), headline(milestone.text), ...waits].join(' · ')}`];
}

function dependency(on: Milestone, { words }: View): string {
  return words.outlook.dependsOn(on.id, headline(on.text, 60), sayWhen(whenOf(on), words.language, wordingOf(on)));
}

function wordingOf({ confirmed, planned }: Milestone): string | undefined {
  return (confirmed ?? planned).wording;
}

/** When it is, what was planned when that differs, what the date leaves open, and how far away it is. */
function whenWords(milestone: Milestone, { now, zone, words }: View): string {
  const when = whenOf(milestone);
  const today = dayIn(zone, now);
  const { language, outlook } = words;
  const planned = milestone.confirmed === undefined ? [] : [outlook.planned(sayWhen(milestone.planned.when, language, milestone.planned.wording))];
  const remarks = [...planned, ...openness(when, words), ...distance(when, today, words)];
  const said = sayWhen(when, language, wordingOf(milestone));
  return remarks.length === 0 ? said : `${said} (${remarks.join(', ')})`;
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
  const names = words.list([...shown.map(({ id, text }) => `${id} (${headline(text, 60)})`), ...more]);
  return [note([{ kind: 'bold', text: words.surface.labelled(words.outlook.awaiting) }, ` ${names}`])];
}

function nothingAhead(outlook: Outlook, view: View): readonly Block[] {
  const { words } = view;
  const { last } = outlook;
  if (last === undefined) return [{ kind: 'paragraph', text: [words.outlook.empty] }, note([words.outlook.proposeNext()])];
  const recorded = settlementOf(last, view.now)?.text ?? words.outlook.nothingRecorded;
  const facts: Fact[] = [
    { label: words.outlook.last, value: line(last, outlook, view) },
    { label: words.milestone.outcome, value: [recorded] },
  ];
  const missing = outlook.awaitingCount === 0 ? [] : [note([words.outlook.outcomesMissing(outlook.awaitingCount, outlook.awaitingMore)])];
  return [{ kind: 'paragraph', text: [words.outlook.nothingAhead] }, { kind: 'facts', facts }, ...missing, note([words.outlook.proposeNext()])];
}

function outlookButtons({ underWay, next, last }: Outlook, words: Words): readonly Button[] {
  const first = underWay[0] ?? next ?? last;
  const shown = first === undefined ? [] : [showButton(first.id, words)];
  return [...shown, { kind: 'act', label: words.home.timeline, invoke: { command: 'timeline', options: {} } }];
}
