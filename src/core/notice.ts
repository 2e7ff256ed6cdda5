import { type Account, type Platform, platformOf, type SpaceKey } from './account.ts';
import type { Channel, Role } from './group.ts';
import type { Language } from './member.ts';
import type { ProposalMove } from './proposal.ts';
import type { Week } from './week.ts';

/** What the bot says by itself, as ids: the words are made when it is sent, from what stands then. */
export type Notice =
  /** Asks for the update of a week; `reminder` is the one that follows. `again`: somebody wants it posted again, however late it is. */
  | { readonly kind: 'prompt' | 'reminder'; readonly group: string; readonly week: Week; readonly again?: true }
  /** The digest of a week over all groups. */
  | { readonly kind: 'digest'; readonly week: Week }
  /** An update was recorded, for the channel of its group; `late`: it gets news, and came after the digest of its week was sent here. */
  | { readonly kind: 'update recorded'; readonly update: string; readonly late?: true }
  /** An update came after the digest of its week was sent here. */
  | { readonly kind: 'update late'; readonly update: string }
  /** A group has said nothing for four weeks; `missing` are the weeks that it owed. */
  | { readonly kind: 'silence'; readonly group: string; readonly missing: readonly Week[] }
  /** A chair proposes a milestone, which a coordinator accepts or declines; then whoever proposed it hears of it, or that it has ended with its group. */
  | { readonly kind: 'milestone proposed' | 'milestone decided' | 'milestone ended'; readonly milestone: string }
  /** The card of a proposal for leadership; `replaces` is the message that brought it, which is edited in place. */
  | { readonly kind: 'proposal card'; readonly proposal: string; readonly replaces?: string }
  /** A proposal came: for coordinators in whose chat leadership reads in no channel. */
  | { readonly kind: 'proposal filed'; readonly proposal: string }
  /** What leadership sent back has come again, changed. */
  | { readonly kind: 'proposal filed again'; readonly proposal: string }
  /** Changes were asked for, and nobody is there to make them: leadership hears of it. */
  | { readonly kind: 'proposer gone'; readonly proposal: string }
  /** A proposal that somebody volunteers for says something else now. */
  | { readonly kind: 'proposal edited'; readonly proposal: string; readonly version: number }
  /** It was decided on, or withdrawn. */
  | { readonly kind: 'proposal moved'; readonly proposal: string; readonly move: Exclude<ProposalMove, 'propose' | 'edit'> }
  /** The topic that an open proposal comes from was taken up or retired: its proposer hears of it. */
  | { readonly kind: 'topic closed'; readonly proposal: string }
  /** A topic in which somebody said interest has other words now. */
  | { readonly kind: 'topic reworded'; readonly topic: string }
  /** It was retired. */
  | { readonly kind: 'topic retired'; readonly topic: string }
  /** A group has taken it up. */
  | { readonly kind: 'topic adopted'; readonly topic: string; readonly group: string }
  /** Whoever offered to lead is asked to chair the group. */
  | { readonly kind: 'chair asked'; readonly group: string }
  /** A chair asks them to take over as chair of the group. */
  | { readonly kind: 'handover asked'; readonly group: string }
  /** Whoever was asked to chair a group said no: leadership hears of it, or the chair who asked. */
  | { readonly kind: 'chair declined'; readonly group: string }
  /** Whoever was asked has taken over from the chair who is told; `appointed`: leadership has made them a chair beside that one. */
  | { readonly kind: 'handover done'; readonly group: string; readonly appointed?: true }
  /** Somebody would chair a group that has no chair: leadership hears of it. */
  | { readonly kind: 'chair offered'; readonly group: string; readonly member: string }
  /** Somebody asks to belong to a group, and the answer. */
  | { readonly kind: 'join asked'; readonly group: string; readonly member: string }
  | { readonly kind: 'join answered'; readonly group: string; readonly admitted: boolean }
  /** What somebody asked of a group (`join`), or was asked by it (`chair`), has ended without an answer. */
  | { readonly kind: 'asked no more'; readonly group: string; readonly what: 'join' | 'chair' }
  /** Their membership of a group was ended by a chair of it or a coordinator. */
  | { readonly kind: 'member dismissed'; readonly group: string }
  /** Somebody else made them a chair or deputy of a group, or ended that. */
  | { readonly kind: 'lead appointed' | 'lead dismissed'; readonly group: string; readonly role: Role }
  /** A group has no chair, and nobody is asked to be one. */
  | { readonly kind: 'chair wanted'; readonly group: string }
  /** A group is there; `replaces` is the message that brought the news, which is edited in place. */
  | { readonly kind: 'group established'; readonly group: string; readonly replaces?: string }
  | { readonly kind: 'group concluded'; readonly group: string }
  /** Leadership has put a group to rest, or has woken it: whoever speaks for it hears of it. */
  | { readonly kind: 'group put to rest' | 'group woken'; readonly group: string }
  /** Somebody else made them a coordinator, or ended that. */
  | { readonly kind: 'coordinator appointed' | 'coordinator dismissed' }
  /** The space for which they asked is accepted. */
  | { readonly kind: 'space accepted'; readonly space: SpaceKey }
  /** Somebody entered the code that the account asked for: it says whether they are one person. */
  | { readonly kind: 'link entered'; readonly link: string }
  /** The other side of a link has confirmed it, or has undone it. */
  | { readonly kind: 'accounts linked' | 'accounts parted' }
  /** A message could not be delivered, or nobody knows whether it was. */
  | { readonly kind: 'not delivered'; readonly message: string }
  /** A channel can no longer be written to; what it got is paused, from the message on that could not be delivered where that is named. */
  | { readonly kind: 'channel paused'; readonly subscription: string; readonly message?: string };

