import type { Account } from './account.ts';
import type { StakeholderGroup } from './balance.ts';
import type { GroupChoice } from './choice.ts';
import type { DigestFacts } from './digest.ts';
import type { Appointment, Group, GroupChange } from './group.ts';
import type { Absence, Language, Member, ReminderWay } from './member.ts';
import type { ChairOffer, Mine, PeopleCounts } from './membership.ts';
import type { Milestone } from './milestone.ts';
import type { By, Event, Page, Read, Recorded, Sender } from './record.ts';
import type { Update, UpdateChange } from './update.ts';
import type { Week } from './week.ts';
import type { Period } from './when.ts';

/** A group with its latest update and how many belong to it. */
export type GroupOverview = { readonly group: Group; readonly last?: Update; readonly people: PeopleCounts };

export type GroupsPage = Read<Page & { readonly groups: readonly GroupOverview[] }>;

/** Groups that may be meant, and whether what was typed names any at all. */
export type GroupsFound = { readonly groups: readonly Pick<Group, 'id' | 'name'>[]; readonly named: boolean };

export type GroupFile = Read<{
  readonly group?: Group;
  readonly last?: Update;
  readonly people: PeopleCounts;
  /** What the sender is in it, or asks to be. */
  readonly mine?: Mine;
  /** The same of somebody who was named. */
  readonly person?: Mine & Pick<Member, 'accounts'>;
  /** Whether the sender is asked to chair it. */
  readonly chairAsked: boolean;
  /** What the chair who asks them wrote for them alone. */
  readonly chairNote?: string;
  /** Those of its milestones that nobody has said the outcome of, in the order of the timeline, at most ten. */
  readonly milestones: readonly Milestone[];
  /** Those that are proposed for it and wait for a coordinator, at most ten. */
  readonly proposed: readonly string[];
  /** Who is asked to chair it. */
  readonly chairOffers: readonly ChairOffer[];
  /** What happened to it, newest first, at most ten; who joined and left is not told here. */
  readonly events: readonly Event[];
}>;

export type GroupAsked = { readonly file: GroupFile; readonly candidates: readonly Group[] };

/** What an update of a group is written beside. */
export type UpdateDesk = {
  readonly group: Group;
  /** Its latest updates, newest week first, at most six; none of them of a later week than the one asked for. */
  readonly recent: readonly Update[];
};

export type DesksFacts = Read<{
  /**
   * The group whose id was named, those whose name holds what was named, and those at work that the sender speaks for, or all at work where a
   * coordinator speaks for none. In the order of their numbers; where there are too many, what was named comes first.
   */
  readonly desks: readonly UpdateDesk[];
  /** The group for which the sender wrote last. */
  readonly remembered?: string;
  /** Those that an outlook is made from, for the choice of the milestone that is served. */
  readonly milestones: readonly Milestone[];
}>;

export type UpdatesPage = Read<{
  /** Newest week first. */
  readonly updates: readonly Update[];
  readonly more: boolean;
  /** Those of the updates, and the named one. */
  readonly groups: readonly Group[];
}>;

export type UpdateFile = Read<{
  readonly group?: Group;
  /** Newest first. */
  readonly revisions: readonly Update[];
  /** Whoever wrote one of them and has not left. */
  readonly writers: readonly Member[];
}>;

/** What a member sets for themselves; `null` takes it away. */
export type PersonalSettings = {
  readonly language?: Language;
  readonly zone?: string;
  readonly reminders?: ReminderWay;
  readonly absence?: Absence | null;
  readonly stakeholder?: StakeholderGroup | null;
};

/** What came of an update; `concluded` where its group has ended meanwhile, `dismissed` where the writer's office has: nothing is changed then. */
export type UpdateRecorded = Recorded<Update> | { readonly kind: 'concluded'; readonly value: Group } | { readonly kind: 'dismissed'; readonly value: Group };

/** The part of the store that knows groups, people and their progress updates. */
export type GroupStore = {
  /** In the order of their numbers, from `skip`, at most `limit`; the last page where there are no longer so many. */
  readGroups(sender: Sender, skip: number, limit: number): Promise<GroupsPage>;
  /** `person` is somebody of whom it is asked what they are in it. */
  readGroup(sender: Sender, id: string, person?: Account): Promise<GroupFile>;
  /** Those that a choice offers and whose id or name holds what was typed, in the order of their numbers; where it is one, its file. */
  findGroups(sender: Sender, typed: string, limit: number, choice: GroupChoice, person?: Account): Promise<GroupFile & GroupsFound>;
  /**
   * The group of which a question speaks: whose name it holds or is a part of, else whose name shares most of the telling words. Where several
   * fit alike, they are the candidates, at most `limit`.
   */
  readGroupAsked(sender: Sender, question: string, telling: readonly string[], limit: number): Promise<GroupAsked>;
  /** For whoever writes an update: at most 25 desks. `named` is an id or a part of a name, `week` the one written for where that is known. */
  readDesks(sender: Sender, named: string | undefined, week: Week | undefined, now: Date): Promise<DesksFacts>;
  /** Of one group or of all, of the weeks that a period touches, from `skip`, at most `limit`. */
  readUpdates(sender: Sender, group: string | undefined, period: Period, skip: number, limit: number): Promise<UpdatesPage>;
  readUpdate(sender: Sender, id: string): Promise<UpdateFile>;
  /**
   * The week as it stood at its close, or stands now; `now` is the program's clock, or the moment asked for. `before` is the week of the digest
   * after which the late updates come, the week before unless it is another.
   */
  readDigest(sender: Sender, week: Week, now: Date, before?: Week): Promise<Read<DigestFacts>>;

  /** `stale` with what stands when that is another revision; nothing is changed then. Messages that follow are owed in the same transaction. */
  recordUpdate(change: UpdateChange, by: By): Promise<UpdateRecorded>;
  /** `stale` with what stands when the revision is no longer current. */
  recordGroup(change: GroupChange, by: By): Promise<Recorded<Group>>;
  /**
   * Makes somebody a chair or deputy, or ends that, so that they only belong to it; undefined when there is no such group. Who is that already
   * stays so, and what was decided from an office that has changed hands is `stale`. A group that forms begins with its first chair, and of one without a chair leadership is told.
   */
  appoint(appointment: Appointment, by: By): Promise<Recorded<Group> | undefined>;
  /** Old values of personal settings are not kept; the record says that there was a choice, not which. */
  setPersonal(settings: PersonalSettings, by: By): Promise<void>;
};
