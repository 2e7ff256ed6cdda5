import { act, type Block, type Button, type Card, card, type Item, type Line, listed, note, paragraph } from '../chat/card.ts';
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

/** How many lines a digest has of each kind, what is more being named, then counted; and how long its texts are, in characters. */
type Size = {
  readonly help: number;
  readonly updates: number;
  readonly named: number;
  readonly late: number;
  readonly name: number;
  readonly helpText: number;
  /** For all the updates together, shared among those that are written out. */
  readonly updateTexts: number;
  readonly lateText: number;
  readonly milestoneText: number;
};

/** As much as stays readable, or a part of it. */
function sizeOf(share: number): Size {
  const part = (all: number): number => Math.ceil(all * share);
  return {
    help: part(5),
    updates: part(15),
    named: part(20),
    late: part(4),
    name: part(40),
    helpText: part(120),
    updateTexts: part(1_700),
    lateText: part(60),
    milestoneText: part(60),
  };
}

/** What fits into one message of the smaller of both chats, as `weightOf` counts it. */
const mostWeight = 3_500;

/** The part of what stays readable that fits in any week. */
const leastShare = 0.3;

/** The least and the most characters of one update. */
const [leastText, mostText] = [40, 160];

const mostMilestones = 4;

/** How long names are where few groups stand there. */
const longName = 60;
const few = 5;

/** The week over all groups: requests for help, updates, gaps, what came late, and the milestones ahead. */
export function digestCard(digest: Digest, view: View, asOf?: string): Card {
  const { words } = view;
  return card(words, {
    title: words.digest.title(sayWeek(digest.week, words)),
    blocks: fittingBlocks(digest, view, 1),
    buttons: digestButtons(digest, view, asOf),
  });
}

/** The blocks of as large a share as one message takes: where everybody told much, each is shown less of, and the milestones still stand at the end. */
function fittingBlocks(digest: Digest, view: View, share: number): readonly Block[] {
  const blocks = blocksOf(digest, view, sizeOf(share));
  return share <= leastShare || weightOf(blocks) <= mostWeight ? blocks : fittingBlocks(digest, view, share - 0.1);
}

function blocksOf(digest: Digest, view: View, size: Size): readonly Block[] {
  const { words } = view;
  return [
    ...(digest.closed ? [] : [note(words.digest.soFar)]),
    ...helpBlocks(digest, words, size),
    ...updatesBlocks(digest, words, size),
    ...afterBlocks(digest, words, size),
    ...gapBlocks(digest, words, size),
    ...lateBlocks(digest, words, size),
    ...milestoneBlocks(digest, view, size),
  ];
}

/**
 * How much room text takes, marks and line breaks around it included: a chat that knows markup writes two characters for one that could be some, and
 * five for one of the three that are markup everywhere.
 */
function weightOf(blocks: readonly Block[]): number {
  return linesOf(blocks).reduce((sum, line) => sum + around + line.length + countOf(markup, line) + 3 * countOf(everywhere, line), 0);
}

