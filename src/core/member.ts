import type { Account, SpaceKey } from './account.ts';
import type { Problem } from './problem.ts';

/** The languages the bot speaks, English being the one the others are checked against. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Who may act at all; groups add chairs and deputies to these. */
export type Permission = 'anyone' | 'member' | 'coordinator';

/** How the deployment stands to the space that an interaction came from. */
export type SpaceState = 'accepted' | 'waiting' | 'unknown';

/** Whoever sent an interaction, as the record knows them. Reading writes nothing, so most readers have no member. */
export type Actor = {
  readonly account: Account;
  /** The surrogate id that the record uses; missing until the first write. */
  readonly member?: string;
  readonly coordinator: boolean;
  readonly language?: Language;
  /** An IANA zone the member chose. */
  readonly zone?: string;
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
  if (actor.spaceState !== 'accepted') return { code: 'space-not-accepted', params: {} };
  return needed === 'coordinator' ? { code: 'coordinators-only', params: {} } : undefined;
}
