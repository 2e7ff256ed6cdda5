import { randomUUID } from 'node:crypto';
import { digestKey } from '../core/duty.ts';
import type { Channel } from '../core/group.ts';
import type { By } from '../core/store.ts';
import { digestDue, type Subscription, type SubscriptionFacts } from '../core/subscription.ts';
import { channelObject, keyOf, letGo } from './channels.ts';
import { memberActing } from './members.ts';
import { destinationColumns, targetOfEdit } from './owe-messages.ts';
import { keep, once, type Transaction, type Writing } from './record.ts';
import { toSubscription } from './rows/subscription-row.ts';
import { storable } from './storable.ts';

/** Switches on, or changes, what a channel gets. */
export function subscribe(writing: Writing, channel: Channel, facts: SubscriptionFacts, by: By): Promise<Subscription> {
  const set = storable(factsOf(facts));
  const key = keyOf(channel);
  return once<Subscription>(writing, by, {
    async first(tx) {
      const before = await find(tx, channel);
      const member = await memberActing(tx, by, writing.rights);
      const columns = { ...set, state: 'on', reason: null, configuredBy: member, since: sinceWhen(before, facts, by.at) };
      const row =
        before === undefined
          ? await tx.subscription.create({ data: { id: randomUUID(), ...key, ...columns } })
          : await tx.subscription.update({ where: { id: before.id }, data: columns });
      await translate(tx, channel, set.language);
      if (facts.digest && !getsDigests(before)) await passBy(tx, row.id, facts, by.at, before?.state === 'paused');
      const old = before && { ...factsOf(before), state: before.state };
      await keep(tx, by, member, { act: 'subscribed', object: channelObject(channel), ...(old && { old }), new: { ...set, state: row.state } });
      return toSubscription(row);
    },
    again: (_earlier, tx) => current(tx, channel),
  });
}

/**
 * What a channel is still to get is told in the language that is chosen for it now, and so are the groups of which news stand there, whose cards are held
 * before what is owed of them, as by whoever brings them up to date; the cards of proposals keep that of leadership.
 */
async function translate(tx: Transaction, channel: Channel, language: string): Promise<void> {
  const standing = { ...keyOf(channel), object: { startsWith: 'wg' } };
  const cards = await tx.postedCard.updateManyAndReturn({ where: standing, data: { language }, select: { messageId: true } });
  const { target } = destinationColumns({ kind: 'channel', ...keyOf(channel) });
  const targets = [target, ...cards.map(({ messageId }) => targetOfEdit(messageId))];
  const where = {
    target: { in: targets },
    state: { in: ['owed', 'sending', 'failed', 'uncertain'] },
    NOT: { notice: { path: ['kind'], equals: 'proposal card' } },
  };
  await tx.message.updateMany({ where, data: { language } });
}

/** A digest that has just come due is still owed when something else about the channel is changed. */
function sinceWhen(before: Subscription | undefined, facts: SubscriptionFacts, at: Date): Date {
  return before?.state === 'on' && schedule.every((name) => before[name] === facts[name]) ? before.since : at;
}

function getsDigests(subscription: Subscription | undefined): boolean {
  return subscription?.state === 'on' && subscription.digest;
}

/**
 * A channel that is switched on begins with the next digest: the latest one that was due before is not owed any more. Those that it missed while
 * the bot had paused it count as not sent, so that the next one names them.
 */
async function passBy(tx: Transaction, id: string, facts: SubscriptionFacts, now: Date, skipped: boolean): Promise<void> {
  const { at, week } = digestDue(facts, new Date(now.getTime() - 1));
  await tx.claim.createMany({ data: { key: digestKey(id, week), at: now, due: at, skipped }, skipDuplicates: true });
}

const schedule = ['digest', 'weekday', 'hour', 'zone'] as const;

/** Switches off what a channel gets, and lets go of what it was to get; undefined when nothing was on. */
export function unsubscribe(writing: Writing, channel: Channel, by: By): Promise<Subscription | undefined> {
  return once<Subscription | undefined>(writing, by, {
    async first(tx) {
      const before = await find(tx, channel);
      if (before === undefined || before.state === 'off') return undefined;
      const member = await memberActing(tx, by, writing.rights);
      const columns = { state: 'off', reason: null, configuredBy: member, since: by.at };
      const after = toSubscription(await tx.subscription.update({ where: { id: before.id }, data: columns }));
      await letGo(tx, channel, 'off', by.at);
      await keep(tx, by, member, { act: 'unsubscribed', object: channelObject(channel), old: { state: before.state }, new: { state: after.state } });
      return after;
    },
    again: ({ act }, tx) => (act === 'unsubscribed' ? current(tx, channel) : undefined),
  });
}

async function find(tx: Transaction, channel: Channel): Promise<Subscription | undefined> {
  const row = await tx.subscription.findUnique({ where: { space_channel: keyOf(channel) } });
  return row === null ? undefined : toSubscription(row);
}

async function current(tx: Transaction, channel: Channel): Promise<Subscription> {
  return toSubscription(await tx.subscription.findUniqueOrThrow({ where: { space_channel: keyOf(channel) } }));
}

/** The facts that somebody chose and nothing beside them. */
function factsOf({ digest, news, language, weekday, hour, zone }: SubscriptionFacts): SubscriptionFacts {
  return { digest, news, language, weekday, hour, zone };
}
