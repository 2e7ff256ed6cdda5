import type { Block, Button, Card } from '../chat/card.ts';
import { encodeInvocation, type Invocation } from '../chat/invocation.ts';
import type { Group } from '../core/group.ts';
import { type Week, weekName } from '../core/week.ts';
import type { Words } from '../text/words.ts';
import type { View } from './outlook.ts';
import { nameOf } from './update-lines.ts';
import { sayDaysOf } from './week-lines.ts';
import { whichGroupCard } from './which-group.ts';

/** As long as an invocation may be so that every platform carries it, in a menu too. */
const longestCarried = 90;

/** What the question is asked for: a command with what is known so far, and the text that was typed. */
export type Asking = { readonly invoke: Invocation; readonly text?: string | undefined };

/** Asks which group an update is for; what was typed is carried, or shown to be pasted. */
export function updateGroupCard(groups: readonly Group[], { invoke, text }: Asking, view: Pick<View, 'words'>): Card {
  const given = groups.map(({ id }) => withText(withOptions(invoke, { group: id }), text));
  const options = given.every(({ options: { text: kept } }) => kept === text) && text !== undefined ? { ...invoke.options, text } : invoke.options;
  const card = whichGroupCard(groups, invoke.command, options, view);
  return { ...card, blocks: [...typedBlocks(text, 'text' in options, view.words), ...card.blocks] };
}

/** Asks whether an update is for last week, which has none, or for this one. */
export function whichWeekCard(group: Group, [last, current]: readonly [Week, Week], { invoke, text }: Asking, words: Words): Card {
  const button = (label: string, week: Week): Button => {
    return { kind: 'act', label, invoke: withText(withOptions(invoke, { group: group.id, week: weekName(week) }), text) };
  };
  const buttons = [button(words.update.lastWeek(sayDaysOf(last, words)), last), button(words.update.thisWeek(sayDaysOf(current, words)), current)];
  const carried = buttons.every((one) => one.kind === 'act' && one.invoke.options['text'] === text);
  return {
    kind: 'card',
    language: words.language,
    title: words.update.whichWeek,
    tone: 'plain',
    blocks: [{ kind: 'paragraph', text: [words.update.weekMissing(nameOf(group))] }, ...typedBlocks(text, carried, words)],
    buttons,
    audience: 'asker',
  };
}

function withOptions({ command, options }: Invocation, more: Readonly<Record<string, string>>): Invocation {
  return { command, options: { ...options, ...more } };
}

/** The invocation with the text where that can be carried; without it, it opens the form. */
function withText(invoke: Invocation, text: string | undefined): Invocation {
  const carrying = text === undefined ? invoke : withOptions(invoke, { text });
  return encodeInvocation(carrying).length <= longestCarried ? carrying : invoke;
}

/** Nothing typed is lost: it stands there until it is recorded. */
function typedBlocks(text: string | undefined, carried: boolean, { update }: Words): readonly Block[] {
  if (text === undefined) return [];
  const note: readonly Block[] = carried ? [] : [{ kind: 'note', text: [update.pasteIt] }];
  return [{ kind: 'paragraph', text: [{ kind: 'bold', text: update.yourText }] }, { kind: 'quote', text }, ...note];
}
