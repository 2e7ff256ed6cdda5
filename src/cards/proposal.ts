import { act, type Block, type Button, type Card, card, type Fact, type Inline, type Line, type MenuChoice, note, paragraph, quoted } from '../chat/card.ts';
import type { Actor, Member } from '../core/member.ts';
import type { Problem } from '../core/problem.ts';
import {
  answerBy,
  canMove,
  cannotAsk,
  type Decision,
  decisions,
  type Help,
  helps,
  isOpen,
  isUnanswered,
  mayMove,
  type Proposal,
  type ProposalChange,
  seesVolunteers,
} from '../core/proposal.ts';
import type { Event } from '../core/store.ts';
import type { HelpCounts, ProposalFile, ProposalOverview } from '../core/store-proposals.ts';
import { cannotEstablish, type Topic } from '../core/topic.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import { sayProblem, type Words } from '../text/words.ts';
import { eventLine, historyBlocks, historyButtons } from './event-lines.ts';
import type { View } from './outlook.ts';
import { exactly, mentionOf, mentionsOf } from './people-lines.ts';
import { decisionWords } from './proposal-forms.ts';

/** A proposal with all that is known of it. */
export type ProposalShown = Omit<ProposalFile, 'actor' | 'overview'> & { readonly overview: ProposalOverview };

/** One proposal for whoever reads it: what it says, how it stands, and what they can do. */
export function proposalCard(shown: ProposalShown, actor: Actor, view: View): Card {
  const { overview, mine } = shown;
  const own: Fact[] = mine === undefined ? [] : [{ label: view.words.proposal.mine, value: [view.words.proposal.helps[mine]] }];
  return card(view.words, {
    ...headOf(overview.proposal),
    blocks: [
      ...proposalBlocks(shown, seesVolunteers(actor, overview.proposal), own, view),
      ...historyBlocks(shown.events, { heading: view.words.proposal.history, people: false }, view.words),
    ],
    buttons: [
      ...(isOpen(overview.proposal) ? openButtons(shown, actor, view.words) : afterButtons(overview.proposal, !actor.visitor, view.words)),
      ...historyButtons(overview.proposal.id, shown.events, view.words),
    ],
  });
}

/** The same for the leadership of a space, in its channel: who volunteers, and the buttons to decide while that is open. */
export function leadershipCard(shown: ProposalShown, view: View): Card {
  const { proposal } = shown.overview;
  const show = showProposalButton(proposal.id, view.words);
  return card(view.words, {
    ...headOf(proposal),
    blocks: [...proposalBlocks(shown, true, [], view), ...lastWord(shown.events, view.words)],
    buttons: isOpen(proposal) ? [...decisionButtons(shown, view.words), show] : afterButtons(proposal, false, view.words),
  });
}

export function showProposalButton(id: string, { proposal }: Words, style?: 'primary'): Button {
  return act(proposal.show(id), 'proposal', { proposal: id }, style);
}

function headOf({ id, name, state }: Proposal): Pick<Card, 'title' | 'tone'> {
  return { title: `${id} · ${name}`, tone: state === 'established' ? 'good' : 'plain' };
}

/** What it says and how it stands; to whoever `sees` them, who volunteers, and that it was left without an answer. */
export function proposalBlocks(shown: ProposalShown, sees: boolean, more: readonly Fact[], view: View): readonly Block[] {
  const { proposal } = shown.overview;
  const { proposal: said } = view.words;
  return [
    { kind: 'facts', facts: [...standing(shown, sees, view), ...helpFacts(shown, sees, view.words), ...more] },
    ...topicBlocks(shown, view.words),
    ...quoted(said.problem, proposal.problem),
    ...quoted(said.deliverable, proposal.deliverable),
    ...quoted(said.ending, proposal.ending),
    ...quoted(said.milestone, said.milestoneOn(proposal.milestone, sayWhen(proposal.when, view.words.language, proposal.wording))),
  ];
}

function standing(shown: ProposalShown, late: boolean, view: View): readonly Fact[] {
  const { proposal: said } = view.words;
  const {
    overview: { proposal },
    topic,
    proposer,
  } = shown;
  return [
    { label: said.state, value: isAbandoned(shown) ? [`${said.states[proposal.state]} · ${said.abandonedShort}`] : stateLine(proposal, late, view) },
    { label: said.by, value: [mentionOf(proposer ?? { accounts: [] }, view.words), `, ${said.version(String(proposal.version))}`] },
    ...(topic === undefined ? [] : [{ label: said.topic, value: [topicLine(topic, shown, view.words)] }]),
    ...(proposal.state === 'proposed' ? [answerFact(proposal, late, view)] : []),
    ...(proposal.group === undefined ? [] : [{ label: said.group, value: [proposal.group] }]),
  ];
}

