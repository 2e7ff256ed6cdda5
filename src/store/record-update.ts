import { platformOf } from '../core/account.ts';
import { type Informed, messagesAfterUpdate } from '../core/duty.ts';
import { languages } from '../core/member.ts';
import type { By, Recorded } from '../core/store.ts';
import { isLate, type Update, type UpdateChange, type UpdateFacts } from '../core/update.ts';
import { memberActing, type Writing } from './members.ts';
import { nextNumber } from './numbers.ts';
import { oweMessages } from './owe-messages.ts';
import { keep, once, type Transaction } from './record.ts';
import { groupBy } from './record-group.ts';
import { storable } from './storable.ts';
import { standing, toUpdate, type UpdateRow, updateColumns } from './update-row.ts';

/** Records a week's update or a new revision of it, unless another one stands by now; then nothing is written. */
export function recordUpdate({ client, rights }: Writing, change: UpdateChange, by: By): Promise<Recorded<Update>> {
  return once<Recorded<Update>>(client, by, {
    async first(tx) {
      const stands = await standingUpdate(tx, change);
      if (stands !== undefined && stands.revision !== change.revision) return { kind: 'stale', value: stands };
      const member = await memberActing(tx, by, rights);
      const value = stands === undefined ? await add(tx, change, member, by) : await revise(tx, stands, change, member, by);
      const { id: object, group, week, revision } = value;
      await keep(tx, by, member, { act: stands === undefined ? 'update recorded' : 'update revised', object, new: { group, week, revision } });
      return { kind: 'recorded', value };
    },
    again: async ({ object }, tx) => ({ kind: 'recorded', value: await updateBy(tx, object) }),
  });
}

async function add(tx: Transaction, { group, week, facts }: UpdateChange, member: string, by: By): Promise<Update> {
  const number = await nextNumber(tx, 'update');
  const id = `u${number}`;
  await tx.update.create({ data: { id, number, groupId: group, week: dateOf(week), first: by.at } });
  await tx.revision.create({ data: revisionData(id, 1, facts, member, by) });
  const update = await updateBy(tx, id);
  await announce(tx, update, by);
  return update;
}

/** Two who revise at once meet at the unique key of the revision; the second is done again, and finds what stands. */
async function revise(tx: Transaction, { id, revision }: Update, { facts }: UpdateChange, member: string, by: By): Promise<Update> {
  await tx.revision.create({ data: revisionData(id, revision + 1, facts, member, by) });
  await tx.update.update({ where: { id }, data: { revision: revision + 1 } });
  return updateBy(tx, id);
}

function revisionData(updateId: string, revision: number, facts: UpdateFacts, member: string, by: By) {
  const { status, done, next = null, help = null, milestone = null } = storable(facts);
  return { updateId, revision, status, done, next, help, milestone, member, platform: platformOf(by.account), at: by.at };
}

async function standingUpdate(tx: Transaction, { group, week }: UpdateChange): Promise<Update | undefined> {
  const found = await tx.update.findUnique({ where: { groupId_week: { groupId: group, week: dateOf(week) } }, select: { id: true } });
  return found === null ? undefined : updateBy(tx, found.id);
}

const updateQuery = `SELECT row_to_json(facts) AS update FROM (SELECT ${updateColumns} FROM progress_update ${standing} WHERE progress_update.id = $1) AS facts`;

/** An update as it stands. */
async function updateBy(tx: Transaction, id: string): Promise<Update> {
  const [row] = await tx.$queryRawUnsafe<{ readonly update: UpdateRow }[]>(updateQuery, id);
  if (row === undefined) throw new Error(`there is no update ${id}`);
  return toUpdate(row.update);
}

async function announce(tx: Transaction, update: Update, by: By): Promise<void> {
  const informed = isLate(update) ? await informedOf(tx, update.week) : [];
  await oweMessages(tx, messagesAfterUpdate(update, await groupBy(tx, update.group), informed), by.at);
}

/** The channels with news that had the digest of a week already. */
async function informedOf(tx: Transaction, week: string): Promise<Informed[]> {
  const subscriptions = await tx.subscription.findMany({ where: { news: true, state: 'on' } });
  const keys = subscriptions.map(({ id }) => `digest ${id} ${week}`);
  const claimed = new Set((await tx.claim.findMany({ where: { key: { in: keys } }, select: { key: true } })).map(({ key }) => key));
  return subscriptions
    .filter(({ id }) => claimed.has(`digest ${id} ${week}`))
    .map(({ space, channel, language }) => ({ space, channel, language: languages.find((one) => one === language) ?? 'en' }));
}

function dateOf(week: string): Date {
  return new Date(`${week}T00:00:00.000Z`);
}
