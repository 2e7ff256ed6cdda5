import type { Account } from './account.ts';
import { type ByOffice, type Group, type Joining, lacksChair, type Role, roleIn, type Tongue } from './group.ts';
import { type Actor, type Member, may } from './member.ts';
import type { Problem } from './problem.ts';

/** What somebody is in a group who belongs to it without speaking for it. */
export const memberRoles = ['editor', 'member', 'observer'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** `asked` waits for an answer; who `left` is credited. */
export type MembershipState = 'asked' | 'in' | 'left';

/** Whoever belongs to a group, asks to, or once did. */
export type Membership = { readonly member: Member; readonly role: MemberRole | Role; readonly state: MembershipState; readonly since: Date };

/** How many belong to a group in each role, how many ask to and how many left. Whoever speaks for it is not among them. */
export type PeopleCounts = Readonly<Record<MemberRole | 'asked' | 'left', number>>;

/** What the reader is in a group without speaking for it. */
export type Mine = Pick<Membership, 'role' | 'state'>;

/** The same with the group. */
export type Belonging = Pick<Group, 'id' | 'name'> & Mine;

/** Somebody's wish to belong to a group, made while it let people in as it says. */
export type Wish = { readonly group: string; readonly role: MemberRole; readonly joining: Joining };

/** Whether somebody who belongs to a group would make more of themselves: where a chair lets people in, that is for the chair to say. */
export function rises(mine: { readonly role: string; readonly state: string } | undefined, { role, joining }: Pick<Wish, 'role' | 'joining'>): boolean {
  const highestFirst: readonly string[] = memberRoles;
  return joining === 'asked' && mine?.state === 'in' && highestFirst.indexOf(role) < highestFirst.indexOf(mine.role);
}

/** Asks to belong to a group, or to be something else in it; whether that is so at once, the group says. */
export function joinGroup(actor: Actor, group: Group, mine: Mine | undefined, role: MemberRole): Wish | Problem {
  const refused = may(actor, 'member');
  if (refused !== undefined) return refused;
  const { id, state, joining } = group;
  if (state === 'concluded') return { code: 'group-stands', params: { id, state } };
  if (roleIn(actor, group) !== undefined) return { code: 'speaks-already', params: { id } };
  return rises(mine, { role, joining }) ? { code: 'role-by-chair', params: { id } } : { group: id, role, joining };
}

/** Whether the group would be without a chair if the actor left it. */
export function isSoleChair(actor: Actor, group: Pick<Group, 'leads'>): boolean {
  const chairs = group.leads.filter(({ role }) => role === 'chair');
  return chairs.length === 1 && chairs[0]?.member.id === actor.member;
}

/** Leaves a group, takes back what was asked, or refuses where there is nothing to leave. The only chair is told what follows, and says so again (`sure`). */
export function leaveGroup(actor: Actor, group: Group, mine: Mine | undefined, sure: boolean): Problem | undefined {
  if (actor.visitor) return { code: 'visitor', params: {} };
  const { id, state } = group;
  if (state === 'concluded') return { code: 'group-stands', params: { id, state } };
  if (roleIn(actor, group) === undefined) return mine === undefined || mine.state === 'left' ? { code: 'not-in-group', params: { id } } : undefined;
  return isSoleChair(actor, group) && !sure ? { code: 'sole-chair', params: { id } } : undefined;
}

/** Says that the actor would chair a group, or refuses where it has a chair, or is to have none. */
export function offerChair(actor: Actor, group: Group): Problem | undefined {
  const { id, state } = group;
  const refused = may(actor, 'member');
  if (refused !== undefined || lacksChair(group)) return refused;
  if (state === 'concluded' || state === 'dormant') return { code: 'group-stands', params: { id, state } };
  return roleIn(actor, group) === undefined ? { code: 'group-chaired', params: { id } } : { code: 'speaks-already', params: { id } };
}

/** A chair's answer to somebody who asked to belong to a group; `role` is as what they asked when it was read, where that is known. */
export type JoinAnswer = { readonly group: string; readonly account: Account; readonly admitted: boolean; readonly role?: MemberRole } & ByOffice;

/** Ends the membership of somebody who does not speak for the group. */
export type Dismissal = { readonly group: string; readonly account: Account } & ByOffice;

/** Somebody who is asked to chair a group; `asker` is the surrogate id of the chair who hands over to them. */
export type ChairOffer = { readonly member: Member; readonly asker?: string };

/** Whom the actor has asked to take over a group from them. */
export function askedBy({ member }: Actor, offers: readonly ChairOffer[]): readonly Member[] {
  return offers.filter(({ asker }) => asker !== undefined && asker === member).map((offer) => offer.member);
}

/** A chair's wish that somebody else take over, with what the successor should know. */
export type Handover = { readonly group: string; readonly account: Account; readonly note: string } & Tongue;

/** Only a chair hands over, and to nobody who is one; leadership appoints. */
export function handOver(actor: Actor, group: Group, account: Account, note: string): Handover | Problem {
  const { id, state } = group;
  if (actor.visitor) return { code: 'visitor', params: {} };
  if (state === 'concluded') return { code: 'group-stands', params: { id, state } };
  if (roleIn(actor, group) !== 'chair') return { code: 'chairs-only', params: { id } };
  return chairsAlready(actor, group, account) ?? { group: id, account, note };
}

/** Why a group cannot be handed over to somebody who chairs it, as the actor does. */
function chairsAlready(actor: Actor, { id, leads }: Group, account: Account): Problem | undefined {
  const chair = leads.find(({ member, role }) => role === 'chair' && member.accounts.includes(account));
  if (account === actor.account || (chair !== undefined && chair.member.id === actor.member)) return { code: 'chairs-already', params: { id } };
  return chair === undefined ? undefined : { code: 'person-chairs', params: { id } };
}