function answerFact(proposal: Proposal, late: boolean, { now, words: { proposal: said } }: View): Fact {
  const overdue = late && isUnanswered(proposal, now);
  return { label: overdue ? said.answerOverdue : said.answerBy, value: [{ kind: 'time', at: answerBy(proposal) }] };
}

function topicLine({ id, text, state }: Topic, shown: ProposalShown, { topic }: Words): string {
  return topicOver(shown) === undefined ? `${id} · ${text}` : `${id} · ${text} · ${topic.states[state]}`;
}

/** That the topic is closed matters more than what the proposal says: nothing can be established from it. */
function topicBlocks(shown: ProposalShown, words: Words): readonly Block[] {
  const over = topicOver(shown);
  return over === undefined ? [] : [paragraph(sayProblem(words, over))];
}

/** Whether changes are asked for that nobody is there to make. */
export function isAbandoned({ overview: { proposal }, proposer }: Pick<ProposalShown, 'overview' | 'proposer'>): boolean {
  return proposal.state === 'changes asked' && proposer === undefined;
}

/** Why an open proposal cannot be established from its topic, which is closed by now. */
export function topicOver({ overview: { proposal }, topic, groupName, groupEnded }: ProposalShown): Problem | undefined {
  return topic === undefined || !isOpen(proposal) ? undefined : cannotEstablish(proposal.id, topic, groupName, groupEnded);
}

function stateLine(proposal: Proposal, late: boolean, { now, words }: View): Line {
  const state = words.proposal.states[proposal.state];
  return late && isUnanswered(proposal, now) ? [state, ' · ', { kind: 'bold', text: words.proposal.unanswered }] : [state];
}

/** Who offers which help, for those who see them; for others how many. Where nobody can offer any more, only what was there is told. */
function helpFacts({ overview: { proposal, counts }, volunteers }: ProposalShown, withPeople: boolean, words: Words): readonly Fact[] {
  const people = (help: Help): Line =>
    mentionsOf(
      volunteers.filter(({ kind }) => kind === help).map(({ member }) => member),
      words,
      exactly,
    );
  const lines = helps
    .filter((help) => counts[help] > 0)
    .map((help): Inline[] => {
      const said = words.proposal.helps[help];
      if (!withPeople) return [`${words.surface.labelled(said)} ${counts[help]}`];
      return [`${words.surface.labelled(counts[help] > 1 ? `${said} (${counts[help]})` : said)} `, ...people(help)];
    });
  const value = lines.flatMap((line, index): Inline[] => (index === 0 ? line : [' · ', ...line]));
  if (value.length === 0 && !isOpen(proposal)) return [];
  return [{ label: words.proposal.help, value: value.length === 0 ? [words.proposal.noVolunteers] : value }];
}

function lastWord([last]: readonly Event[], words: Words): readonly Block[] {
  return last === undefined ? [] : [note(...eventLine(last, { people: false }, words))];
}

/** Whoever may decide is probably here for that, and a card has one likely step. */
function openButtons(shown: ProposalShown, actor: Actor, words: Words): readonly Button[] {
  const { proposal } = shown.overview;
  const decides = mayMove(actor, 'establish', proposal, shown) === undefined;
  return [
    ...volunteerButtons(shown, actor, decides ? undefined : 'primary', words),
    ...(mayMove(actor, 'withdraw', proposal) === undefined ? ownButtons(proposal, words) : []),
    ...(decides ? decisionButtons(shown, words) : []),
  ];
}

function volunteerButtons(
  { overview: { proposal }, mine }: ProposalShown,
  { visitor }: Actor,
  style: 'primary' | undefined,
  { proposal: said }: Words,
): readonly Button[] {
  if (visitor) return [];
  const options = { proposal: proposal.id, version: String(proposal.version) };
  if (mine === undefined) return [act(said.volunteer, 'volunteer', options, style)];
  return [act(said.change, 'volunteer', options), act(said.takeBack, 'volunteer', { ...options, kind: 'none' })];
}

