import { act, type Block, type Card, card, type Item, type Line, listed, note, paragraph } from '../chat/card.ts';
import type { ShownProblem } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { type Group, speaksFor } from '../core/group.ts';
import type { Actor, Member } from '../core/member.ts';
import { isLate, isRevisedLate, type Update } from '../core/update.ts';
import type { Words } from '../text/words.ts';
import { showButton } from './milestone-lines.ts';
import { mentionOf } from './people-lines.ts';
import { digestButton, editButton, firstLine, nameOf, showUpdateButton, updateBlocks, updatesButton } from './update-lines.ts';
import { sayWeek } from './week-lines.ts';

/** What was recorded, as it stands now. */
export function recordedUpdateCard(update: Update, group: Group, words: Words): Card {
  return card(words, {
    title: words.update.recorded(update.id),
    tone: 'good',
    blocks: [
      paragraph({ kind: 'bold', text: nameOf(group) }, ` · ${sayWeek(update.week, words)}`),
      ...updateBlocks(update, words),
      ...afterDigest(update, words),
    ],
    buttons: [editButton(update, words.update.edit), showUpdateButton(update.id, words), digestButton(update.week, words)],
  });
}

/** What the digests make of what came after the week was over. */
function afterDigest(update: Update, { update: said }: Words): readonly Block[] {
  if (isRevisedLate(update)) return [note(said.revisedLate)];
  return isLate(update) ? [note(said.late)] : [];
}

/** The refusal of an update for a week that has one: what stands, and the form that writes its next revision. */
export function standingUpdate(update: Update, group: Group, form: Form, words: Words): ShownProblem {
  return {
    problem: { code: 'update-stands', params: { id: update.id, group: nameOf(group), week: sayWeek(update.week, words) } },
    blocks: [{ kind: 'heading', text: words.update.stands }, ...updateBlocks(update, words)],
    buttons: [editButton(update, words.update.writeAnyway), showUpdateButton(update.id, words)],
    form: { ...form, submit: words.update.writeAnyway },
  };
}

/** One update at one of its revisions, with all of them: who wrote each, when and from which chat. */
export type ShownUpdate = {
  readonly group: Group;
  /** The one that is shown in full. */
  readonly update: Update;
  /** Newest first. */
  readonly revisions: readonly Update[];
  readonly writers: readonly Member[];
};

export function updateCard(shown: ShownUpdate, actor: Actor, words: Words): Card {
  const { group, update, revisions } = shown;
  const [standing = update] = revisions;
  const older: readonly Block[] = update.revision === standing.revision ? [] : [note(words.update.before(String(update.revision)))];
  return card(words, {
    title: `${update.id} · ${nameOf(group)} · ${sayWeek(update.week, words)}`,
    blocks: [...older, note(...writtenBy(update, shown.writers, words)), ...updateBlocks(update, words), ...history(shown, words)],
    buttons: [
      ...(speaksFor(actor, group) ? [editButton(standing, words.update.edit)] : []),
      updatesButton(group.id, words),
      digestButton(update.week, words),
      ...(update.milestone === undefined ? [] : [showButton(update.milestone, words)]),
    ],
  });
}

/** As many revisions as are listed. */
const mostRevisions = 8;

function history({ update, revisions, writers }: ShownUpdate, words: Words): readonly Block[] {
  if (revisions.length < 2) return [];
  const items = revisions.slice(0, mostRevisions).map((revision) => revisionItem(revision, revision.revision === update.revision, writers, words));
  const rest = revisions.length - items.length;
  return [...listed(words.update.revisions, items), ...(rest > 0 ? [note(words.surface.leftOut(rest))] : [])];
}

function revisionItem(revision: Update, isShown: boolean, writers: readonly Member[], words: Words): Item {
  const number = words.update.revision(String(revision.revision));
  const text: Line = [`${number} · `, ...writtenBy(revision, writers, words), ` · ${firstLine(revision, 60, words)}`];
  if (isShown) return { text };
  const options = { update: revision.id, revision: String(revision.revision) };
  return { text, button: act(words.update.show, 'update show', options) };
}

/** Who, when and from which chat. */
function writtenBy({ at, member, platform }: Update, writers: readonly Member[], words: Words): Line {
  const writer = writers.find(({ id }) => id === member) ?? { accounts: [] };
  return [{ kind: 'time', at }, ' · ', mentionOf(writer, words), ` · ${words.update.from(platform)}`];
}
