import type { Platform, SpaceKey } from '../core/account.ts';
import type { Destination } from '../core/notice.ts';
import type { Card } from './card.ts';
import type { Handle, Suggest } from './interaction.ts';
import type { Invocation } from './invocation.ts';

/** What an adapter is handed when it starts. */
export type Doors = {
  readonly handle: Handle;
  readonly suggest: Suggest;
  /** Reads what a person typed after the slash command; what cannot be read is answered by the first door. */
  readonly read: (line: string) => Invocation;
  /** The same where a button is pressed by typing what it is spelled as: there, and nowhere else, a line may hold what only buttons carry. */
  readonly readSpelled: (line: string) => Invocation;
  /** Whether an invocation will be answered with a form, from its options alone: Discord must know before the answer is there. */
  readonly opens: (invocation: Invocation) => 'form' | 'submission' | 'card';
  /** Hears that the bot was removed from a space. Never rejects. */
  readonly left: (space: SpaceKey) => Promise<void>;
};

/** Where an adapter tells its operator what happened: facts first, then words. Never a secret, a response URL or text that people typed. */
export type Log = {
  info(facts: object, said: string): void;
  warn(facts: object, said: string): void;
  error(facts: object, said: string): void;
};

/** A card that the bot sends by itself. */
export type Posting = {
  /** A surrogate id, the same at every try, by which the message can be found again. */
  readonly key: string;
  readonly to: Destination;
  readonly card: Card;
};

/** What came of a posting; `problem` is a word for the log and for `status`. */
export type Posted =
  | { readonly kind: 'sent'; readonly reference: string }
  /** Not sent, and may be tried again after so many milliseconds. `unreached`: the platform took no call at all, whatever it would have said. */
  | { readonly kind: 'later'; readonly milliseconds: number; readonly problem: string; readonly unreached?: true }
  /** A person takes no direct messages. */
  | { readonly kind: 'closed'; readonly problem: string }
  /** The channel is no more, or the bot is no longer let in. */
  | { readonly kind: 'gone'; readonly problem: string }
  /** Refused for another reason, which trying again does not mend. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** The line broke, or nobody can tell whether it arrived. */
  | { readonly kind: 'uncertain'; readonly problem: string };

/** A posting whose sending was broken off. Without a card it has nothing to say any more, and is only looked for. */
export type Begun = Pick<Posting, 'key' | 'to'> & Partial<Pick<Posting, 'card'>>;

/** What came of finishing a posting. */
export type Resumed =
  | Posted
  /** It did not arrive, and has nothing to say any more. */
  | { readonly kind: 'absent' }
  /** It could not be looked for now, or may have arrived by being sent again, and may be looked for in the way in which what is not sent is tried again. */
  | (Omit<Extract<Posted, { kind: 'later' }>, 'kind'> & { readonly kind: 'unseen' });

/** What came of a posting that was not sent for sure. */
export type Failed = Exclude<Posted, { kind: 'sent' }>;

/** One platform over one transport. */
export type Adapter = {
  /** As logs and `status` name it: `slack over HTTP`. */
  readonly name: string;
  readonly platform: Platform;
  /** Begins to take interactions; rejects when the platform refuses the tokens. */
  start(doors: Doors): Promise<void>;
  /** Sends a message, in one try. Never rejects. */
  post(posting: Posting): Promise<Posted>;
  /** Finishes a posting that was begun at an instant of the real clock and may have arrived: sends again only where that cannot make two of it. */
  resume(posting: Begun, begun: Date): Promise<Resumed>;
  /** Puts a card in the place of the one that a posting brought, by its reference, in one try; twice is as good as once. Never rejects. */
  edit(reference: string, posting: Posting): Promise<Posted>;
  /** All the spaces in which the bot is; missing where it cannot be removed, undefined while the platform does not say. Never rejects. */
  spaces?(): Promise<readonly SpaceKey[] | undefined>;
  /** Takes no more work, finishes what was acknowledged, and closes its connections. */
  stop(): Promise<void>;
};