const around = 12;
const markup = /[!-/:-@[-`{-~]/g;
const everywhere = /[&<>]/g;

function countOf(characters: RegExp, line: string): number {
  return line.match(characters)?.length ?? 0;
}

function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'list') return block.items.map(({ text }) => plainText(text));
    return 'text' in block && typeof block.text !== 'string' ? [plainText(block.text)] : [];
  });
}

function plainText(line: Line): string {
  return line.map((inline) => (typeof inline === 'string' ? inline : 'text' in inline ? inline.text : '')).join('');
}

/** Names in a row, the rest counted. */
function row(names: readonly string[], words: Words, { named }: Size): string {
  const shown = names.slice(0, named);
  const rest = names.length - shown.length;
  return words.list(rest > 0 ? [...shown, words.digest.more(rest)] : shown);
}

function helpBlocks({ help, updates, late }: Digest, words: Words, size: Size): readonly Block[] {
  const groups = new Map([...updates, ...late].map(({ group, update }) => [update.id, group]));
  const items = help.slice(0, size.help).map((update): Item => {
    const group = groups.get(update.id);
    const name = group === undefined ? update.group : nameOf(group, size.name);
    return { text: [{ kind: 'bold', text: name }, ` · ${headline(update.help ?? '', size.helpText)}`], button: showUpdateButton(update.id, words) };
  });
  const rest = help.slice(size.help).map(({ id, group }) => `${group} (${id})`);
  return [...listed(words.digest.help, items), ...(rest.length === 0 ? [] : [note(row(rest, words, size))])];
}

const gravity: Record<Status, number> = { blocked: 0, 'at risk': 1, 'on track': 2 };

type Told = Digest['updates'][number];

/** Those written out, in the order of the groups: where there are too many, the ones in trouble before the others. */
function writtenOut(updates: readonly Told[], most: number): readonly Told[] {
  if (updates.length <= most) return updates;
  const first = updates.toSorted((a, b) => gravity[a.update.status] - gravity[b.update.status]).slice(0, most);
  return updates.filter((told) => first.includes(told));
}

function updatesBlocks({ updates, gaps, after }: Digest, words: Words, size: Size): readonly Block[] {
  if (updates.length + gaps.length + after.length === 0) return [paragraph(words.digest.quiet)];
  const written = writtenOut(updates, size.updates);
  const limit = Math.max(leastText, Math.min(mostText, Math.floor(size.updateTexts / written.length) - size.name));
  const rest = updates.filter((told) => !written.includes(told)).map(({ group, update }) => `${group.id} (${update.id})`);
  const also = rest.length === 0 ? [] : [note(words.digest.alsoTold(row(rest, words, size)))];
  return [
    ...listed(
      words.digest.updates,
      written.map((told) => ({ text: updateLine(told, limit, words, size) })),
    ),
    ...also,
  ];
}

function updateLine({ group, update }: Told, limit: number, words: Words, { name }: Size): Item['text'] {
  const { done, next } = { done: Math.ceil(limit * 0.6), next: Math.floor(limit * 0.4) };
  const ahead = (update.next ?? '') === '' || limit === leastText ? '' : ` · ${words.digest.next(headline(update.next ?? '', next))}`;
  const said = firstLine(update, ahead === '' ? limit : done, words);
  return [{ kind: 'bold', text: nameOf(group, name) }, ` · ${words.update.statuses[update.status]} · ${said}${ahead} · ${update.id}`];
}

/** Whoever told after the close is not missing. */
function afterBlocks({ after }: Digest, words: Words, size: Size): readonly Block[] {
  const ids = after.map(({ id }) => id);
  return ids.length === 0 ? [] : [note(`${words.surface.labelled(words.digest.after)} ${row(ids, words, size)}`)];
}

/** Nobody is shamed: what is missing is named with its id, many by that alone, and how to make up for it is said. */
function gapBlocks({ gaps }: Digest, words: Words, size: Size): readonly Block[] {
  if (gaps.length === 0) return [];
  const { digest, surface } = words;
  const join = note(digest.gapsJoin);
  if (gaps.length > few)
    return [
      note(
        `${surface.labelled(digest.gaps)} ${row(
          gaps.map(({ id }) => id),
          words,
          size,
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

function lateBlocks({ late }: Digest, words: Words, size: Size): readonly Block[] {
  const items = late.slice(0, size.late).map(({ group, update }): Item => {
    const head = `${nameOf(group, size.name)} · ${words.update.week(weekNumber(update.week))}`;
    return { text: [{ kind: 'bold', text: head }, ` · ${words.update.statuses[update.status]} · ${firstLine(update, size.lateText, words)} · ${update.id}`] };
  });
  const rest = late.slice(size.late).map(({ update }: { update: Update }) => update.id);
  return [...listed(words.digest.late, items), ...(rest.length === 0 ? [] : [note(row(rest, words, size))])];
}

function milestoneBlocks({ week, milestones }: Digest, { now, words }: View, { milestoneText }: Size): readonly Block[] {
  const moment = digestMoment(week, now);
  const line = (milestone: Milestone): Item => {
    const state = stateOf(milestone, moment);
    const said = state === 'ahead' ? '' : ` · ${words.states[state]}`;
    return {
      text: [{ kind: 'bold', text: sayWhen(whenOf(milestone), words.language) }, `${said} · ${milestone.id} · ${headline(milestone.text, milestoneText)}`],
    };
  };
  const rest = milestones.length - mostMilestones;
  return [...listed(words.digest.ahead, milestones.slice(0, mostMilestones).map(line)), ...(rest > 0 ? [note(words.digest.more(rest))] : [])];
}

/** The weeks beside this one, as far as they have begun, all that was said in this one, and the milestones that it does not name. */
function digestButtons({ week, updates, milestones }: Digest, { now, words }: View, asOf: string | undefined): readonly Button[] {
  const hasNext = isWeekOver(week, now);
  const read = act(words.digest.read, 'updates', { period: weekName(week) });
  const beside = (other: Week): Button => digestButton(other, words, asOf);
  const timeline = act(words.home.timeline, 'timeline');
  return [
    beside(addWeeks(week, -1)),
    ...(hasNext ? [beside(addWeeks(week, 1))] : []),
    ...(updates.length === 0 ? [] : [read]),
    ...(milestones.length === 0 ? [] : [timeline]),
  ];
}
