import { type Account, platformOf } from '../core/account.ts';
import { messagesAfterUpdate } from '../core/duty.ts';
import type { By } from '../core/store.ts';
import type { UpdateRecorded } from '../core/store-groups.ts';
import type { Update, UpdateChange, UpdateFacts } from '../core/update.ts';
import { closeOf, type Week } from '../core/week.ts';
import { dateOf } from './day-column.ts';
import { Prisma } from './generated/client.ts';
import { informedChannels } from './informed-channels.ts';
import { memberActing } from './members.ts';
import { nextNumber } from './numbers.ts';
import { oweMessages } from './owe-messages.ts';
import { type Earlier, keep, once, rowIn, type Transaction, type Writing } from './record.ts';
import { standingGroup } from './record-group.ts';
import { toUpdate, type UpdateRow, updateColumns } from './rows/update-row.ts';
import { storable } from './storable.ts';

/**
 * Records a week's update or its next revision, unless another revision stands by then or the group or the writer's office has ended. Of two that come first at the same time, one is
 * refused by the database, is done again, and finds what the other has written.
 */
export function recordUpdate(writing: Writing, change: UpdateChange, by: By): Promise<UpdateRecorded> {
  const given = { ...change, facts: storable(change.facts) };
  return once<UpdateRecorded>(writing, by, {
    async first(tx) {
      const hindered = await hindrance(tx, change, by);
      if (hindered !== undefined) return hindered;
      const standing = await findStanding(tx, change);
      if ((standing?.revision ?? 0) !== change.revision) return stale(standing);
      const member = (): Promise<string> => memberActing(tx, by, writing.rights);
      return standing === undefined ? writeFirst(tx, given, by, member) : writeNext(tx, given, standing, by, member);
    },
    again: (earlier, tx) => sentAgain(tx, given, earlier, by, () => memberActing(tx, by, writing.rights)),
  });
}

/** What stands against an update meanwhile: its group has ended, or the office by whose right it is written. */
async function hindrance(tx: Transaction, { group, asLead }: UpdateChange, { account }: By): Promise<UpdateRecorded | undefined> {
  const goesOn = await isGoingOn(tx, group);
  if (goesOn && (asLead !== true || (await speaks(tx, group, account)))) return undefined;
  return { kind: goesOn ? 'dismissed' : 'concluded', value: await standingGroup(tx, group) };
}

async function speaks(tx: Transaction, groupId: string, account: Account): Promise<boolean> {
  return (await tx.lead.count({ where: { groupId, member: { accounts: { some: { key: account } } } } })) > 0;
}

/** Whether a group has not ended, and does not until this transaction has; many groups, and many people of one, write at the same time. */
async function isGoingOn(tx: Transaction, group: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`SELECT id FROM working_group WHERE id = ${group} AND state <> 'concluded' FOR SHARE`;
  return found.length > 0;
}

function stale(standing: Update | undefined): UpdateRecorded {
  if (standing === undefined) throw new Error('a revision was expected where no update stands');
  return { kind: 'stale', value: standing };
}

/** Its number comes first of all, so that those who come at once wait for each other in one order. */
async function writeFirst(tx: Transaction, { group, week, facts }: UpdateChange, by: By, member: () => Promise<string>): Promise<UpdateRecorded> {
  const number = await nextNumber(tx, 'update');
  const id = `u${number}`;
  const author = await member();
  await tx.update.create({ data: { id, number, groupId: group, week: dateOf(week), first: await firstTold(tx, week, by.at) } });
  const update = await addRevision(tx, { id, revision: 1, member: author, facts }, by);
  const messages = messagesAfterUpdate(update, await standingGroup(tx, group), await informedChannels(tx, update));
  await oweMessages(tx, messages, by.at);
  await keep(tx, by, author, { act: 'update recorded', object: id, new: { group, week, revision: 1 } });
  return { kind: 'recorded', value: update };
}

/**
 * When an update counts as told first. A clock that was ahead and went back may have sent the digest of the week before its close: what comes then comes
 * after it, and joins the next one.
 */
