import { type Group, roleIn, stillHolds } from '../core/group.ts';
import { type Dismissal, type JoinAnswer, rises, type Wish } from '../core/membership.ts';
import type { Notice } from '../core/notice.ts';
import type { By, Recorded } from '../core/store.ts';
import type { Settled } from '../core/store-memberships.ts';
import { endAsking, endBelonging } from './end-asking.ts';
import type { Membership } from './generated/client.ts';
import { askNoMore, tellOfGoing } from './group-news.ts';
import { memberActing, memberHeld } from './members.ts';
import { coordinatorsOf } from './people.ts';
import { refreshCards } from './posted-cards.ts';
import { type Answer, keep, type Line, once, refuse, type Transaction, type Writing } from './record.ts';
import { lockGroup, standingGroup } from './record-group.ts';
import type { Rights } from './rights.ts';
import { storable, storableText } from './storable.ts';
import { oweEach, tellPeople } from './tell.ts';

/** Lets somebody in or notes that they ask, as the group says. */
export function join(writing: Writing, given: Wish, by: By): Promise<Recorded<Group>> {
  return once<Recorded<Group>>(writing, by, {
    first: (tx) => joinIn(tx, writing.rights, storable(given), by),
    again: async ({ object }, tx) => ({ kind: 'recorded', value: await standingGroup(tx, object) }),
  });
}

/** Many join at the same time, each once, with whichever of their accounts; whoever ends or changes the group comes before or after them all. */
async function joinIn(tx: Transaction, rights: Rights, wish: Wish, by: By): Promise<Answer<Recorded<Group>>> {
  const member = await memberActing(tx, by, rights);
  await tx.$queryRaw`SELECT id FROM member WHERE id = ${member}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT id FROM working_group WHERE id = ${wish.group} FOR SHARE`;
  const group = await standingGroup(tx, wish.group);
  if (group.state === 'concluded' || group.joining !== wish.joining) return refuse({ kind: 'stale', value: group });
  const place = { groupId: wish.group, memberId: member };
  const before = await tx.membership.findUnique({ where: { groupId_memberId: place } });
  if (rises(before ?? undefined, wish)) return refuse({ kind: 'stale', value: group });
  const line = roleIn({ member }, group) === undefined ? await enter(tx, wish, place, before, by.at) : undefined;
  if (line === undefined) return { kind: 'recorded', value: group };
  if (line.act === 'join asked') await tellChairs(tx, rights, group, { kind: 'join asked', group: group.id, member }, by.at);
  await refreshCards(tx, group.id, by.at);
  await keep(tx, by, member, line);
  return { kind: 'recorded', value: group };
}

type Place = { readonly groupId: string; readonly memberId: string };
type Before = Membership | null;

/** What is so already is not recorded again. */
async function enter(tx: Transaction, { group, role, joining }: Wish, place: Place, before: Before, at: Date): Promise<Line | undefined> {
  const state = before?.state === 'in' || joining === 'open' ? 'in' : 'asked';
  if (before?.state === state && before.role === role) return undefined;
  const since = before?.state === state ? before.since : at;
  // Whoever left is credited, also once they are back.
  const credit = creditOf(before);
  await tx.membership.upsert({ where: { groupId_memberId: place }, create: { ...place, role, state, since }, update: { role, state, since, credit } });
  const acts = { in: ['member joined', 'member role changed'], asked: ['join asked', 'join changed'] } as const;
  const old = before === null ? {} : { old: { role: before.role, state: before.state } };
  return { act: acts[state][before?.state === state ? 1 : 0], object: group, ...old, new: { role, state } };
}

function creditOf(before: Before): string | null {
  return before?.state === 'left' ? before.role : (before?.credit ?? null);
}

/** Whoever chairs the group; the coordinators where nobody does. */
async function tellChairs(tx: Transaction, rights: Rights, { leads }: Group, notice: Notice, now: Date): Promise<void> {
  const chairs = leads.filter(({ role }) => role === 'chair');
  const told = chairs.length > 0 ? chairs.map(({ member }) => member) : await coordinatorsOf(tx, rights);
  await oweEach(tx, told, notice, now);
}

/** Whoever acts (`member`) and whom it is about (`memberId`). */
type Asking = { readonly tx: Transaction; readonly group: string; readonly memberId: string; readonly member: string };

/** Answers somebody who asks to belong to a group. */
export function answerJoin(writing: Writing, answer: JoinAnswer, by: By): Promise<Settled> {
  const { admitted, role } = answer;
  const as = role === undefined ? {} : { role };
  return withMember(writing, answer, by, async ({ tx, memberId, member, ...found }) => {
    const asked = { groupId: found.group, memberId, state: 'asked', ...as };
    const count = admitted
      ? (await tx.membership.updateMany({ where: asked, data: { state: 'in', since: by.at } })).count
      : await endAsking(tx, found.group, memberId);
    if (count === 0) return false;
    await tellPeople(tx, [memberId], { kind: 'join answered', group: found.group, admitted }, by.at);
    if (admitted) await refreshCards(tx, found.group, by.at);
    await keep(tx, by, member, { act: admitted ? 'member admitted' : 'join declined', object: found.group, new: { member: memberId } });
    return true;
  });
}

/** Ends the membership of somebody who does not speak for the group, and tells them. */
export function dismissMember(writing: Writing, dismissal: Dismissal, by: By): Promise<Settled> {
  return withMember(writing, dismissal, by, async ({ tx, memberId, member, ...found }) => {
    const old = await endBelonging(tx, found.group, memberId, by.at);
    if (old === undefined) return false;
    await tellOfGoing(tx, writing.rights, found.group, { chaired: false, asked: await askNoMore(tx, found.group, memberId, by.at) }, by.at);
    await tellPeople(tx, [memberId], { kind: 'member dismissed', group: found.group }, by.at);
    await refreshCards(tx, found.group, by.at);
    await keep(tx, by, member, { act: 'member dismissed', object: found.group, old, new: { member: memberId } });
    return true;
  });
}

/** Does something about the member behind an account, unless the group has ended or the office by whose right it is done has changed hands. */
function withMember(writing: Writing, { account, ...decision }: Dismissal, by: By, act: (asking: Asking) => Promise<boolean>): Promise<Settled> {
  return once<Settled>(writing, by, {
    async first(tx) {
      const memberId = await memberHeld(tx, storableText(account));
      if (memberId === undefined) return 'nothing';
      const asking = { tx, group: storableText(decision.group), memberId, member: await memberActing(tx, by, writing.rights) };
      await lockGroup(tx, asking.group);
      const standing = await standingGroup(tx, asking.group);
      if (standing.state === 'concluded' || !stillHolds(decision, asking.member, standing)) return refuse('changed');
      return (await act(asking)) ? 'settled' : refuse('nothing');
    },
    again: () => 'settled',
  });
}
