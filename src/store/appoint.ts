import type { Account } from '../core/account.ts';
import type { Act } from '../core/act.ts';
import { type Appointment, type Group, lacksChair, type Role, roleIn, stillHolds } from '../core/group.ts';
import type { By, Recorded } from '../core/store.ts';
import { answerByAppointment, askNoMore, type Going, takeBackQuestions, tellOfGoing } from './group-news.ts';
import { memberActing, memberNamed, originOf } from './members.ts';
import { isOffered } from './offer-chair.ts';
import { leaveOffice, takeOffice } from './office.ts';
import { refreshCards } from './posted-cards.ts';
import { keep, once, refuse, type Transaction, type Writing } from './record.ts';
import { beginIfForming, findGroup, lockGroup, standingGroup } from './record-group.ts';
import type { Rights } from './rights.ts';
import { tellPeople } from './tell.ts';

const acts = { chair: 'chair appointed', deputy: 'deputy appointed' } as const;

/**
 * Makes the person behind an account a chair or deputy of a group, or ends that; what is so already is not recorded again. Stale where the group, or the
 * office of whoever appoints, is no longer what it was decided from.
 */
export function appoint(writing: Writing, appointment: Appointment, by: By): Promise<Recorded<Group> | undefined> {
  return once<Recorded<Group> | undefined>(writing, by, {
    async first(tx) {
      const { group } = appointment;
      const actor = await memberActing(tx, by, writing.rights);
      await lockGroup(tx, group);
      const standing = await findGroup(tx, group);
      if (standing === undefined) return refuse(undefined);
      if (!(await stillDecided(tx, standing, appointment, actor))) return refuse({ kind: 'stale', value: standing });
      const done = await settle(tx, writing.rights, appointment, actor, by);
      if (done !== undefined) await follow(tx, writing.rights, group, done, actor, by);
      return { kind: 'recorded', value: await standingGroup(tx, group) };
    },
    again: async (earlier, tx) => ({ kind: 'recorded', value: await standingGroup(tx, earlier.object) }),
  });
}

/** Whether an appointment is still what it was decided to be: offices may have changed hands since. */
async function stillDecided(tx: Transaction, group: Group, appointment: Appointment, actor: string): Promise<boolean> {
  const { account, role, asChair, offered } = appointment;
  if (role === undefined) return true;
  if (offered === true && !(await isStillOffered(tx, group, account))) return false;
  const chairs = group.leads.some(({ member, role }) => role === 'chair' && member.accounts.includes(account));
  return group.state !== 'concluded' && stillHolds(appointment, actor, group) && !(asChair === true && chairs);
}

/** Whether whoever is behind an account chairs the group, or says that they would while nobody does; who has left and is back has said nothing. */
async function isStillOffered(tx: Transaction, group: Group, account: Account): Promise<boolean> {
  const known = await tx.account.findUnique({ where: { key: account }, select: { memberId: true } });
  if (known === null) return false;
  return roleIn({ member: known.memberId }, group) === 'chair' || (lacksChair(group) && (await isOffered(tx, group.id, known.memberId)));
}

async function follow(tx: Transaction, rights: Rights, group: string, { act, notice, member, old, going }: Done, actor: string, by: By): Promise<void> {
  if (member !== actor) await tellPeople(tx, [member], { ...notice, group }, by.at);
  if (act === acts.chair) await beginIfForming(tx, group, actor, by);
  else await tellOfGoing(tx, rights, group, going, by.at);
  await refreshCards(tx, group, by.at);
  await keep(tx, by, actor, { act, object: group, ...(old !== undefined && { old }), new: { member } });
}

type Done = {
  readonly act: Act;
  readonly notice: { readonly kind: 'lead appointed' | 'lead dismissed'; readonly role: Role };
  readonly member: string;
  readonly old?: Awaited<ReturnType<typeof takeOffice>>;
  readonly going: Going;
};

/** What was changed; undefined when nothing was. */
function settle(tx: Transaction, rights: Rights, appointment: Appointment, actor: string, by: By): Promise<Done | undefined> {
  const { group, account, role } = appointment;
  return role === undefined ? dismiss(tx, { group, account, actor }, by.at) : give(tx, rights, { ...appointment, role, actor }, by);
}

type Given = Appointment & { readonly role: Role; readonly actor: string };

async function give(tx: Transaction, rights: Rights, { group, account, role, locale, actor }: Given, by: By): Promise<Done | undefined> {
  const member = await memberNamed(tx, account, by, locale);
  const place = { groupId: group, memberId: member };
  const before = await tx.lead.findUnique({ where: { groupId_memberId: place } });
  if (before?.role === role) return undefined;
  const chaired = before?.role === 'chair';
  // Whoever becomes less than they were has been given nothing.
  const origin = chaired ? before.origin : await originOf(tx, { account });
  if (chaired) await takeBackQuestions(tx, group, member, by.at);
  if (role === 'chair') await answerByAppointment(tx, group, member, actor, by.at);
  const asked = role === 'deputy' && (await coordinates(tx, rights, by)) && (await askNoMore(tx, group, member, by.at));
  const old = await takeOffice(tx, place, { role, since: by.at, origin });
  return { act: acts[role], notice: { kind: 'lead appointed', role }, member, old, going: { chaired, asked } };
}

/** Whoever coordinates has decided who is to chair, and a chair who makes a deputy of whom they ask to take over has not. */
async function coordinates(tx: Transaction, rights: Rights, { account }: By): Promise<boolean> {
  return rights.isCoordinator(account) || (await tx.account.count({ where: { key: account, coordinatorSince: { not: null } } })) > 0;
}

/** Ends an office. Whom somebody asked to take over from them still may, where it is they who step down. */
async function dismiss(tx: Transaction, { group, account, actor }: Pick<Given, 'group' | 'account' | 'actor'>, at: Date): Promise<Done | undefined> {
  const lead = await tx.lead.findFirst({ where: { groupId: group, member: { accounts: { some: { key: account } } } } });
  if (lead === null) return undefined;
  const { memberId, role } = lead;
  await leaveOffice(tx, { groupId: group, memberId }, role, at);
  if (memberId !== actor) await takeBackQuestions(tx, group, memberId, at);
  const asked = await askNoMore(tx, group, memberId, at);
  const notice = { kind: 'lead dismissed', role: role === 'chair' ? role : 'deputy' } as const;
  return { act: 'lead dismissed', notice, member: memberId, old: { role }, going: { chaired: role === 'chair', asked } };
}
