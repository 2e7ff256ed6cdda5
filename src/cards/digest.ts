import type { Block, Button, Card, Item } from '../chat/card.ts';
import { type Digest, digestMoment } from '../core/digest.ts';
import type { Group } from '../core/group.ts';
import { type Milestone, stateOf, whenOf } from '../core/milestone.ts';
import type { Status, Update } from '../core/update.ts';
import { addWeeks, isWeekOver, type Week, weekName } from '../core/week.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import { headline } from './milestone-lines.ts';
import type { View } from './outlook.ts';
import { digestButton, firstLine, nameOf, showUpdateButton } from './update-lines.ts';
import { sayWeek, weekNumber } from './week-lines.ts';

/** As many as a message stays readable with, in the smaller of both chats; what is more is named, then counted. */
const most = { help: 5, updates: 15, named: 20, late: 4, milestones: 4 } as const;

/** Characters for all the updates together, shared among those that are written out, and the least and the most for one. */
const room = { updates: 1_700, least: 40, most: 160 } as const;

/** How long names are: whole where few groups stand there, shorter where many do. */
const shortName = 40;
const longName = 60;
const few = 5;

/** The week over all groups: requests for help, updates, gaps, what came late, and the milestones ahead. */
export function digestCard(digest: Digest, view: View, asOf?: string): Card {
  const { words } = view;
  const { week, closed } = digest;
  return {
    kind: 'card',
    language: words.language,
    title: words.digest.title(sayWeek(week, words)),
    tone: 'plain',
    blocks: [
      ...(closed ? [] : [note(words.digest.soFar)]),
      ...helpBlocks(digest, words),
      ...updatesBlocks(digest, words),
      ...afterBlocks(digest, words),
      ...gapBlocks(digest, words),
      ...lateBlocks(digest, words),
      ...milestoneBlocks(digest, view),
    ],
    buttons: digestButtons(digest, view, asOf),
    audience: 'asker',
  };
}

function note(text: string): Block {
  return { kind: 'note', text: [text] };
}

function listed(heading: string, items: readonly Item[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading },
        { kind: 'list', items },
      ];
}

/** Names in a row, the rest counted. */
function row(names: readonly string[], words: Words): string {
  const shown = names.slice(0, most.named);
  const rest = names.length - shown.length;
  return words.list(rest > 0 ? [...shown, words.digest.more(rest)] : shown);
}

function helpBlocks({ help, updates, late }: Digest, words: Words): readonly Block[] {
  const groups = new Map([...updates, ...late].map(({ group, update }) => [update.id, group]));
  const items = help.slice(0, most.help).map((update): Item => {
    const group = groups.get(update.id);
    const name = group === undefined ? update.group : nameOf(group, shortName);
    return { text: [{ kind: 'bold', text: name }, ` · ${headline(update.help ?? '', 120)}`], button: showUpdateButton(update.id, words) };
  });
  const rest = help.slice(most.help).map(({ id, group }) => `${group} (${id})`);
  return [...listed(words.digest.help, items), ...(rest.length === 0 ? [] : [note(row(rest, words))])];
}

const gravity: Record<Status, number> = { blocked: 0, 'at risk': 1, 'on track': 2 };

type Told = Digest['updates'][number];

/** Those written out, in the order of the groups: where there are too many, the ones in trouble before the others. */
function writtenOut(updates: readonly Told[]): readonly Told[] {
  if (updates.length <= most.updates) return updates;
  const first = updates.toSorted((a, b) => gravity[a.update.status] - gravity[b.update.status]).slice(0, most.updates);
  return updates.filter((told) => first.includes(told));
}

