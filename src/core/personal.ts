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

/** The address of somebody's data, for whoever has it, until an instant of the real clock. */
export type ExportOffer = { readonly token: string; readonly until: Date };

/** How long the address of an export works, in milliseconds of the real clock. */
export const exportLife = 60 * 60_000;

/** The part of the store that shows people what is stored about them, and forgets it. */
export type PersonalStore = {
  readPersonal(sender: Sender): Promise<Read<{ readonly data: PersonalData }>>;
  /** Makes an address for the sender's data; an earlier one is void. Undefined for somebody who is nobody yet. */
  offerExport(by: By, real: Date): Promise<ExportOffer | undefined>;
  /** The data behind an address; undefined once it has run out. */
  readExport(token: string, real: Date): Promise<PersonalData | undefined>;
  /**
   * Forgets the sender: their accounts, settings, memberships and offers go, and what they did stays under a number that leads to nobody. Groups
   * that lose their chair are told to leadership. False for somebody who is nobody.
   */
  forget(by: By): Promise<boolean>;
};
