import type { Account, SpaceKey } from './account.ts';
import type { Chairless, Duty } from './duty.ts';
import type { Channel, Group } from './group.ts';
import type { Member } from './member.ts';
import type { OwedMessage, Tried } from './notice.ts';
import type { Proposal } from './proposal.ts';
import type { By, Read, Sender } from './record.ts';
import type { Subscription, SubscriptionFacts } from './subscription.ts';
import type { Week } from './week.ts';

/** What due times are found from. */
export type DutyFacts = {
  readonly groups: readonly {
    readonly group: Group;
    /** The weeks of the last ten that have an update. */
    readonly told: readonly Week[];
    /** The latest week that has one. */
    readonly last?: Week;
  }[];
  readonly subscriptions: readonly { readonly subscription: Subscription /** The latest week whose digest was claimed. */; readonly lastWeek?: Week }[];
  /** Those without a chair for which somebody is asked to be one. */
  readonly chairless: readonly Chairless[];
  /** With the accounts alone on which they can be reached. */
  readonly coordinators: readonly Member[];
  /** Those that wait for an answer. */
  readonly proposals: readonly Pick<Proposal, 'id' | 'state' | 'waitingSince'>[];
  /** Every key claimed in the last ten weeks, without those that may be claimed anew. */
  readonly claimed: ReadonlySet<string>;
};

/** How a digest stands among those of its channel. */
export type DigestTurn = {
  /** What the channel gets; missing where its space is gone. */
  readonly subscription?: Subscription;
  /** The latest week before it whose digest was sent, or was over when the channel was switched on. */
  readonly before?: Week;
  /** Whether a newer one is owed. */
  readonly overtaken: boolean;
};

export type HereFacts = Read<{
  /** What stands for the channel, also when it is switched off. */
  readonly subscription?: Subscription;
  /** The latest week whose digest was claimed for it. */
  readonly lastWeek?: Week;
  /** Whoever configured it; missing for somebody who left. */
  readonly configuredBy?: Account;
  /** Whether the leadership of the space reads proposals in it. */
  readonly leadership: boolean;
}>;

/** How deliveries to a space go. */
export type SpaceHealth = {
  readonly space: SpaceKey;
  readonly delivered?: Date;
  readonly failure?: { readonly at: Date; readonly problem: string };
};

export type StatusFacts = Read<{
  /** When the jobs last looked for what is due, by the real clock; missing before the first time. */
  readonly tick?: Date;
  readonly waiting: number;
  /** Since when the oldest waiting message is owed, however often it was tried since. */
  readonly oldest?: Date;
  /** The same of what is for a chat: at a terminal it waits until somebody sits there. */
  readonly held?: Date;
  /** Uncertain and failed ones of the last thirty days, newest first, at most ten. */
  readonly troubled: readonly OwedMessage[];
  /** How many there are; each number is counted up to a thousand. */
  readonly uncertain: number;
  readonly failed: number;
  readonly spaces: readonly SpaceHealth[];
  /** Paused by the bot itself. */
  readonly paused: readonly Subscription[];
  /** At most ten of those who lead, and how many more there are. */
  readonly coordinators: readonly Member[];
  readonly moreCoordinators: number;
}>;

/** What came of the wish to have a message posted again; `off` where it is for a channel that was switched off since, or gets no such thing any more. */
export type PostedAgain = 'owed' | 'unknown' | 'off';

/** The part of the store that is the queue, and what fills it. */
export type MessageStore = {
  readDuties(now: Date): Promise<DutyFacts>;
  /** Claims due times and writes their messages, all or nothing; answers those that nobody had claimed before. Of many processes exactly one claims each. */
  claimDuties(duties: readonly Duty[], now: Date): Promise<readonly Duty[]>;
  /** Those that may be sent at `now`, oldest first, at most `limit` on each platform: for each destination the first that waits, unless another one is being sent there. */
  readWaiting(now: Date, limit: number): Promise<readonly OwedMessage[]>;
  /**
   * Those whose sending was begun before an instant of the real clock and never ended, and that may be looked for at `now`, at most `limit` on each
   * platform.
   */
  readStuck(before: Date, now: Date, limit: number): Promise<readonly OwedMessage[]>;
  /** How the digest of a week stands that a channel is owed. */
  readDigestTurn(channel: Channel, week: Week): Promise<DigestTurn>;
  /** Notes that it is being sent, before the call; false when another process took it. `since` by the real clock. */
  beginSending(message: OwedMessage, since: Date): Promise<boolean>;
  /**
   * Notes what came of a try; `message` holds the `sendingSince` with which it was begun. Where another process has taken it since, only that it
   * was sent is noted, for that is certain. A person whose direct messages are closed is written to in the other way that the message names.
   * A failure that is final is told: to whoever configured the channel, else to the coordinators; of such a notice itself to the others of these.
   */
  endSending(message: OwedMessage, tried: Tried, now: Date): Promise<void>;
  /** Pauses what a channel gets, once, since a message could not be delivered, and tells whoever configured it. */
  pauseSubscription(channel: Channel, reason: string, message: string, now: Date): Promise<void>;
  /** Notes that the jobs looked for what is due, by the real clock. */
  noteTick(at: Date): Promise<void>;

  readHere(sender: Sender, channel: Channel): Promise<HereFacts>;
  /** Switches on, or changes, what a channel gets. */
  subscribe(channel: Channel, facts: SubscriptionFacts, by: By): Promise<Subscription>;
  /** Switches it off; undefined when nothing was on. */
  unsubscribe(channel: Channel, by: By): Promise<Subscription | undefined>;
  /** `now` by the program's clock. */
  readStatus(sender: Sender, now: Date): Promise<StatusFacts>;
  /** Owes a message again that failed or is uncertain; `unknown` for any other. */
  postAgain(message: string, by: By): Promise<PostedAgain>;
  /** A message with what it is about. */
  readMessage(sender: Sender, message: string): Promise<Read<{ readonly message?: OwedMessage; readonly subscription?: Subscription }>>;
};