function updatesBlocks({ updates, gaps, after }: Digest, words: Words): readonly Block[] {
  if (updates.length + gaps.length + after.length === 0) return [{ kind: 'paragraph', text: [words.digest.quiet] }];
  const written = writtenOut(updates);
  const limit = Math.max(room.least, Math.min(room.most, Math.floor(room.updates / written.length) - shortName));
  const rest = updates.filter((told) => !written.includes(told)).map(({ group, update }) => `${group.id} (${update.id})`);
  const also = rest.length === 0 ? [] : [note(words.digest.alsoTold(row(rest, words)))];
  return [
    ...listed(
      words.digest.updates,
      written.map((told) => ({ text: updateLine(told, limit, words) })),
    ),
    ...also,
  ];
}

function updateLine({ group, update }: Told, limit: number, words: Words): Item['text'] {
  const { done, next } = { done: Math.ceil(limit * 0.6), next: Math.floor(limit * 0.4) };
  const ahead = (update.next ?? '') === '' || limit === room.least ? '' : ` · ${words.digest.next(headline(update.next ?? '', next))}`;
  const said = firstLine(update, ahead === '' ? limit : done, words);
  return [{ kind: 'bold', text: nameOf(group, shortName) }, ` · ${words.update.statuses[update.status]} · ${said}${ahead} · ${update.id}`];
}

/** Whoever told after the close is not missing. */
function afterBlocks({ after }: Digest, words: Words): readonly Block[] {
  const ids = after.map(({ id }) => id);
  return ids.length === 0 ? [] : [note(`${words.surface.labelled(words.digest.after)} ${row(ids, words)}`)];
}

/** Nobody is shamed: what is missing is named with its id, many by that alone, and how to make up for it is said. */
function gapBlocks({ gaps }: Digest, words: Words): readonly Block[] {
  if (gaps.length === 0) return [];
  const { digest, surface } = words;
  const join = note(digest.gapsJoin);
  if (gaps.length > few)
    return [
      note(
        `${surface.labelled(digest.gaps)} ${row(
          gaps.map(({ id }) => id),
          words,
        )}`,
      ),
      join,
    ];
  return [
    ...listed(
      digest.gaps,
      gaps.map((group: Group) => ({ text: [`${group.id} · ${nameOf(group, longName)}`] })),
    ),
    join,
  ];
}

function lateBlocks({ late }: Digest, words: Words): readonly Block[] {
  const items = late.slice(0, most.late).map(({ group, update }): Item => {
    const head = `${nameOf(group, shortName)} · ${words.update.week(weekNumber(update.week))}`;
    return { text: [{ kind: 'bold', text: head }, ` · ${words.update.statuses[update.status]} · ${firstLine(update, 60, words)} · ${update.id}`] };
  });
  const rest = late.slice(most.late).map(({ update }: { update: Update }) => update.id);
  return [...listed(words.digest.late, items), ...(rest.length === 0 ? [] : [note(row(rest, words))])];
}

function milestoneBlocks({ week, milestones }: Digest, { now, words }: View): readonly Block[] {
  const moment = digestMoment(week, now);
  const line = (milestone: Milestone): Item => {
    const state = stateOf(milestone, moment);
    const said = state === 'ahead' ? '' : ` · ${words.states[state]}`;
    return { text: [{ kind: 'bold', text: sayWhen(whenOf(milestone), words.language) }, `${said} · ${milestone.id} · ${headline(milestone.text, 60)}`] };
  };
  return listed(words.digest.ahead, milestones.slice(0, most.milestones).map(line));
}

/** The weeks beside this one, as far as they have begun, and all that was said in this one. */
function digestButtons({ week, updates }: Digest, { now, words }: View, asOf: string | undefined): readonly Button[] {
  const hasNext = isWeekOver(week, now);
  const read: Button = { kind: 'act', label: words.digest.read, invoke: { command: 'updates', options: { period: weekName(week) } } };
  const beside = (other: Week): Button => digestButton(other, words, asOf);
  return [beside(addWeeks(week, -1)), ...(hasNext ? [beside(addWeeks(week, 1))] : []), ...(updates.length === 0 ? [] : [read])];
}
