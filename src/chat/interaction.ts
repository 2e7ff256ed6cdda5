import type { Account, SpaceKey } from '../core/account.ts';
import type { Language } from '../core/member.ts';
import type { Answer } from './answer.ts';
import type { Invocation } from './invocation.ts';

/** Where on a platform something was typed or pressed. */
export type Place = { readonly kind: 'channel'; readonly channel: string } | { readonly kind: 'direct' };

/** One thing that one person did, whatever the platform and its transport: a typed command, a press, a choice or a submitted form. */
export type Interaction = {
  /** The platform's own id of this act; a retry carries the same one. */
  readonly id: string;
  readonly sender: Account;
  /** Missing in a direct message on Discord, where no server is involved. */
  readonly space?: SpaceKey;
  readonly place: Place;
  /** The platform's BCP-47 tag for this person, where it tells one. */
  readonly locale?: string;
  /** The person's IANA zone, where the platform tells one. */
  readonly zone?: string;
  /** What the platform itself says of the sender here: an admin of the space, a visitor from another organisation, or neither. */
  readonly standing: 'admin' | 'visitor' | 'none';
  /** Asks the platform whether the sender is in a space; there where a direct message names none. */
  readonly belongs?: Belongs;
  /** Asks the platform about somebody who was chosen. */
  readonly whoIs?: WhoIs;
  /** A language asked for this one answer, before the member's own. */
  readonly language?: Language;
  readonly invoke: Invocation;
  /** What was typed into the form that this submits, by field name; missing for anything but a submission. */
  readonly fields?: Fields;
  /** The key of the submitted form, made when it was opened: however often it arrives, it is recorded once. */
  readonly formKey?: string;
  /** Whether whoever asks waits until the outcome is known, since no platform sets them a deadline. */
  readonly waits?: true;
};

/** Undefined where the platform cannot be asked and never said. */
export type Belongs = (space: SpaceKey) => Promise<boolean | undefined>;

export type WhoIs = (account: Account) => Promise<Person>;

/** Whether somebody is none of the people of this space: a bot, of another organisation or gone; and the language of their app. No answer tells nothing. */
export type Person = { readonly outside: boolean; readonly locale?: string };

export type Fields = Readonly<Record<string, string>>;

/** The one door: it always answers and never throws. */
export type Handle = (interaction: Interaction) => Promise<Answer>;

/** One choice that completes what somebody is typing. */
export type Choice = { readonly label: string; readonly value: string };

/** The second door, for completion: `option` is the one being typed, `typed` what stands there. At most 25 choices; empty when unsure. */
export type Suggest = (interaction: Interaction, option: string, typed: string) => Promise<readonly Choice[]>;
