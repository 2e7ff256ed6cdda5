import type { Account } from '../core/account.ts';
import { toMember } from '../core/duty.ts';
import type { Channel } from '../core/group.ts';
import type { Member } from '../core/member.ts';
import type { Notice } from '../core/notice.ts';
import { keyOf } from './channels.ts';
import { Prisma } from './generated/client.ts';
import { withNamed } from './known-coordinators.ts';
import { type MemberRow, memberColumns } from './member-row.ts';
import { oweMessages } from './owe-messages.ts';
import { rowIn, type Transaction } from './record.ts';
import type { Rights } from './rights.ts';

/** Tells whoever configured a channel, else the coordinators; false when nobody can be reached. */
export async function tell(tx: Transaction, { named }: Rights, notice: Notice, channel: Channel | undefined, now: Date): Promise<boolean> {
  const configurer = channel === undefined ? [] : await configurerOf(tx, channel);
  const told = messagesTo(configurer, notice);
  const messages = told.length > 0 ? told : messagesTo(await coordinators(tx, named), notice);
  await oweMessages(tx, messages, now);
  return messages.length > 0;
}

function messagesTo(members: readonly Member[], notice: Notice): ReturnType<typeof toMember> {
  return members.flatMap((member) => toMember(notice, member));
}

async function configurerOf(tx: Transaction, channel: Channel): Promise<Member[]> {
  const { space, channel: id } = keyOf(channel);
  const condition = Prisma.sql`id = (SELECT configured_by FROM subscription WHERE subscription.space = ${space} AND channel = ${id})`;
  return withNamed(await membersWhere(tx, condition), []);
}

async function coordinators(tx: Transaction, named: readonly Account[]): Promise<Member[]> {
  const isNamed = Prisma.sql`id IN (SELECT member_id FROM account WHERE key = ANY (${[...named]}::text[]))`;
  return withNamed(await membersWhere(tx, Prisma.sql`coordinator_since IS NOT NULL OR ${isNamed}`), named);
}

async function membersWhere(tx: Transaction, condition: Prisma.Sql): Promise<readonly MemberRow[]> {
  const members = Prisma.sql`SELECT ${Prisma.raw(memberColumns)} FROM member WHERE ${condition} ORDER BY member.created, member.id`;
  const row = await rowIn<{ readonly members: readonly MemberRow[] | null }>(
    tx,
    Prisma.sql`SELECT json_agg(row_to_json(found)) AS members FROM (${members}) AS found`,
  );
  return row?.members ?? [];
}
