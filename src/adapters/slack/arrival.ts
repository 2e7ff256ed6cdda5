import type { Interaction } from '../../chat/interaction.ts';

/** How an answer finds back to whoever asked, where the acknowledgement does not carry it. */
export type WayBack =
  /** A message or a command. Only a message that the asker alone sees is replaced by the answer to its buttons. */
  | { readonly kind: 'message'; readonly responseUrl?: string; readonly alone: boolean; readonly trigger: string }
  /** A card in a modal. */
  | { readonly kind: 'modal'; readonly view: string; readonly trigger: string }
  /** The home tab. */
  | { readonly kind: 'home'; readonly trigger: string };

/** An interaction as it came, with what only this adapter needs to answer it. */
export type Arrival<Back extends WayBack = WayBack> = {
  readonly interaction: Interaction;
  /** Whose surface it is: a Slack user id. */
  readonly user: string;
  /** The workspace or organisation the bot is installed in. */
  readonly tenant: string;
  /** What the sender is called here, where the payload says. */
  readonly name?: string;
  /** The line that was typed after the command. */
  readonly line?: string;
  readonly back: Back;
};

/** A submitted form, with the fields that it has, in order: errors can be shown under these alone. */
export type Submission = Omit<Arrival, 'back'> & { readonly inputs: readonly string[] };
