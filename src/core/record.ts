import type { Account, SpaceKey } from './account.ts';
import type { Act } from './act.ts';
import type { Absence, Language, ReminderWay, SpaceState } from './member.ts';

/** Whose interaction a read answers. */
export type Sender = { readonly account: Account; readonly space?: SpaceKey };

/** What the record knows of a sender; most are nobody yet, since reading writes nothing. */
export type ActorFacts = {
  readonly member?: string;
  readonly coordinator: boolean;
  readonly language?: Language;
  readonly zone?: string;
  /** What the platform told of their language when they last recorded something. */
  readonly locale?: string;
  /** How they are asked, where it is not by direct message. */
  readonly reminders?: ReminderWay;
  readonly absence?: Absence;
  /** The groups for which they speak; missing where there is none. */
  readonly leads?: readonly string[];
  readonly spaceState: SpaceState;
  /** Where a direct message counts as from, if from anywhere. */
  readonly home?: SpaceKey;
};

/** What a read answers: who asks, together with the facts. */
export type Read<T> = { readonly actor: ActorFacts } & T;

/** Where a page of a list begins, and how long the list is. */
export type Page = { readonly skip: number; readonly total: number };

/** With whom, when and under which key something is recorded. The same key again changes nothing and answers what it recorded. */
export type By = { readonly account: Account; readonly space?: SpaceKey; readonly locale?: string; readonly at: Date; readonly key: string };

/**
 * One line of the record. The member is a surrogate id; its accounts stand elsewhere and can be erased.
 * Old and new hold the facts that changed under their names here, with every *when* written in EDTF and `null` for none.
 */
export type Event = {
  readonly at: Date;
  readonly member?: string;
  /** The accounts of whoever took an office by it; missing for somebody who left, and for other acts. */
  readonly taker?: readonly Account[];
  readonly space?: SpaceKey;
  readonly act: Act;
  readonly object: string;
  readonly old?: unknown;
  readonly new?: unknown;
  readonly why?: string;
};

/** What a decision comes to: remembered, or made from a state that no longer stands, with what stands. */
export type Recorded<T> = { readonly kind: 'recorded'; readonly value: T } | { readonly kind: 'stale'; readonly value: T };
