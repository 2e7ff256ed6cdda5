import { act, type Block, type Card, card, type Item, note, paragraph } from '../chat/card.ts';
import type { ShownProblem } from '../chat/command.ts';
import { withOtherReading } from '../chat/other-reading.ts';
import type { Group } from '../core/group.ts';
import type { Update } from '../core/update.ts';
import { weekIn, weekName } from '../core/week.ts';
import { type Period, periodToEdtf } from '../core/when.ts';
import { sayPeriod } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import type { View } from './outlook.ts';
import { pageButtons } from './pages.ts';
import { firstLine, nameOf, showUpdateButton } from './update-lines.ts';
import { weekNumber } from './week-lines.ts';

/** A page of updates, newest week first. */
export type UpdatesShown = {
  readonly updates: readonly Update[];
  readonly more: boolean;
  readonly skip: number;
  readonly size: number;
  readonly groups: readonly Group[];
  /** The one that was asked about. */
  readonly group?: Group | undefined;
  readonly period: Period;
  /** Where the period was typed in figures that can be read in two ways. */
  readonly ambiguous?: { readonly said: string; readonly other: Period };
  /** What the pages beside this one are asked with. */
  readonly asked: Readonly<Record<string, string>>;
};

/** Past updates, each with its week, its group and where that stood, and with buttons to the pages beside this one. */
export function updatesCard(page: UpdatesShown, view: Pick<View, 'now' | 'words'>): Card {
  const card = pageCard(page, view);
  const { ambiguous, period, asked } = page;
  if (ambiguous === undefined) return card;
  const { said, other } = ambiguous;
  const { language } = view.words;
  const invoke = { command: 'updates', options: { ...asked, period: periodToEdtf(other) } };
  return withOtherReading(card, { said, understood: sayPeriod(period, language), other: sayPeriod(other, language), invoke }, view.words);
}

function pageCard(page: UpdatesShown, { now, words }: Pick<View, 'now' | 'words'>): Card {
  const { asked } = page;
  const { newer: back, older: more, all } = words.update;
  return card(words, {
    title: titleOf(page, words),
    blocks: page.updates.length === 0 ? nothing(page, words) : [{ kind: 'list', items: page.updates.map((update) => item(update, page, now, words)) }],
    buttons: [...pageButtons(page, { command: 'updates', options: asked }, { back, more }), ...(Object.keys(asked).length === 0 ? [] : [act(all, 'updates')])],
  });
}

type NoGroup = { readonly said: string; readonly period: string };

/** Refuses a first word that names no group, says that it is no part of a period either, and offers what is without it. */
export function noGroupInPeriod({ said, period }: NoGroup, words: Words): ShownProblem {
  const unread = words.problems['date-unreadable']({ said: `${said} ${period}`, understood: period });
  const label = `${words.update.title}, ${period}`;
  return {
    problem: { code: 'group-unknown', params: { said } },
    blocks: [paragraph(unread)],
    buttons: [act(label, 'updates', { period })],
  };
}

function periodOf({ period }: UpdatesShown, { language }: Words): string | undefined {
  return period.from === undefined && period.to === undefined ? undefined : sayPeriod(period, language);
}

function titleOf(page: UpdatesShown, words: Words): string {
  const { group } = page;
  const title = group === undefined ? words.update.title : words.update.titleOf(nameOf(group));
  const period = periodOf(page, words);
  return period === undefined ? title : `${title}, ${period}`;
}

function nothing(page: UpdatesShown, words: Words): readonly Block[] {
  const period = periodOf(page, words);
  return [paragraph(period === undefined ? words.update.none : words.update.noneIn(period)), note(words.update.howTo())];
}

/** The year is said where it is not this one. */
function item(update: Update, { group, groups }: UpdatesShown, now: Date, words: Words): Item {
  const [year, current] = [update.week, weekIn('UTC', now)].map((monday) => weekName(monday).slice(0, 4));
  const week = `${words.update.week(weekNumber(update.week))}${year === current ? '' : ` (${year})`}`;
  const whose = groups.find(({ id }) => id === update.group);
  const head = group !== undefined || whose === undefined ? week : `${week} · ${nameOf(whose)}`;
  const said = ` · ${words.update.statuses[update.status]} · ${firstLine(update, 110, words)} · ${update.id}`;
  return { text: [{ kind: 'bold', text: head }, said], button: showUpdateButton(update.id, words) };
}
