import type { Account } from './account.ts';
import type { GroupChoice } from './choice.ts';
import type { Group } from './group.ts';
import type { Member } from './member.ts';
import type { Dismissal, Handover, JoinAnswer, Membership, Wish } from './membership.ts';
import type { Milestone } from './milestone.ts';
import type { By, Read, Recorded, Sender } from './record.ts';
import type { GroupsFound } from './store-groups.ts';
import type { Update } from './update.ts';

/** A page of the people of a group: those who ask, those who belong to it, then those who left. */
export type PeoplePage = Read<{ readonly group?: Group; readonly people: readonly Membership[]; readonly more: boolean }>;

/** What a chair leaves to the next one, from the record. */
export type Pack = {
  readonly group: Group;
  /** Newest week first, at most four. */
  readonly updates: readonly Update[];
  /** Those of its milestones that nobody has said the outcome of, in the order of the timeline. */
  readonly milestones: readonly Milestone[];
  /** Whoever belongs to it, at most fifty, in the order of their roles. */
  readonly people: readonly Membership[];
  /** How many more do. */
  readonly others: number;
};

export type PackFacts = Read<{
  readonly pack?: Pack;
  /** Who is asked to chair it, what the chair who asks wrote for them, and whether that one still chairs it. */
  readonly offers: readonly { readonly member: Member; readonly note: string; readonly chairs: boolean }[];
}>;

/** What came of asking somebody to take over: they are asked, they are a chair or the sender themselves, or the group is no more. */
export type HandedOver = 'asked' | 'asked already' | 'chairs already' | 'own' | 'changed';

/** What came of a decision about somebody in a group; `changed` where the group has ended, or the office by whose right it was made has changed hands. */
export type Settled = 'settled' | 'nothing' | 'changed';

/** What came of saying that one would chair a group: leadership is told, or would be if there were somebody, or somebody `else`, or the group has a chair by now. */
export type ChairOffered = 'told' | 'nobody' | 'nobody else' | 'changed';

/** Somebody who would chair a group that has no chair. */
export type Offering = { readonly group: string; readonly person: Member };

/** The part of the store that knows who belongs to which group. */
export type MembershipStore = {
  readPeople(sender: Sender, group: string, skip: number, limit: number): Promise<PeoplePage>;
  /** Who asks to join a group, by their surrogate id or an account; missing once they were answered. */
  readAsking(
    sender: Sender,
    group: string,
    asker: { readonly member: string } | { readonly account: Account },
  ): Promise<Read<{ readonly group?: Group; readonly asking?: Membership }>>;
  /** Somebody who would chair a group, by their surrogate id; missing once they have left, or do not say so any more. */
  readOffering(sender: Sender, group: string, member: string): Promise<Read<{ readonly group?: Group; readonly person?: Member }>>;
  readPack(sender: Sender, group: string): Promise<PackFacts>;
  /** The first people, and the pack, of the only group that a choice offers and whose id or name holds what was typed; otherwise those that may be meant. */
  findPeople(sender: Sender, typed: string, choice: GroupChoice, limit: number): Promise<PeoplePage & GroupsFound>;
  findPack(sender: Sender, typed: string, choice: GroupChoice): Promise<PackFacts & GroupsFound>;

  /** Lets somebody in or notes that they ask, as the group says; `stale` with what stands when it says otherwise by now, or has ended. */
  join(wish: Wish, by: By): Promise<Recorded<Group>>;
  /** Ends whatever the sender is in a group, or takes back what they asked; false when they are nothing in it. */
  leave(group: string, by: By): Promise<boolean>;
  /** Tells whoever asked; `nothing` when they ask no more, or as something else than they are let in as. */
  answerJoin(answer: JoinAnswer, by: By): Promise<Settled>;
  /** `nothing` when they do not belong to the group. */
  dismissMember(dismissal: Dismissal, by: By): Promise<Settled>;

  /** Tells whoever leads, each once, that the sender would chair a group that has no chair. */
  offerChair(group: string, by: By): Promise<ChairOffered>;
  /** The sender would not chair the group any more; false where they do not say that they would. */
  takeBackChair(group: string, by: By): Promise<boolean>;
  /** Asks somebody to take over from the sender; who was asked before by them is asked no more, and told. */
  handOver(handover: Handover, by: By): Promise<HandedOver>;
  /** Whoever the sender asked to take over is asked no more, and told; false when they ask nobody. */
  recallHandover(group: string, by: By): Promise<boolean>;
  /** Makes the sender a chair of a group that asked them, in place of whoever hands over; false when it did not. */
  acceptChair(group: string, by: By): Promise<boolean>;
  /** The sender does not want to chair a group that asked them; false when it did not. Whoever is to look further is told. */
  declineChair(group: string, by: By): Promise<boolean>;
};
