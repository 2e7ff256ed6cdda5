import type { Account, Platform, SpaceKey } from './account.ts';
import type { MilestoneChoice } from './choice.ts';
import type { Group } from './group.ts';
import type { Member, SpaceState } from './member.ts';
import type { Belonging } from './membership.ts';
import type { Milestone, MilestoneChange } from './milestone.ts';
import type { MilestoneProposal, MilestoneProposalDate, MilestoneProposalDecision, MilestoneProposalFacts } from './milestone-proposal.ts';
import type { News } from './notice.ts';
import type { PersonalStore } from './personal.ts';
import type { Plan, PlanRecord } from './plan.ts';
import type { ActorFacts, By, Event, Read, Recorded, Sender } from './record.ts';
import type { GroupStore, UpdateDesk } from './store-groups.ts';
import type { MembershipStore, Offering } from './store-memberships.ts';
import type { MessageStore } from './store-messages.ts';
import type { Link, PeopleStore } from './store-people.ts';
import type { ProposalOverview, ProposalStore } from './store-proposals.ts';
import type { Period } from './when.ts';

export type { ActorFacts, By, Event, Page, Read, Recorded, Sender } from './record.ts';

export type OutlookFacts = Read<{
  /** Those under way, the next two, the two oldest without an outcome, the last one, and what these depend on. */
  readonly milestones: readonly Milestone[];
  /** How many outcomes are missing, counted up to `awaitingLimit`. */
  readonly missing: number;
}>;

export type TimelineFacts = Read<{ readonly milestones: readonly Milestone[]; readonly total: number }>;

export type MilestoneHistory = Read<{
  readonly milestone?: Milestone;
  /** What a chair proposed under this id, whatever became of it. */
  readonly proposal?: MilestoneProposal;
  readonly dependsOn: readonly Milestone[];
  /** Newest first, at most ten. */
  readonly events: readonly Event[];
}>;

export type SpaceFacts = { readonly key: SpaceKey; readonly state: SpaceState; readonly askedAt?: Date; readonly asker?: Member };

export type HomeFacts = OutlookFacts & {
  /** Spaces that ask to be accepted; empty for anyone but a coordinator. */
  readonly waitingSpaces: readonly SpaceFacts[];
  /** Milestones that wait to be accepted; empty for anyone but a coordinator. */
  readonly proposed: readonly MilestoneProposal[];
  /** How many more of these wait. */
  readonly moreProposed: number;
  /** Proposals of working groups that wait for an answer, or for changes that nobody is there to make, the oldest first; empty for anyone but a coordinator. */
  readonly waitingProposals: readonly ProposalOverview[];
  /** How many more of these wait. */
  readonly moreProposals: number;
  /** What the reader proposed and is asked to change. */
  readonly changesAsked: readonly ProposalOverview[];
  /** How much more of it there is. */
  readonly moreChanges: number;
  /** The groups for which the reader speaks. */
  readonly desks: readonly UpdateDesk[];
  /** Those to which they belong without speaking for them, or ask to. */
  readonly memberships: readonly Belonging[];
  /** Those that ask them to be the chair. */
  readonly chairAsked: readonly Pick<Group, 'id' | 'name'>[];
  /** The question whether another account is theirs, which ends at an instant of the machine's clock. */
  readonly link?: Link & { readonly until: Date };
  /** What the bot has to tell them and since when, newest first, at most five, where it writes to nobody: at a terminal. */
  readonly news: readonly { readonly notice: News; readonly at: Date }[];
  /** Those without a chair, at most ten, and how many more there are; none for anyone but a coordinator. */
  readonly chairless: readonly Pick<Group, 'id' | 'name'>[];
  readonly moreChairless: number;
  /** Who would chair one of those, at most ten, and how many more would; nobody for anyone but a coordinator. */
  readonly offerings: readonly Offering[];
  readonly moreOfferings: number;
  /** Those for which they speak and that so many ask to join. */
  readonly joinAsked: readonly (Pick<Group, 'id' | 'name'> & { readonly number: number })[];
};

export type SetupFacts = Read<{ readonly hasCoordinator: boolean; readonly waitingSpaces: readonly SpaceFacts[] }>;

/** Milestones that would wait for each other, from one back to itself; `value` is what was asked for and is not recorded. */
export type Circle = { readonly kind: 'circle'; readonly value: Milestone; readonly circle: readonly string[] };

/** One would wait for a milestone that is in no plan; `value` is what was asked for and is not recorded. */
export type Missing<T> = { readonly kind: 'missing'; readonly value: T; readonly missing: string };

/** A row of a table as JSON text, in which every value reads back as it stood. */
export type TableRow = { readonly table: string; readonly row: string };

/** Everything that is kept, as it stood at one moment, with the migrations that made its tables. */
export type Dump = { readonly migrations: readonly string[]; readonly rows: () => AsyncIterable<TableRow> };

/**
 * The memory behind the commands. One method, one intention, all or nothing unless it says otherwise, at most one trip for a read.
 * What somebody does on the record keeps an event, makes them a member when they are none yet, and is idempotent by `by.key`. Off the record are
 * drafts, the addresses of exports, the queue, and whatever is forgotten. What is refused changes nothing, and is judged anew when it is sent again.
 */
