import { type Block, type Button, type Card, card, type MenuChoice, note, paragraph } from '../chat/card.ts';
import type { ShownProblem } from '../chat/command.ts';
import { encodeInvocation, type Invocation } from '../chat/invocation.ts';
import type { Group } from '../core/group.ts';
import type { Update } from '../core/update.ts';
import { type Week, weekName } from '../core/week.ts';
import type { Words } from '../text/words.ts';
import { carried, typedBlocks } from './carried.ts';
import { headline } from './milestone-lines.ts';
import { editButton, nameOf } from './update-lines.ts';
import { sayDaysOf } from './week-lines.ts';

/** What the question is asked for: a command with what is known so far, and the text that was typed. */
export type Asking = { readonly invoke: Invocation; readonly text?: string | undefined };

type AskingWeek = Asking & {
  /** What is recorded for this week already. */
  readonly standing?: Update | undefined;
};

/** Refuses a word alone that names no group, and offers to record it as the text of an update. */
export function noSuchGroup(said: string, groups: readonly Pick<Group, 'id'>[], words: Words): ShownProblem {
  return {
    problem: { code: 'group-unknown', params: { said } },
    blocks: typedBlocks(said, true, words),
    buttons: groups.slice(0, 3).map(({ id }) => ({ kind: 'act', label: words.update.recordFor(id), invoke: carried('update', { group: id, text: said }) })),
  };
}

/** A group and a text, as a line may be meant. */
export type Reading = { readonly group: Pick<Group, 'id'>; readonly text: string };

type Either = { readonly readings: readonly Reading[]; readonly said: string; readonly text: string };

/** Asks whether the first word of a line names a group or begins the text. */
export function groupOrTextCard({ readings, said, text }: Either, week: { readonly week?: string }, words: Words): Card {
  const choices = readings.map(({ group: { id }, text: read }): MenuChoice => {
    return { label: headline(words.update.reading(id, read), 75), invoke: carried('update', { group: id, ...week, text: read }) };
  });
  const distinct = choices.filter(({ invoke }, index) => choices.findIndex((one) => encodeInvocation(one.invoke) === encodeInvocation(invoke)) === index);
  const isCarried = choices.every(({ invoke }) => invoke.options['text'] !== undefined);
  return card(words, {
    title: words.update.whichGroup,
    blocks: [
      paragraph(words.update.groupOrText(said)),
      ...typedBlocks(text, isCarried, words),
      { kind: 'menu', label: words.update.pickReading, choices: distinct },
    ],
  });
}

/** Asks whether an update is for last week, which has none, or for this one, of which what stands can be revised. */
export function whichWeekCard(group: Group, [last, current]: readonly [Week, Week], { invoke, text, standing }: AskingWeek, words: Words): Card {
  const button = (label: string, week: Week): Button => {
    return { kind: 'act', label, invoke: carried(invoke.command, { ...invoke.options, group: group.id, week: weekName(week), text }) };
  };
  const beside = button(words.update.lastWeek(sayDaysOf(last, words)), last);
  const now = button(words.update.thisWeek(sayDaysOf(current, words)), current);
  const isCarried = [beside, now].every((one) => one.kind === 'act' && one.invoke.options['text'] === text);
  const revised: readonly Block[] = standing === undefined || text === undefined ? [] : [note(words.update.pasteRevision(standing.id))];
  return card(words, {
    title: words.update.whichWeek,
    blocks: [paragraph(words.update.weekMissing(nameOf(group))), ...typedBlocks(text, isCarried, words), ...revised],
    buttons: [beside, standing === undefined ? now : editButton(standing, words.update.reviseThisWeek(standing.id))],
  });
}
