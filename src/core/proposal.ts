import { type Actor, type Member, may } from './member.ts';
import type { Problem } from './problem.ts';
import type { When } from './when.ts';

/** A `draft` is its author's alone; the last three are final. */
export const proposalStates = ['draft', 'proposed', 'changes asked', 'established', 'declined', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposalMoves = ['propose', 'edit', 'ask', 'establish', 'decline', 'withdraw'] as const;
export type ProposalMove = (typeof proposalMoves)[number];

/** The one table of allowed moves, and where each leads. */
export const moves: Readonly<Record<ProposalState, Readonly<Partial<Record<ProposalMove, ProposalState>>>>> = {
  draft: { edit: 'draft', propose: 'proposed', withdraw: 'withdrawn' },
  proposed: { edit: 'proposed', ask: 'changes asked', establish: 'established', decline: 'declined', withdraw: 'withdrawn' },
  'changes asked': { edit: 'proposed', establish: 'established', decline: 'declined', withdraw: 'withdrawn' },
  established: {},
  declined: {},
  withdrawn: {},
};

/** The moves that leadership decides on, each with a reason. */
export const decisions = ['establish', 'ask', 'decline'] as const;
export type Decision = (typeof decisions)[number];

/** How the record calls each move. */
export const moveActs = {
  propose: 'proposal filed',
  edit: 'proposal edited',
  ask: 'proposal sent back',
  establish: 'proposal established',
  decline: 'proposal declined',
  withdraw: 'proposal withdrawn',
} as const satisfies Record<ProposalMove, string>;

/** What a proposal says. */
export type ProposalText = {
  readonly name: string;
  readonly problem: string;
  /** What is made, and for whom. */
  readonly deliverable: string;
  /** How it ends, and who is wanted. */
  readonly ending: string;
  /** The first milestone in the proposer's own words, its date among them, and that date. */
  readonly milestone: string;
  readonly when: When;
  /** The words of the date, where they say more than the date does. */
  readonly wording?: string;
};

/** A request to establish a working group. */
export type Proposal = ProposalText & {
  /** Permanent, `p1`. */
  readonly id: string;
  /** Counts what it has said. */
  readonly version: number;
  readonly state: Exclude<ProposalState, 'draft'>;
  readonly topic?: string;
  /** The surrogate id of whoever proposes it. */
  readonly member: string;
  readonly at: Date;
  /** Since when it waits for an answer. */
  readonly waitingSince: Date;
  /** The working group that it became. */
  readonly group?: string;
};

/** What was typed into a form that was not taken, as it was typed; `about` is the proposal that is edited, `topic` what it comes from. */
export type Draft = Omit<ProposalText, 'when' | 'wording'> & { readonly about?: string; readonly topic?: string };

/** A draft as its author finds it: `about` and `topic` are there while something can come of them, and `over` is what it was for and can be no more. */
export type KeptDraft = Draft & { readonly id: string; readonly over?: string };

/** The draft that somebody goes on with: the one that is named, else the latest that was for the same. */
export function draftMeant(drafts: readonly KeptDraft[], named: string | undefined, origin: string | undefined): KeptDraft | undefined {
  return drafts.find(({ id }) => id === named) ?? drafts.find(({ about, over, topic }) => (about ?? over ?? topic) === origin);
}

/** The kinds of help that a volunteer offers. */
export const helps = ['lead', 'write', 'research', 'review', 'observe'] as const;
export type Help = (typeof helps)[number];

/** A decision to be remembered; the store refuses it when another version stands, or the table does not allow it any more. */
export type ProposalChange = { readonly move: Exclude<ProposalMove, 'propose' | 'edit'>; readonly id: string; readonly version: number; readonly why: string };

/** A new version of a proposal, made from the one that is named, and the draft that becomes needless by it. */
export type ProposalEdit = { readonly id: string; readonly version: number; readonly text: ProposalText; readonly why: string; readonly draft?: string };

/** What somebody offers to a version of a proposal; `kind` is missing when they take it back. */
export type VolunteerOffer = { readonly proposal: string; readonly version: number; readonly kind?: Help };

/** The states in which it waits for something, so that it is listed and people can volunteer: those from which it can be established. */
export const openStates = proposalStates.filter((state) => moves[state].establish !== undefined);

export function isOpen({ state }: { readonly state: ProposalState }): boolean {
  return openStates.includes(state);
}

/** Whether the table knows the move from where the proposal stands; otherwise the refusal that says how it stands. */
export function canMove({ id, state }: Pick<Proposal, 'id' | 'state'>, move: ProposalMove): Problem | undefined {
  return moves[state][move] === undefined ? { code: 'proposal-stands', params: { id, state } } : undefined;
}

/** Whether somebody leads who has not proposed it, and whether an account of the reader was the proposer's once. */
type Deciding = { readonly decidable?: boolean; readonly ownOnce?: boolean };

/** Proposers change and withdraw their own; leadership decides, and nobody on their own, of which `decidable` says whether somebody else can. */
export function mayMove(actor: Actor, move: ProposalMove, proposal: Pick<Proposal, 'id' | 'member'>, deciding: Deciding = {}): Problem | undefined {
  if (decisions.some((decision) => decision === move)) return may(actor, 'coordinator') ?? mayDecide(actor, proposal, deciding);
  return may(actor, 'member') ?? (actor.member === proposal.member ? undefined : { code: 'proposers-only', params: { id: proposal.id } });
}

function mayDecide(actor: Actor, { id, member }: Pick<Proposal, 'id' | 'member'>, { decidable = true, ownOnce = false }: Deciding): Problem | undefined {
  if (actor.member !== member && !ownOnce) return undefined;
  return decidable ? { code: 'own-proposal', params: { id } } : { code: 'sole-coordinator', params: {} };
}

/** Why no changes can be asked for: they are asked of somebody who is there to make them. */
export function cannotAsk(proposal: Pick<Proposal, 'id' | 'state'>, proposer: Member | undefined): Problem | undefined {
  return isOpen(proposal) && proposer === undefined ? { code: 'proposer-gone', params: { id: proposal.id } } : undefined;
}

/** Decides on a proposal or withdraws it, or refuses: by right, by the table, or since another version stands than was read. */
export function moveProposal(
  actor: Actor,
  proposal: Pick<Proposal, 'id' | 'state' | 'version' | 'member'>,
  move: ProposalChange['move'],
  readVersion: number,
  why: string,
): ProposalChange | Problem {
  const refused = mayMove(actor, move, proposal) ?? canMove(proposal, move);
  if (refused !== undefined) return refused;
  if (readVersion !== proposal.version) return { code: 'proposal-changed', params: { id: proposal.id } };
  return { move, id: proposal.id, version: proposal.version, why };
}

/** Gives a proposal a new version, or refuses; `over` is its topic where that is closed by now, which a new version goes on without. */
export function editProposal(actor: Actor, proposal: Proposal, text: ProposalText, readVersion: number, why: string, over?: string): ProposalEdit | Problem {
  const { id, version } = proposal;
  const refused = mayMove(actor, 'edit', proposal) ?? canMove(proposal, 'edit');
  if (refused !== undefined) return refused;
  if (readVersion !== version) return { code: 'proposal-changed', params: { id } };
  return over === undefined && saysTheSame(proposal, text) ? { code: 'nothing-changed', params: { id } } : { id, version, text, why };
}

/** Where changes were asked for, the same words are no answer, but a date read otherwise is a change. */
function saysTheSame(standing: ProposalText, text: ProposalText): boolean {
  const names = ['name', 'problem', 'deliverable', 'ending', 'milestone', 'wording'] as const;
  return names.every((name) => standing[name] === text[name]) && JSON.stringify(standing.when) === JSON.stringify(text.when);
}

/** Offers help to an open proposal, changes the offer or takes it back (`kind` missing). */
export function volunteer(actor: Actor, proposal: Proposal, readVersion: number, kind: Help | undefined): VolunteerOffer | Problem {
  const refused = may(actor, 'member');
  if (refused !== undefined) return refused;
  const { id, state, version } = proposal;
  if (!isOpen(proposal)) return { code: 'proposal-stands', params: { id, state } };
  if (readVersion !== version) return { code: 'proposal-reworded', params: { id } };
  return { proposal: id, version, ...(kind !== undefined && { kind }) };
}

/** Who volunteered is shown to the proposer and to leadership; others see how many. */
export function seesVolunteers(actor: Actor, { member }: Pick<Proposal, 'member'>): boolean {
  return !actor.visitor && (actor.coordinator || actor.member === member);
}

const fourWeeks = 28 * 86_400_000;

/** By when leadership is to answer: four weeks after it began to wait. */
export function answerBy({ waitingSince }: Pick<Proposal, 'waitingSince'>): Date {
  return new Date(waitingSince.getTime() + fourWeeks);
}

/** Whether it has waited four weeks without an answer. */
export function isUnanswered(proposal: Pick<Proposal, 'state' | 'waitingSince'>, now: Date): boolean {
  return proposal.state === 'proposed' && answerBy(proposal) <= now;
}

/** What a group is for, once a proposal is established, in the proposer's words. */
export function charterOf({ problem, deliverable, ending }: ProposalText): string {
  return [problem, deliverable, ending].join('\n\n');
}