export type Store = GroupStore &
  MembershipStore &
  MessageStore &
  PersonalStore &
  ProposalStore &
  PeopleStore & {
    readActor(sender: Sender): Promise<ActorFacts>;
    /** The spaces of a platform that were accepted first and in which the bot is, at most ten. */
    readAcceptedSpaces(platform: Platform): Promise<readonly SpaceKey[]>;
    readOutlook(sender: Sender, now: Date): Promise<OutlookFacts>;
    /** In the order of the timeline, from `skip`, at most `limit`. */
    readTimeline(sender: Sender, period: Period, skip: number, limit: number): Promise<TimelineFacts>;
    readMilestone(sender: Sender, id: string): Promise<MilestoneHistory>;
    /** Those that a choice offers and whose id or text holds what was typed, the nearest to `now` first; where it is one, with its history. */
    findMilestones(
      sender: Sender,
      typed: string,
      now: Date,
      limit: number,
      choice: MilestoneChoice,
    ): Promise<MilestoneHistory & { readonly milestones: readonly Milestone[] }>;
    /** Milestones that wait to be accepted and that the sender has not proposed, the oldest first. */
    readProposedMilestones(sender: Sender): Promise<Read<{ readonly proposals: readonly MilestoneProposal[] }>>;
    readHome(sender: Sender, now: Date): Promise<HomeFacts>;
    readSetup(sender: Sender): Promise<SetupFacts>;
    /** What happened to a milestone, a topic, a proposal or a group, newest first, from `skip`; who came, went or offered something is not told here. */
    readHistory(sender: Sender, object: string, skip: number, limit: number): Promise<Read<{ readonly events: readonly Event[]; readonly more: boolean }>>;
    /** What was recorded under a key, whoever asks with it; undefined when nothing was. */
    readRecorded(sender: Sender, key: string): Promise<Read<{ readonly event?: Event }>>;

    /** `stale` with what stands now when the revision is no longer current, `circle` when it would depend on itself; nothing is changed then. */
    recordMilestone(change: MilestoneChange, by: By): Promise<Recorded<Milestone> | Circle | Missing<Milestone>>;
    /** Gives it its id, and owes the coordinators a message; `stale` where the same form has brought other words. */
    proposeMilestone(proposed: MilestoneProposalFacts, by: By): Promise<Recorded<MilestoneProposal> | Missing<MilestoneProposal>>;
    /** Gives one that waits another date, for whoever proposed it; `stale` with what stands when it was decided meanwhile. */
    redateMilestone(date: MilestoneProposalDate, by: By): Promise<Recorded<MilestoneProposal>>;
    /** Adds what is accepted to the plan, and owes whoever proposed it a message; `stale` with what stands when it was decided meanwhile. */
    decideMilestone(decision: MilestoneProposalDecision, by: By): Promise<Recorded<MilestoneProposal>>;
    /** Makes the sender the first coordinator and accepts the space; false when the deployment already has one. Exactly one claim ever wins. */
    claim(by: By): Promise<boolean>;
    /** Notes that a later space asks to be accepted. */
    askForSpace(by: By): Promise<void>;
    /** Accepts a space that asks, or the one from which this is done; false for any other. */
    acceptSpace(space: SpaceKey, by: By): Promise<boolean>;
    /** `own` when that is another account of whoever appoints: somebody else has to. */
    appointCoordinator(account: Account, by: By, locale?: string): Promise<'appointed' | 'own'>;
    /** `unknown` when that account is no coordinator, `last` when no other would be left. */
    dismissCoordinator(account: Account, by: By): Promise<'dismissed' | 'unknown' | 'last'>;

    readPlan(): Promise<PlanRecord>;
    /** Adds what is new and changes what differs, in one transaction; what the plan does not name is left alone, nothing is ever deleted. */
    importPlan(plan: Plan, by: By): Promise<void>;
    /** Whether a plan was ever loaded. */
    isLoaded(): Promise<boolean>;
    /** Loads a plan into a database that has never been loaded; false when it has, and exactly one of many processes loads it. */
    loadFirst(plan: Plan, by: By): Promise<boolean>;

    /** Lets everything be read while it stands still; the dump is gone when `use` is done. */
    dump<T>(use: (dump: Dump) => Promise<T>): Promise<T>;
    /** Fills a database that holds nothing yet, whole or not at all; where the rows cannot be read to their end, nothing is kept. */
    restore(dump: Dump): Promise<'restored' | 'not empty' | 'other tables'>;

    /** Rejects when the database cannot be asked. */
    check(): Promise<void>;
    close(): Promise<void>;
  };

/** The database cannot be reached or does not answer in time, and nothing was changed. */
export class StoreUnavailable extends Error {
  override readonly name: string = 'StoreUnavailable';
}

/** The database went away, or did not answer in time, over what was all done but for its commit: whether it was changed is not known. */
export class StoreUnconfirmed extends StoreUnavailable {
  override readonly name = 'StoreUnconfirmed';
}
