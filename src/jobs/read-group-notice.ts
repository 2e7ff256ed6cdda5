import type { GroupNoticeFacts } from '../cards/group-notices.ts';
import { operator } from '../core/account.ts';
import { type Group, groupActs, lacksChair, type Role } from '../core/group.ts';
import type { Notice, OwedMessage } from '../core/notice.ts';
import type { Event, Store } from '../core/store.ts';

/** Notices of groups and of whoever belongs to them. */
type GroupNotice = Extract<Notice, { kind: GroupNoticeFacts['kind'] }>;

/** Nobody asks: the bot reads for itself. */
const reader = { account: operator };

/** What such a notice is about, as it stands now; undefined when it is there no more, has been answered, or is no longer so. */
export function readGroupNotice(store: Store, notice: GroupNotice, to: OwedMessage['to']): Promise<GroupNoticeFacts | undefined> {
  switch (notice.kind) {
    case 'handover asked':
      return readHandover(store, notice.group, to);
    case 'join asked':
      return readAsking(store, notice);
    case 'chair offered':
      return readOffering(store, notice);
    case 'chair asked':
      return readChairAsked(store, notice.group, to);
    case 'asked no more':
      return readEnded(store, notice, to);
    default:
      return readFile(store, notice, to);
  }
}

/** Read as whoever is asked. */
async function readChairAsked(store: Store, id: string, to: OwedMessage['to']): Promise<GroupNoticeFacts | undefined> {
  const { group, chairAsked } = await store.readGroup(to.kind === 'person' ? { account: to.account } : reader, id);
  return group === undefined || !chairAsked ? undefined : { kind: 'chair asked', group };
}

/** Undefined where they are asked again by now. */
async function readEnded(store: Store, notice: Extract<GroupNotice, { kind: 'asked no more' }>, to: OwedMessage['to']): Promise<GroupNoticeFacts | undefined> {
  const { group, chairAsked, mine } = await store.readGroup(to.kind === 'person' ? { account: to.account } : reader, notice.group);
  const waits = notice.what === 'chair' ? chairAsked : mine?.state === 'asked';
  return group === undefined || waits ? undefined : { ...notice, group };
}

async function readHandover(store: Store, id: string, to: OwedMessage['to']): Promise<GroupNoticeFacts | undefined> {
  const { pack, offers } = await store.readPack(reader, id);
  const offer = offers.find(({ member }) => to.kind === 'person' && member.accounts.includes(to.account));
  return pack === undefined || offer === undefined ? undefined : { kind: 'handover asked', pack, note: offer.note, chairs: offer.chairs };
}

async function readAsking(store: Store, { kind, group: id, member }: Extract<GroupNotice, { kind: 'join asked' }>): Promise<GroupNoticeFacts | undefined> {
  const { group, asking } = await store.readAsking(reader, id, { member });
  return group === undefined || asking === undefined ? undefined : { kind, group, asking };
}

/** Undefined where the group has a chair by now, or they have left. */
async function readOffering(store: Store, { kind, group: id, member }: Extract<GroupNotice, { kind: 'chair offered' }>): Promise<GroupNoticeFacts | undefined> {
  const { group, person } = await store.readOffering(reader, id, member);
  return group === undefined || person === undefined || !lacksChair(group) ? undefined : { kind, group, person };
}

/** As what whoever is told speaks for a group by now. */
function leads({ leads: all }: Group, to: OwedMessage['to']): Role | undefined {
  return all.find(({ member }) => to.kind === 'person' && member.accounts.includes(to.account))?.role;
}

/** Why a group was moved last in one way. */
function reasonOf(events: readonly Event[], moved: string): string {
  return events.find(({ act }) => act === moved)?.why ?? '';
}

/** Undefined where it was moved on since. */
function moved(kind: 'group put to rest' | 'group woken', group: Group, events: readonly Event[]): GroupNoticeFacts | undefined {
  const stands = { 'group put to rest': 'dormant', 'group woken': 'active' }[kind];
  return group.state === stands ? { kind, group, why: reasonOf(events, kind) } : undefined;
}

/** Undefined where whoever would read that they are still a chair is none by now. */
function readDone(notice: Extract<GroupNotice, { kind: 'handover done' }>, group: Group, to: OwedMessage['to']): GroupNoticeFacts | undefined {
  return notice.appointed === true && leads(group, to) !== 'chair' ? undefined : { ...notice, group };
}

async function readFile(
  store: Store,
  notice: Exclude<GroupNotice, { kind: 'handover asked' | 'join asked' | 'chair offered' | 'chair asked' | 'asked no more' }>,
  to: OwedMessage['to'],
): Promise<GroupNoticeFacts | undefined> {
  const { group, events, ...file } = await store.readGroup(reader, notice.group);
  if (group === undefined) return undefined;
  switch (notice.kind) {
    case 'group established':
      return { kind: notice.kind, group, file };
    case 'group concluded':
      return { kind: notice.kind, group, why: reasonOf(events, groupActs.conclude) };
    case 'group put to rest':
    case 'group woken':
      return moved(notice.kind, group, events);
    case 'join answered':
      return { kind: notice.kind, group, admitted: notice.admitted };
    case 'lead appointed':
    case 'lead dismissed':
      return leads(group, to) === (notice.kind === 'lead appointed' ? notice.role : undefined) ? { kind: notice.kind, group, role: notice.role } : undefined;
    case 'handover done':
      return readDone(notice, group, to);
    case 'chair wanted':
      return lacksChair(group) ? { kind: notice.kind, group, leadership: to.kind === 'person' } : undefined;
    default:
      return { kind: notice.kind, group };
  }
}
