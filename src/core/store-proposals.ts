import type { StakeholderGroup } from './balance.ts';
import type { ProposalChoice } from './choice.ts';
import type { Channel } from './group.ts';
import type { Language, Member } from './member.ts';
import type { Draft, Help, KeptDraft, Proposal, ProposalChange, ProposalEdit, ProposalText, VolunteerOffer } from './proposal.ts';
import type { By, Event, Page, Read, Recorded, Sender } from './record.ts';
import type { Interest, InterestChange, InterestCounts, Topic, TopicChange } from './topic.ts';
import type { Week } from './week.ts';

/** A topic with the interest in the wording that stands. */
export type TopicOverview = {
  readonly topic: Topic;
  readonly counts: InterestCounts;
  /** What the sender said of this wording. */
  readonly mine?: Interest;
  /** What the sender said of an earlier wording, and not yet of this one. */
  readonly before?: Interest;
  /** The open proposals that would take it up. */
  readonly proposals: readonly string[];
};

export type TopicsPage = Read<Page & { readonly topics: readonly TopicOverview[] }>;

export type TopicFile = Read<{
  readonly overview?: TopicOverview;
  /** The name of the group that has taken it up. */
  readonly groupName?: string;
  /** Whether that group is concluded. */
  readonly groupEnded: boolean;
  /** Newest first, at most ten. */
  readonly events: readonly Event[];
  /** What the sender has begun, the latest first. */
  readonly drafts: readonly KeptDraft[];
}>;

/** How many people offer which kind of help. */
export type HelpCounts = Readonly<Record<Help, number>>;

export type ProposalOverview = { readonly proposal: Proposal; readonly counts: HelpCounts };

export type ProposalsPage = Read<Page & { readonly proposals: readonly ProposalOverview[]; readonly drafts: readonly KeptDraft[] }>;

export type ProposalFile = Read<{
  readonly overview?: ProposalOverview;
  readonly topic?: Topic;
  /** The name of the group that has taken the topic up. */
  readonly groupName?: string;
  /** Whether that group is concluded. */
  readonly groupEnded: boolean;
  /** Whoever proposes it; missing for somebody who left. */
  readonly proposer?: Member;
  /** Whether somebody leads who has not proposed it. */
  readonly decidable: boolean;
  /** Whether anybody leads at all. */
  readonly led: boolean;
  /** Whether an account of the sender was the proposer's once, however it came to be theirs, so that they cannot decide on it. */
  readonly ownOnce: boolean;
  /** In the order in which they came; who sees them is decided with the proposal. */
  readonly volunteers: readonly { readonly member: Member; readonly kind: Help }[];
  /** What the sender offers. */
  readonly mine?: Help;
  /** Newest first, at most ten. */
  readonly events: readonly Event[];
  /** What the sender has begun, the latest first. */
  readonly drafts: readonly KeptDraft[];
}>;

/** Proposals that may be meant, and whether any is open at all. */
export type ProposalsFound = { readonly proposals: readonly ProposalOverview[]; readonly anyOpen: boolean };

/** The topic that a proposal comes from, and the draft. */
export type ProposalOrigin = { readonly topic?: string | undefined; readonly draft?: string | undefined };

/**
 * What came of a decision on a proposal; `own` where it is the sender's, whichever accounts were linked or parted meanwhile, and `proposer gone` where
 * changes are asked of somebody who has left.
 */
export type Moved = Adopting<Proposal> | { readonly kind: 'own' | 'proposer gone' };

/** What is recorded, or the topic that a group has taken up or that was retired meanwhile; nothing is changed then. */
export type Adopting<T> = Recorded<T> | { readonly kind: 'topic closed'; readonly topic: Topic; readonly groupName?: string };

/** Where the leadership of a space reads proposals. */
export type Leadership = Channel & { readonly language: Language };

/** What is told of the stakeholder groups of those who are interested in a topic; never beside how many they are. */
export type TopicBalance = { readonly topic: Topic; readonly shown: readonly (readonly [StakeholderGroup, number])[] };

/** The part of the store that knows topics, proposals and volunteers. */
export type ProposalStore = {
  /** Those that nobody has taken up, in the order of their numbers, from `skip`, at most `limit`; the last page where there are no longer so many. */
  readTopics(sender: Sender, skip: number, limit: number): Promise<TopicsPage>;
  readTopic(sender: Sender, id: string): Promise<TopicFile>;
  /** Open topics whose id or words hold what was typed, in the order of their numbers, at most `limit`; where it is one, its file. */
  findTopics(sender: Sender, typed: string, limit: number): Promise<TopicFile & { readonly topics: readonly Topic[] }>;
  /** Of the topics that nobody has taken up, those of which something is told. */
  readBalance(sender: Sender): Promise<Read<{ readonly balances: readonly TopicBalance[] }>>;
  /** Those that are open, the newest first, from `skip`, at most `limit`, the last page where there are no longer so many; and what the sender has begun. */
  readProposals(sender: Sender, skip: number, limit: number): Promise<ProposalsPage>;
  readProposal(sender: Sender, id: string): Promise<ProposalFile>;
  /** Those that are open and that a choice offers, the newest first, at most `limit`; where it is one, its file. */
  findProposals(sender: Sender, limit: number, choice: ProposalChoice): Promise<ProposalFile & ProposalsFound>;

  /** `stale` with what stands when the version is no longer current. Whoever said interest in a topic that is reworded is asked again. */
  recordTopic(change: TopicChange, by: By): Promise<Recorded<Topic>>;
  /** `stale` with what stands when the words are others by now, or the topic is no longer open. */
  sayInterest(change: InterestChange, by: By): Promise<Recorded<Topic>>;

  /** Moves the numbers of the stakeholder groups of every open topic that have not moved in the week, which begins on a Monday. */
  moveBalance(week: Week): Promise<void>;

  /** Keeps what was typed into a form for its author alone, over what the same form brought before, in the place of the draft that filled it. */
  keepDraft(draft: Draft, filledWith: string | undefined, by: By): Promise<void>;
  /** Throws away one draft of the sender; false when there is none such. */
  dropDraft(id: string, by: By): Promise<boolean>;
  /** Gives it its id, lets go of the draft that became it, and owes leadership its card. */
  propose(text: ProposalText, from: ProposalOrigin, by: By): Promise<Adopting<Proposal>>;
  /**
   * Adds a version, takes off a topic that is closed by now, and owes every volunteer a message, and leadership where it asked for changes; `stale` with what stands when it is another
   * version or can no longer be edited.
   */
  editProposal(edit: ProposalEdit, by: By): Promise<Recorded<Proposal>>;
  /**
   * Moves it, once: of two who decide at the same time the second finds it decided. The proposer and every volunteer are owed one message.
   * When it is established its group, its charter, its first milestone and its members are there with it; when it comes to nothing, offers to it end.
   */
  moveProposal(change: ProposalChange, by: By): Promise<Moved>;
  /** One offer a person; `stale` with what stands when it is another version or no longer open. */
  volunteer(offer: VolunteerOffer, by: By): Promise<Recorded<Proposal>>;
  /** Makes a channel the one in which its space's leadership reads proposals, and owes it the cards of the open ones. */
  leadFrom(leadership: Leadership, by: By): Promise<void>;
  /** Ends that for a space; false when there was none. */
  leadNoMore(by: By): Promise<boolean>;
};
