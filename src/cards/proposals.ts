import { act, type Block, type Button, type Card, card, type Item, type MenuChoice, note, paragraph } from '../chat/card.ts';
import type { Actor } from '../core/member.ts';
import { isUnanswered, type KeptDraft, type Proposal } from '../core/proposal.ts';
import type { ProposalOverview } from '../core/store-proposals.ts';
import { isOver, toEdtf, type When } from '../core/when.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import { sayProblem, type Words } from '../text/words.ts';
import { carried } from './carried.ts';
import { headline } from './milestone-lines.ts';
import type { View } from './outlook.ts';
import { pageButtons, pageNote } from './pages.ts';
import { answerLine, showProposalButton, volunteersIn } from './proposal.ts';

/** A page of the open proposals, and what the reader has begun. */
export type ProposalsShown = {
  readonly proposals: readonly ProposalOverview[];
  readonly drafts: readonly KeptDraft[];
  readonly skip: number;
  readonly size: number;
  readonly total: number;
  /** Whether the reader is told which ones leadership has left without an answer. */
  readonly leads: boolean;
};

/** What is proposed. */
export function proposalsCard(shown: ProposalsShown, view: View): Card {
  const { words } = view;
  const { proposals, skip, size, total } = shown;
  const more = skip + proposals.length < total;
  const none: Block[] = [paragraph(words.proposal.none), note(words.proposal.howTo())];
  const items = proposals.map((one) => proposalItem(one, shown.leads, view));
  return card(words, {
    title: words.proposal.title,
    blocks: [
      ...draftBlocks(shown.drafts, words),
      ...(items.length === 0 ? none : [{ kind: 'list', items } as const, ...pageNote({ skip, shown: items.length, total }, words)]),
    ],
    buttons: [
      ...pageButtons({ skip, size, more }, { command: 'proposals', options: {} }, words.surface),
      ...draftButtons(shown.drafts, words),
      act(words.topic.propose, 'propose'),
    ],
  });
}

/** One proposal in a line; that it waited four weeks is told to leadership. */
export function proposalItem({ proposal, counts }: ProposalOverview, leads: boolean, { now, words }: View): Item {
  const { id, name, state } = proposal;
  const late = leads && isUnanswered(proposal, now) ? [' · ', { kind: 'bold', text: words.proposal.unanswered } as const] : [];
  return {
    text: [{ kind: 'bold', text: `${id} · ${name}` }, ` · ${words.proposal.states[state]} · ${volunteersIn(counts, words)}`, ...late],
    button: showProposalButton(id, words),
  };
}

/** One in which changes are asked for, and whose proposer has left: leadership has to decide on it as it stands. */
export function abandonedItem(overview: ProposalOverview, view: View): Item {
  const { text, button } = proposalItem(overview, true, view);
  return { text: [...text, ' · ', { kind: 'bold', text: view.words.proposal.abandonedShort }], ...(button && { button }) };
}

/** With two buttons each, and those of the proposals, they fit beneath one message of either chat. */
const mostDrafts = 5;

function draftBlocks(drafts: readonly KeptDraft[], words: Words): readonly Block[] {
  const { proposal } = words;
  if (drafts.length === 0) return [];
  const items = drafts
    .slice(0, mostDrafts)
    .map((draft, place): Item => ({ text: [{ kind: 'bold', text: nameOf(draft, place, drafts, words) }, ` · ${purposeOf(draft, words)}`] }));
  return [paragraph(proposal.draftsWait), { kind: 'list', items }, ...(drafts.length > mostDrafts ? [note(proposal.olderDrafts)] : [])];
}

/** Several are numbered, since they may be called the same. */
function nameOf({ name }: KeptDraft, place: number, { length }: readonly KeptDraft[], { proposal }: Words): string {
  const said = name.trim() === '' ? proposal.nameless : headline(name, 40);
  return length === 1 ? said : `${place + 1} · ${said}`;
}

/** What sending it would do. */
function purposeOf({ about, topic, over }: KeptDraft, { proposal }: Words): string {
  if (about !== undefined) return proposal.editTitle(about);
  const origin = topic === undefined ? proposal.newDraft : proposal.formNote(topic);
  return over === undefined ? origin : `${origin} · ${proposal.over(over)}`;
}

