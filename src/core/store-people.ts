import type { Account } from './account.ts';
import type { StakeholderGroup } from './balance.ts';
import type { Group } from './group.ts';
import type { Belonging } from './membership.ts';
import type { Help, Proposal } from './proposal.ts';
import type { By, Read, Sender } from './record.ts';
import type { UpdateDesk } from './store-groups.ts';
import type { ProposalOverview } from './store-proposals.ts';

/** A code for the other account, until an instant of the real clock. */
export type LinkOffer = { readonly code: string; readonly until: Date };

/** Two accounts that are about to be one person's: who asked for the code, and who entered it. */
export type Link = { readonly id: string; readonly asker: Account; readonly enterer: Account };

/** What came of a code that somebody entered. */
export type Entered =
  /** It is right: it is asked whether that account is theirs; `entered` once they have said so. */
  | { readonly kind: 'found' | 'entered'; readonly asker: Account }
  /** It is their own, or of an account that they have linked already. */
  | { readonly kind: 'own' }
  | { readonly kind: 'wrong' }
  /** Too many wrong ones. */
  | { readonly kind: 'paused' };

/** What the bot knows of whoever asks. */
export type MeFacts = Read<{
  /** All of them, in no order of weight; empty for somebody who is nobody yet. */
  readonly accounts: readonly Account[];
  /** Only if they chose to say it; nobody else sees it. */
  readonly stakeholder?: StakeholderGroup;
  /** Whether one of them was linked, so that it can be parted again. */
  readonly linked: boolean;
  /** The groups for which they speak. */
  readonly desks: readonly UpdateDesk[];
  /** Those to which they belong without speaking for them, or ask to. */
  readonly memberships: readonly Belonging[];
  /** Those that ask them to be the chair. */
  readonly chairAsked: readonly Pick<Group, 'id' | 'name'>[];
  /** Those for which they answer and that so many ask to join. */
  readonly joinAsked: readonly (Pick<Group, 'id' | 'name'> & { readonly number: number })[];
  /** What they proposed: first what they are asked to change, then the newest, at most ten. */
  readonly proposals: readonly ProposalOverview[];
  /** The open proposals to which they offer help, the newest first, at most ten. */
  readonly offers: readonly (Pick<Proposal, 'id' | 'name'> & { readonly kind: Help })[];
  /** How many more there are than these: of what they are asked to change, of what else they proposed, and of their offers. */
  readonly more: { readonly changes: number; readonly proposals: number; readonly offers: number };
  /** What waits for their confirmation. */
  readonly link?: Link;
}>;

/** The part of the store that knows people and their accounts. Instants called `real` are of the machine's clock. */
export type PeopleStore = {
  readMe(sender: Sender, real: Date): Promise<MeFacts>;
  /** A link that was entered and waits, by its id. */
  readLink(sender: Sender, id: string): Promise<Read<{ readonly link?: Link }>>;

  /** Makes a code that is bound to the sender's account; an earlier one is void. */
  offerLink(by: By, real: Date): Promise<LinkOffer>;
  /** Tries a code; `sure` uses it up and owes the asking side a message. Wrong ones are counted. */
  enterLink(code: string, sure: boolean, by: By, real: Date): Promise<Entered>;
  /** Makes one person of two once the asking side says so of this very link, by its id; undefined when it does not wait for them. */
  confirmLink(link: string, by: By, real: Date): Promise<Account | undefined>;
  /** Parts the accounts that were linked last, each with what it had before; answers one of those that go, undefined where none was linked. */
  unlink(by: By): Promise<Account | undefined>;
};
