import type { Platform, SpaceKey } from './account.ts';
import type { By, Read, Sender } from './record.ts';

/** The kinds of what is stored about a person. Whatever is added to the database is of one of them, or of nobody. */
export const personalKinds = [
  'accounts',
  'settings',
  'groups',
  'topics',
  'help',
  'drafts',
  'proposals',
  'updates',
  'channels',
  'record',
  'messages',
  'codes',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** One thing that is stored, each fact under its name; instants are ISO 8601 in UTC. */
export type PersonalRow = Readonly<Record<string, unknown>>;

/** Everything that is stored about a person. */
export type PersonalData = Readonly<Record<PersonalKind, readonly PersonalRow[]>>;

/** Whether anything is stored about somebody; whom the configuration names is sent messages also before they ever act. */
export function isAnything(data: PersonalData): boolean {
  return personalKinds.some((kind) => data[kind].length > 0);
}

/** The address of somebody's data, for whoever has it, until an instant of the real clock. */
export type ExportOffer = { readonly token: string; readonly until: Date };

/** How long the address of an export works, in milliseconds of the real clock. */
export const exportLife = 60 * 60_000;

/** How long it is remembered what was sent to a person, and for how long the people of a space that the bot has left, in milliseconds. */
export const retention = { messages: 30 * 86_400_000, space: 14 * 86_400_000 } as const;

/** What came of the wish to be forgotten; `coordinates` where another account of theirs does, which has to say it itself. */
export type Forgotten =
  /** A fingerprint of their accounts stays with their open proposals. */
  { readonly kind: 'forgotten'; readonly proposals: readonly string[] } | { readonly kind: 'nobody' | 'coordinates' };

/** The part of the store that shows people what is stored about them, and forgets it. */
export type PersonalStore = {
  readPersonal(sender: Sender): Promise<Read<{ readonly data: PersonalData }>>;
  /** Makes an address for the sender's data; an earlier one is void. Undefined for somebody who is nobody yet. */
  offerExport(by: By, real: Date): Promise<ExportOffer | undefined>;
  /** The data behind an address; undefined once it has run out. */
  readExport(token: string, real: Date): Promise<PersonalData | undefined>;
  /**
   * Forgets the sender: their accounts, settings, memberships and offers go, and what they did stays under a number that leads to nobody. Groups
   * that lose their chair are told to leadership. `nobody` where nothing is stored about them.
   */
  forget(by: By): Promise<Forgotten>;

  /** Notes that the bot is no longer in a space, and pauses what its channels get; nothing for one that the record does not know. */
  noteGone(space: SpaceKey, at: Date): Promise<void>;
  /** The same from all the spaces of a platform in which it is: whatever else the record knows of it is left, and what was left may be there again. */
  noteSpaces(platform: Platform, present: readonly SpaceKey[], at: Date): Promise<void>;
  /**
   * Erases whatever has outlived its time: of a space that the bot left two weeks ago, all its people and settings; what was sent to people; codes
   * and addresses that have run out by the real clock. A space in which somebody has acted since is not left. A person at a time, so that an erasure
   * that is broken off goes on where it was.
   */
  eraseDue(now: Date, real: Date): Promise<void>;
};
