import type { Account, SpaceKey } from './account.ts';
import { type Day, dayIn } from './calendar.ts';
import type { Problem } from './problem.ts';

/** The languages the bot speaks, English being the one the others are checked against. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The language that a BCP-47 tag asks for; undefined when the bot does not speak it, or no longer. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary);
}

/** Who may act at all; a `lead` speaks for a group, a `chair` chairs one, and for which one is decided with the group. */
export type Permission = 'anyone' | 'member' | 'lead' | 'chair' | 'coordinator';

/** How the deployment stands to the space that an interaction came from. */
export type SpaceState = 'accepted' | 'waiting' | 'unknown';

/** Whoever sent an interaction, as the record knows them. Reading writes nothing, so most readers have no member. */
export type Actor = {
  readonly account: Account;
  /** The surrogate id that the record uses; missing until the first write. */
  readonly member?: string;
  readonly coordinator: boolean;
  readonly language?: Language;
  /** What the platform told of their language when they last recorded something. */
  readonly locale?: string;
  /** An IANA zone the member chose. */
  readonly zone?: string;
  /** How they are asked, where it is not by direct message. */
  readonly reminders?: ReminderWay;
  readonly absence?: Absence;
  /** The groups for which they speak, as chair or deputy; missing where there is none. */
  readonly leads?: readonly string[];
  readonly space?: SpaceKey;
  readonly spaceState: SpaceState;
  /** From another organisation, in a channel shared with this one. */
  readonly visitor: boolean;
  /** A Slack workspace admin or a holder of Manage Server, as the platform says now. */
  readonly platformAdmin: boolean;
};

/** Whether the actor holds the permission; otherwise the refusal that says why and what to do. */
export function may(actor: Actor, needed: Permission): Problem | undefined {
  if (needed === 'anyone' || (actor.coordinator && !actor.visitor)) return undefined;
  if (actor.visitor) return { code: 'visitor', params: {} };
  return fromAccepted(actor) ?? rank(actor, needed);
}

/** Undefined for whoever writes from a space of the coalition; a direct message counts as from one only while it is known that its sender is in it. */
export function fromAccepted({ space, spaceState }: Actor): Problem | undefined {
  if (spaceState === 'accepted') return undefined;
  return { code: space === undefined ? 'space-unclear' : 'space-not-accepted', params: {} };
}

/** What can be decided of a permission before the group is known, which knows the better reason to refuse. */
export function mayAsk(actor: Actor, needed: Permission): Problem | undefined {
  return may(actor, needed === 'lead' || needed === 'chair' ? 'member' : needed);
}

function rank({ leads }: Actor, needed: Permission): Problem | undefined {
  if (needed === 'coordinator') return { code: 'coordinators-only', params: {} };
  return needed !== 'member' && leads === undefined ? { code: 'no-group', params: {} } : undefined;
}

/** How a member is asked for what they owe: by direct message, in the group's channel, or not at all. */
export const reminderWays = ['direct', 'channel', 'never'] as const;
export type ReminderWay = (typeof reminderWays)[number];

/** The days on which a member is not asked for anything; open at an end that is missing. `zone` is the one in which they were said. */
export type Absence = { readonly from: Day; readonly to?: Day; readonly zone?: string };

/** A person as the record knows them when it is to ask or tell them something. */
export type Member = {
  /** The surrogate id that the record uses. */
  readonly id: string;
  /** Where they can be reached, the one they used last first; empty for somebody who left. */
  readonly accounts: readonly Account[];
  /** The one they chose, else that of the app in which they are reached. */
  readonly language?: Language;
  readonly zone?: string;
  readonly reminders: ReminderWay;
  readonly absence?: Absence;
};

/** Whether a member is away at an instant, on the clocks of the zone that they chose, else of the one in which they said so. */
export function isAway({ absence, zone = absence?.zone ?? 'UTC' }: Pick<Member, 'absence' | 'zone'>, now: Date): boolean {
  if (absence === undefined) return false;
  const today = dayIn(zone, now);
  return absence.from <= today && (absence.to === undefined || today <= absence.to);
}