function draftButtons(drafts: readonly KeptDraft[], words: Words): readonly Button[] {
  return drafts.slice(0, mostDrafts).flatMap((draft, place) => {
    const name = nameOf(draft, place, drafts, words);
    return [goOnButton(draft, words.proposal.goOn(name)), act(words.proposal.drop(name), 'propose discard', { draft: draft.id }, 'danger')];
  });
}

function goOnButton({ id: draft, about, topic }: KeptDraft, label: string): Button {
  if (about !== undefined) return act(label, 'propose edit', { proposal: about, draft }, 'primary');
  return act(label, 'propose', { ...(topic !== undefined && { topic }), draft }, 'primary');
}

/** Opens the list of what the reader has begun. */
export function draftsButton({ proposal }: Words): Button {
  return act(proposal.drafts, 'proposals', {}, 'primary');
}

/** The other way to read the date of what was filed, the topic that it goes on without, whether leadership has it before it already, whether somebody can decide on it, and whether anybody leads. */
type Beside = {
  readonly other?: When;
  readonly over?: string | undefined;
  readonly before?: boolean;
  readonly decidable: boolean;
  readonly led: boolean;
};

/** Says that a proposal was filed or edited, how its date was understood, with the other way to read it where there is one, and what happens next. */
export function filedCard(
  proposal: Proposal,
  title: string,
  { other, over, ...beside }: Beside,
  { coordinator }: Actor,
  view: Pick<View, 'now' | 'words'>,
): Card {
  const { words } = view;
  const { proposal: said } = words;
  const { id, name, version } = proposal;
  const options = { proposal: id, version: String(version) };
  const otherReading =
    other === undefined ? [] : [act(words.milestone.otherReading(sayWhen(other, words.language)), 'propose edit', { ...options, when: toEdtf(other) })];
  return card(words, {
    title,
    tone: 'good',
    blocks: [
      paragraph({ kind: 'bold', text: name }),
      paragraph(said.understood(sayWhen(proposal.when, words.language, proposal.wording))),
      ...(isOver(proposal.when, view.now) ? [note(said.past)] : []),
      ...(over === undefined ? [] : [paragraph(said.over(over))]),
      nextBlock(proposal, beside, coordinator, view),
    ],
    buttons: [
      ...otherReading,
      ...(coordinator && !beside.decidable ? [act(words.here.appoint, 'here appoint', {}, 'primary')] : []),
      showProposalButton(id, words),
      act(said.edit, 'propose edit', options),
      act(said.withdraw, 'withdraw', options, 'danger'),
    ],
  });
}

/** What happens next: nothing, while there is nobody who could decide. */
function nextBlock(
  proposal: Proposal,
  { before = false, decidable, led }: Omit<Beside, 'other' | 'over'>,
  leads: boolean,
  view: Pick<View, 'now' | 'words'>,
): Block {
  const { words } = view;
  if (!decidable) return paragraph(leads ? sayProblem(words, { code: 'sole-coordinator', params: {} }) : undecidable(proposal.id, led, words));
  return note(`${before ? words.proposal.editedNext : words.proposal.filedNext} `, ...answerLine(proposal, view));
}

/** Why nobody can decide, to whoever does not lead from where they write. */
function undecidable(id: string, led: boolean, { proposal }: Words): string {
  return led ? proposal.ownLeads(id) : proposal.nobodyLeads();
}

/** Asks which proposal is meant. */
export function whichProposalCard(
  proposals: readonly ProposalOverview[],
  command: string,
  options: Readonly<Record<string, string | undefined>>,
  words: Words,
): Card {
  const choices = proposals.map(
    ({ proposal: { id, name } }): MenuChoice => ({ label: headline(`${id} · ${name}`, 75), invoke: carried(command, { proposal: id, ...options }) }),
  );
  return card(words, {
    title: words.proposal.which,
    blocks: [{ kind: 'menu', label: words.proposal.pick, choices }],
  });
}
