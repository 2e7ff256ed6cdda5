import { act, type Block, type Button, paragraph } from '../chat/card.ts';
import type { Group } from '../core/group.ts';
import type { Update } from '../core/update.ts';
import { type Week, weekName } from '../core/week.ts';
import type { Words } from '../text/words.ts';
import { headline } from './milestone-lines.ts';
import { weekNumber } from './week-lines.ts';

/** How long the name of a group is where it stands in a title or a line. */
const longestName = 60;

/** What an update says, word for word: where the group stands, what was done, what comes next, what help is needed. */
export function updateBlocks({ status, done, next = '', help = '', milestone }: Update, { update, surface }: Words): readonly Block[] {
  const served = milestone === undefined ? [] : [{ label: update.milestone, value: [milestone] }];
  return [
    { kind: 'facts', facts: [{ label: update.status, value: [{ kind: 'bold', text: update.statuses[status] }] }, ...served] },
    ...(done === '' ? [paragraph(update.nothingNew)] : said(surface.labelled(update.done), done)),
    ...said(surface.labelled(update.next), next),
    ...said(surface.labelled(update.help), help),
  ];
}

function said(label: string, text: string): readonly Block[] {
  if (text === '') return [];
  return [paragraph({ kind: 'bold', text: label }), { kind: 'quote', text }];
}

/** The beginning of what was done, or that there is nothing new. */
export function firstLine({ done }: Update, limit: number, { update }: Words): string {
  return done === '' ? update.nothingNew : headline(done, limit);
}

/** The name of a group where there is little room. */
export function nameOf({ name }: Pick<Group, 'name'>, limit = longestName): string {
  return headline(name, limit);
}

/** The name of the group that a card is about. */
export function named(group: Pick<Group, 'name'>): Block {
  return paragraph({ kind: 'bold', text: nameOf(group) });
}

/** Opens the form filled with what stands. */
export function editButton({ group, week, revision }: Update, label: string): Button {
  return act(label, 'update', { group, week: weekName(week), revision: String(revision) });
}

export function showUpdateButton(id: string, { update }: Words): Button {
  return act(`${update.show} ${id}`, 'update show', { update: id });
}

export function updatesButton(group: string, { update }: Words): Button {
  return act(update.ofGroup, 'updates', { group });
}

export function digestButton(week: Week, words: Words, asOf?: string): Button {
  const options = { week: weekName(week), ...(asOf !== undefined && { 'as-of': asOf }) };
  return act(words.digest.title(words.update.week(weekNumber(week))), 'digest', options);
}
