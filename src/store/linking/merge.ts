import { Prisma } from '../generated/client.ts';
import { askNoMore } from '../group-news.ts';
import { originsOf } from '../members.ts';
import { refreshCards } from '../posted-cards.ts';
import type { Transaction } from '../record.ts';
import { type Brought, broughtObjects, heldBy, type Pointed } from './brought.ts';
import { settingsOf } from './brought-settings.ts';

/** A table of which a member has at most one row for each object, and which of two rows stays: the one that ranks higher. */
type Single = { readonly table: string; readonly object: string; readonly rank: (row: string) => string };

const roles = `ARRAY['observer', 'member', 'editor', 'deputy', 'chair']`;

const singles: readonly Single[] = [
  { table: 'lead', object: 'group_id', rank: (row) => `${row}.role = 'chair', -extract(epoch FROM ${row}.since)` },
  {
    table: 'membership',
    object: 'group_id',
    rank: (row) => `array_position(ARRAY['left', 'asked', 'in'], ${row}.state), array_position(${roles}, ${row}.role)`,
  },
  { table: 'interest', object: 'topic_id', rank: (row) => `${row}.version, ${row}.at` },
  { table: 'offer', object: 'proposal_id', rank: (row) => `array_position(ARRAY['observe', 'review', 'research', 'write', 'lead'], ${row}.kind), ${row}.at` },
  { table: 'proposal_draft', object: 'id', rank: (row) => `${row}.at` },
  { table: 'chair_offer', object: 'group_id', rank: (row) => `${row}.at` },
];

/** Columns that name a member without holding them, and by what their row is found: they follow whoever it has become. */
const pointers = [
  { table: 'proposal', column: 'member', key: 'id' },
  { table: 'milestone_proposal', column: 'member', key: 'id' },
  { table: 'subscription', column: 'configured_by', key: 'id' },
  { table: 'leadership_channel', column: 'member', key: 'space' },
  { table: 'space', column: 'asked_by', key: 'key' },
  { table: 'space', column: 'accepted_by', key: 'key' },
  { table: 'chair_offer', column: 'asker', key: 'group_id' },
] as const;

/** Makes one member of two. What both have counts once; the record keeps the old id, and an alias says whose it was. */
export async function mergeInto(tx: Transaction, from: string, into: string, at: Date): Promise<void> {
  await tx.$queryRaw`SELECT id FROM member WHERE id IN (${from}::uuid, ${into}::uuid) ORDER BY id FOR UPDATE`;
  const { created } = await tx.member.findUniqueOrThrow({ where: { id: from }, select: { created: true } });
  const before = await heldBy(tx, [from, into]);
  const settings = await settingsOf(tx, from, into);
  const alone: Pointed[] = [];
  for (const one of kept) alone.push({ ...one, keys: await keysAlone(tx, one, from, into) });
  await joinCredit(tx, from, into);
  await askOnce(tx, from, into, at);
  for (const single of singles) await collapse(tx, single, from, into);
  const pointed: Pointed[] = [];
  for (const pointer of pointers) pointed.push({ ...pointer, keys: await repoint(tx, pointer, from, into) });
  await withoutBoth(tx, into, at);
  await takeSettings(tx, from, into);
  await tx.account.updateMany({ where: { memberId: from }, data: { memberId: into } });
  await joinOrigins(tx, into);
  await tx.memberAlias.updateMany({ where: { memberId: from }, data: { memberId: into } });
  await tx.member.delete({ where: { id: from } });
  const objects = broughtObjects(before, await heldBy(tx, [into]), from);
  const named = [...alone, ...pointed].filter(({ keys }) => keys.length > 0);
  const brought = { created: created.toISOString(), objects, pointed: named, ...settings } satisfies Brought;
  await tx.memberAlias.create({ data: { id: from, memberId: into, into, at, brought } });
  const proposals = pointed.flatMap(({ table, keys }) => (table === 'proposal' ? keys : []));
  for (const object of new Set([...objects.map((one) => one.object), ...proposals])) await refreshCards(tx, object, at);
}

/** Whoever had an account with the proposer once has made all of theirs the proposer's, however they are parted later. */
async function joinOrigins(tx: Transaction, memberId: string): Promise<void> {
  const origins = await originsOf(tx, memberId);
  await tx.$executeRaw`UPDATE proposal SET origins = ARRAY(SELECT unnest(origins) UNION SELECT unnest(${origins}::uuid[]))
    WHERE member = ${memberId}::uuid OR origins && ${origins}::uuid[]`;
}

/** What moves with a member and goes back with them, where the other had nothing of it. */
const kept = [{ table: 'proposal_draft', column: 'member_id', key: 'id' }] as const;