function ownButtons({ id, version }: Proposal, { proposal: said }: Words): readonly Button[] {
  const options = { proposal: id, version: String(version) };
  return [act(said.edit, 'propose edit', options), act(said.withdraw, 'withdraw', options, 'danger')];
}

/** What leadership decides; each opens a form for the reason, and carries the version that was read. */
function decisionButtons(shown: ProposalShown, { proposal: said }: Words): readonly Button[] {
  const { id, version } = shown.overview.proposal;
  const styles = { establish: 'primary', ask: undefined, decline: 'danger' } as const;
  return decisions
    .filter((decision) => canDecide(shown, decision))
    .map((decision) => act(said[decision], 'review', { proposal: id, decision: decisionWords[decision], version: String(version) }, styles[decision]));
}

/** Whether somebody who has the right may decide so just now. */
export function canDecide(shown: ProposalShown, decision: Decision): boolean {
  return (canMove(shown.overview.proposal, decision) ?? standsAgainst(shown, decision)) === undefined;
}

/** What stands against a decision on an open proposal, whoever decides. */
export function standsAgainst(shown: ProposalShown, decision: Decision): Problem | undefined {
  if (decision === 'establish') return topicOver(shown);
  return decision === 'ask' ? cannotAsk(shown.overview.proposal, shown.proposer) : undefined;
}

/** What comes of a move, as far as its proposer is there for it. */
export function nextOf(move: ProposalChange['move'], proposer: Member | undefined, { proposal: said }: Words): string {
  const next = proposer === undefined ? { ...said.nexts, establish: said.nextAlone, ask: said.abandoned } : said.nexts;
  return next[move];
}

/** The way to the group that it became, or to a new proposal in its words where it came to nothing. */
export function afterButtons({ id, state, group, topic }: Proposal, again: boolean, words: Words): readonly Button[] {
  if (group !== undefined) return [act(words.group.show(group), 'group', { group }, 'primary')];
  if (!again || (state !== 'declined' && state !== 'withdrawn')) return [];
  return [act(words.proposal.anew, 'propose', { ...(topic !== undefined && { topic }), like: id })];
}

/** Asks with which kind of help somebody volunteers. */
export function helpCard({ overview: { proposal }, mine }: ProposalShown, words: Words): Card {
  const { proposal: said } = words;
  const options = { proposal: proposal.id, version: String(proposal.version) };
  const choices = helps.map((help): MenuChoice => ({ label: said.helps[help], invoke: { command: 'volunteer', options: { ...options, kind: help } } }));
  return card(words, {
    ...headOf(proposal),
    blocks: [
      ...(mine === undefined ? [] : [paragraph(`${words.surface.labelled(said.mine)} ${said.helps[mine]}`)]),
      { kind: 'menu', label: said.pickHelp, choices },
    ],
    buttons: mine === undefined ? [] : [act(said.takeBack, 'volunteer', { ...options, kind: 'none' })],
  });
}

/** What somebody offers from now on, what happens next and by when. */
export function offeredCard(proposal: Proposal, kind: Help | undefined, abandoned: boolean, view: Pick<View, 'now' | 'words'>): Card {
  const { words } = view;
  const { proposal: said } = words;
  const { id, name, version } = proposal;
  const options = { proposal: id, version: String(version) };
  const next = paragraph(`${said.offerNext} `, ...(abandoned ? [said.abandoned] : answerLine(proposal, view)));
  return card(words, {
    title: kind === undefined ? said.offerGone(id) : said.offered(id, said.helps[kind]),
    tone: 'good',
    blocks: [paragraph({ kind: 'bold', text: name }), ...(kind === undefined ? [] : [next])],
    buttons:
      kind === undefined
        ? [act(said.volunteer, 'volunteer', options)]
        : [act(said.change, 'volunteer', options), act(said.takeBack, 'volunteer', { ...options, kind: 'none' })],
  });
}

/** By when leadership is to answer, or was; nothing is due while changes are asked for. */
export function answerLine(proposal: Proposal, { now, words }: Pick<View, 'now' | 'words'>): Line {
  const { proposal: said } = words;
  if (proposal.state === 'changes asked') return [said.dueAnew];
  return [`${isUnanswered(proposal, now) ? said.overdue : said.dueBy} `, { kind: 'time', at: answerBy(proposal) }];
}

/** How many people volunteer, whatever they offer. */
export function volunteersIn(counts: HelpCounts, { proposal }: Words): string {
  const number = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return number === 0 ? proposal.noVolunteers : proposal.volunteers(number);
}