/** The question for an update. */
export type Question = Extract<Notice, { kind: 'prompt' | 'reminder' }>;

/** Whether it tells somebody that something has happened; the others ask for something that stands where they look anyway. */
const tells = {
  prompt: false,
  reminder: false,
  digest: false,
  'update recorded': false,
  'update late': false,
  silence: false,
  'milestone proposed': false,
  'milestone decided': true,
  'milestone ended': true,
  'proposal card': false,
  'proposal filed': false,
  'proposal filed again': false,
  'proposer gone': false,
  'proposal edited': true,
  'proposal moved': true,
  'topic closed': true,
  'topic reworded': true,
  'topic retired': true,
  'topic adopted': true,
  'chair asked': false,
  'handover asked': false,
  'chair declined': true,
  'handover done': true,
  'chair offered': false,
  'join asked': false,
  'join answered': true,
  'asked no more': true,
  'member dismissed': true,
  'lead appointed': true,
  'lead dismissed': true,
  'chair wanted': false,
  'group established': false,
  'group concluded': true,
  'group put to rest': true,
  'group woken': true,
  'coordinator appointed': true,
  'coordinator dismissed': true,
  'space accepted': true,
  'link entered': false,
  'accounts linked': true,
  'accounts parted': true,
  'not delivered': false,
  'channel paused': false,
} as const satisfies Record<Notice['kind'], boolean>;

type NewsKind = { readonly [Kind in Notice['kind']]: (typeof tells)[Kind] extends true ? Kind : never }[Notice['kind']];

/** What tells somebody that something has happened. */
export type News = Notice & { readonly kind: NewsKind };

export const newsKinds = Object.entries(tells).flatMap(([kind, isNews]) => (isNews ? [kind] : []));

/** Where a message goes: a channel, or a person directly. */
export type Destination = ({ readonly kind: 'channel' } & Channel) | { readonly kind: 'person'; readonly account: Account };

/** `sending` is noted before the call; a crash leaves it so. `uncertain`: nobody can tell whether it arrived, so nothing is sent by itself. */
export type MessageState = 'owed' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'skipped';

/** A message that follows from a fact, written in the same transaction: the row is the queue. */
export type OwedMessage = {
  /** A surrogate id. */
  readonly id: string;
  readonly notice: Notice;
  readonly to: Destination;
  readonly language?: Language;
  /** Another way when a person's direct messages are closed. */
  readonly otherwise?: Destination;
  readonly state: MessageState;
  /** From when it may be sent, or looked for, by the program's clock. */
  readonly due: Date;
  readonly attempts: number;
  /** When the call that is under way was begun, by the real clock. */
  readonly sendingSince?: Date;
  /** When the first call that may have brought it was begun, by the real clock: finishing it may have been broken off as well. */
  readonly begun?: Date;
  /** What the platform calls the sent message. */
  readonly reference?: string;
  /** What went wrong last, as a word. */
  readonly problem?: string;
};

/** A message to be written into the queue. */
export type NewMessage = Pick<OwedMessage, 'notice' | 'to' | 'language' | 'otherwise'>;

/** What came of one try. */
export type Tried =
  | { readonly kind: 'sent'; readonly reference: string }
  /** It was not sent; again from then on, by the program's clock. `uncounted`: nothing failed, so that it does not bring the message nearer to being given up. */
  | { readonly kind: 'again'; readonly due: Date; readonly problem: string; readonly uncounted?: true }
  /** Nobody knows yet whether it arrived, and another look may tell: it stays begun, and is looked for again, from `due` on where the platform asked for patience. `uncounted` as above. */
  | { readonly kind: 'unseen'; readonly due?: Date; readonly problem: string; readonly uncounted?: true }
  /** A person takes no direct messages: the other way is taken where there is one. */
  | { readonly kind: 'closed'; readonly problem: string }
  /** What it was to say is no longer so: nothing is sent, and nothing failed. `skipped`: it is so, and comes too late. */
  | { readonly kind: 'void'; readonly problem: string; readonly skipped?: true }
  | { readonly kind: 'failed' | 'uncertain'; readonly problem: string };

/** Why something was not delivered, as the bot itself puts it; any other word for it is a platform's own. */
export const ownReasons = [
  'facts gone',
  'too late',
  'closed',
  'unexpected',
  'no token',
  'unreadable answer',
  'history too long',
  'no history',
  'direct messages are not read',
  'space left',
] as const;
export type OwnReason = (typeof ownReasons)[number];

/** How often a message is tried before a human is told. */
const mostTries = 8;

/** For so long a message is put off at most, in milliseconds. What is due much later was put off by a clock that was ahead, and is sent at once. */
export const longestPause = 3_600_000;

/** How long to wait after so many tries, in milliseconds: half a minute, doubling, up to the longest pause. */
export function pauseAfter(attempts: number): number {
  return Math.min(30_000 * 2 ** (attempts - 1), longestPause);
}

/** Whether it is given up after so many tries. */
export function isGivenUp(attempts: number): boolean {
  return attempts >= mostTries;
}

/** So many tries an outage of the platform takes away; from then on it costs none, and the pause grows no more. */
export const triesInOutage = mostTries / 2;

/** How soon after an edit of a message the next one may follow, in milliseconds. */
export const betweenEdits = 5_000;

/** The message in whose place a notice goes; missing for one of its own. */
export function replacedBy(notice: Notice): string | undefined {
  return notice.kind === 'proposal card' || notice.kind === 'group established' ? notice.replaces : undefined;
}

/** The platform that serves a destination. */
export function platformFor(to: Destination): Platform {
  return platformOf(to.kind === 'channel' ? to.space : to.account);
}