/** By what the rows are found that one member has alone. */
async function keysAlone(tx: Transaction, { table, column, key }: (typeof kept)[number], from: string, into: string): Promise<string[]> {
  const [name, pointer, id] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(key)];
  const rows = await tx.$queryRaw<{ readonly key: string }[]>`SELECT mine.${id} AS key FROM ${name} AS mine WHERE mine.${pointer} = ${from}::uuid
    AND NOT EXISTS (SELECT FROM ${name} AS theirs WHERE theirs.${pointer} = ${into}::uuid AND theirs.${id} = mine.${id})`;
  return rows.map((row) => row.key);
}

/** Whoever left as one of them, and belongs as the other, is credited as if they had come back. */
async function joinCredit(tx: Transaction, from: string, into: string): Promise<void> {
  const order = Prisma.raw(roles);
  await tx.$executeRaw`UPDATE membership SET credit = best.credit
    FROM (SELECT group_id, (${order})[max(array_position(${order}, CASE state WHEN 'left' THEN role ELSE credit END))] AS credit
      FROM membership WHERE member_id IN (${from}::uuid, ${into}::uuid) GROUP BY group_id HAVING count(*) > 1) AS best
    WHERE best.group_id = membership.group_id AND member_id IN (${from}::uuid, ${into}::uuid) AND state <> 'left'`;
}

/** Of two questions whether somebody would chair a group the later one stays: whoever asked the other hears of it, unless it is they who ask again. */
async function askOnce(tx: Transaction, from: string, into: string, at: Date): Promise<void> {
  const latestFirst = [{ at: 'desc' }, { memberId: 'desc' }] as const;
  const offers = await tx.chairOffer.findMany({ where: { memberId: { in: [from, into] } }, orderBy: [...latestFirst] });
  for (const { groupId, memberId, asker } of offers) {
    const stays = offers.find((one) => one.groupId === groupId);
    if (stays?.memberId !== memberId && stays?.asker !== asker) await askNoMore(tx, groupId, memberId, at);
  }
}

async function collapse(tx: Transaction, { table, object, rank }: Single, from: string, into: string): Promise<void> {
  const [name, key] = [Prisma.raw(table), Prisma.raw(object)];
  await tx.$executeRaw`DELETE FROM ${name} AS worse USING ${name} AS better
    WHERE worse.${key} = better.${key} AND worse.member_id <> better.member_id
      AND worse.member_id IN (${from}::uuid, ${into}::uuid) AND better.member_id IN (${from}::uuid, ${into}::uuid)
      AND (${Prisma.raw(rank('worse'))}, worse.member_id) < (${Prisma.raw(rank('better'))}, better.member_id)`;
  await tx.$executeRaw`UPDATE ${name} SET member_id = ${into}::uuid WHERE member_id = ${from}::uuid`;
}

/** Answers by what the rows are found that name another member now. */
async function repoint(tx: Transaction, { table, column, key }: Omit<Pointed, 'keys'>, from: string, into: string): Promise<string[]> {
  const [name, pointer, id] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(key)];
  const moved = await tx.$queryRaw<{ readonly key: string }[]>`
    UPDATE ${name} SET ${pointer} = ${into}::uuid WHERE ${pointer} = ${from}::uuid RETURNING ${id}::text AS key`;
  return moved.map((row) => row.key);
}

/** Whoever speaks for a group is not among those who only belong to it, and whoever chairs it is not asked to: who asked hears of it. */
async function withoutBoth(tx: Transaction, memberId: string, at: Date): Promise<void> {
  const leads = await tx.lead.findMany({ where: { memberId } });
  const led = leads.map(({ groupId }) => groupId);
  const chaired = leads.filter(({ role }) => role === 'chair').map(({ groupId }) => groupId);
  await tx.membership.deleteMany({ where: { memberId, groupId: { in: led } } });
  for (const group of chaired) await askNoMore(tx, group, memberId, at);
}

/** What somebody has set as the one, and not as the other, holds for both. */
async function takeSettings(tx: Transaction, from: string, into: string): Promise<void> {
  await tx.$executeRaw`UPDATE member AS kept SET language = coalesce(kept.language, gone.language), zone = coalesce(kept.zone, gone.zone),
      reminders = CASE WHEN kept.reminders = 'direct' THEN gone.reminders ELSE kept.reminders END,
      stakeholder = coalesce(kept.stakeholder, gone.stakeholder), away_from = coalesce(kept.away_from, gone.away_from),
      away_to = CASE WHEN kept.away_from IS NULL THEN gone.away_to ELSE kept.away_to END,
      away_zone = CASE WHEN kept.away_from IS NULL THEN gone.away_zone ELSE kept.away_zone END
    FROM member AS gone WHERE kept.id = ${into}::uuid AND gone.id = ${from}::uuid`;
}