async function firstTold(tx: Transaction, week: Week, now: Date): Promise<Date> {
  const close = closeOf(week);
  if (now >= close) return now;
  const where = { due: { gte: close }, key: { startsWith: 'digest ', endsWith: ` ${week}` }, skipped: false };
  return (await tx.claim.findFirst({ where, select: { key: true } })) === null ? now : close;
}

async function writeNext(tx: Transaction, change: UpdateChange, { id }: Update, by: By, member: () => Promise<string>): Promise<UpdateRecorded> {
  const { group, week, facts } = change;
  const revision = change.revision + 1;
  const { count } = await tx.update.updateMany({ where: { id, revision: change.revision }, data: { revision } });
  if (count === 0) return stale(await findStanding(tx, change));
  const author = await member();
  const value = await addRevision(tx, { id, revision, member: author, facts }, by);
  await keep(tx, by, author, { act: 'update revised', object: id, new: { group, week, revision } });
  return { kind: 'recorded', value };
}

/** A form that is sent once more, unchanged, is answered as before; what its author changed meanwhile is the next revision. */
async function sentAgain(tx: Transaction, given: UpdateChange, earlier: Earlier, by: By, member: () => Promise<string>): Promise<UpdateRecorded> {
  const then = await recordedThen(tx, earlier);
  if (saysTheSame(then, given.facts)) return { kind: 'recorded', value: then };
  const standing = await readStanding(tx, then.id);
  if (saysTheSame(standing, given.facts)) return { kind: 'recorded', value: standing };
  if (standing.revision !== then.revision) return stale(standing);
  const hindered = await hindrance(tx, given, by);
  if (hindered !== undefined) return hindered;
  const { revision } = standing;
  return writeNext(tx, { ...given, revision }, standing, { ...by, key: `${by.key} after revision ${revision}` }, member);
}

function saysTheSame({ status, done, next, help, milestone }: UpdateFacts, facts: UpdateFacts): boolean {
  const same = status === facts.status && done === facts.done;
  return same && next === facts.next && help === facts.help && milestone === facts.milestone;
}

type NewRevision = { readonly id: string; readonly revision: number; readonly member: string; readonly facts: UpdateFacts };

async function addRevision(tx: Transaction, { id, facts, ...rest }: NewRevision, by: By): Promise<Update> {
  await tx.revision.create({ data: { updateId: id, ...rest, ...facts, platform: platformOf(by.account), at: by.at } });
  return readRevision(tx, id, rest.revision);
}

async function findStanding(tx: Transaction, { group, week }: UpdateChange): Promise<Update | undefined> {
  const standing = await tx.update.findUnique({ where: { groupId_week: { groupId: group, week: dateOf(week) } } });
  return standing === null ? undefined : readRevision(tx, standing.id, standing.revision);
}

async function readStanding(tx: Transaction, id: string): Promise<Update> {
  const { revision } = await tx.update.findUniqueOrThrow({ where: { id } });
  return readRevision(tx, id, revision);
}

async function readRevision(tx: Transaction, id: string, revision: number): Promise<Update> {
  const row = await rowIn<UpdateRow>(
    tx,
    Prisma.sql`SELECT ${Prisma.raw(updateColumns)} FROM progress_update JOIN update_revision ON update_id = progress_update.id
      WHERE progress_update.id = ${id} AND update_revision.revision = ${revision}`,
  );
  if (row === undefined) throw new Error(`there is no revision ${revision} of ${id}`);
  return toUpdate(row);
}

/** What a key has recorded, whatever was revised since. */
function recordedThen(tx: Transaction, { act, object, new: facts }: Earlier): Promise<Update> {
  const revision = typeof facts === 'object' && facts !== null && !Array.isArray(facts) ? facts['revision'] : undefined;
  if (typeof revision !== 'number') throw new Error(`the key has recorded something else: ${act} ${object}`);
  return readRevision(tx, object, revision);
}
