import { randomUUID } from 'node:crypto';
import type { Duty } from '../../src/core/duty.ts';
import type { Destination, NewMessage, OwedMessage, Tried } from '../../src/core/notice.ts';
import type { Store } from '../../src/core/store.ts';

/** A due time, or what a test says of it. */
export function duty(facts: Partial<Duty> = {}): Duty {
  return { key: `prompt wg1 ${randomUUID()}`, at: new Date('2022-03-15T10:00:00.000Z'), skipped: false, messages: [], ...facts };
}

export function channel(id: string, space = 'slack:T1'): Extract<Destination, { kind: 'channel' }> {
  return { kind: 'channel', space, channel: id };
}

export function person(account: string): Destination {
  return { kind: 'person', account };
}

/** The id of some message that did not arrive. */
export const undelivered = '0b3f8a52-6c1d-4e7f-9a80-123456789abc';

/** News of a group that stay true, by which a test knows its message again. */
export function message(group: string, to: Destination, more: Pick<NewMessage, 'language' | 'otherwise'> = {}): NewMessage {
  return { notice: { kind: 'handover done', group }, to, ...more };
}

/** Owes messages from an instant on. */
export async function owe(store: Store, at: Date, ...messages: NewMessage[]): Promise<void> {
  await store.claimDuties([duty({ messages })], at);
}

/** Begins to send a message; undefined when another one took it. */
export async function begin(store: Store, waiting: OwedMessage | undefined, since: Date): Promise<OwedMessage | undefined> {
  if (waiting === undefined || !(await store.beginSending(waiting, since))) return undefined;
  return { ...waiting, state: 'sending', sendingSince: since, begun: waiting.begun ?? since };
}

/** Tries the first message that waits, with whatever a test says comes of it, and answers it as it was read. */
export async function tryNext(store: Store, tried: Tried, at: Date): Promise<OwedMessage> {
  const [waiting] = await store.readWaiting(at, 1);
  const begun = await begin(store, waiting, at);
  if (waiting === undefined || begun === undefined) throw new Error('no message waits');
  await store.endSending(begun, tried, at);
  return waiting;
}

/** What a message is about, as short as a test compares it. */
export function about({ notice }: Pick<OwedMessage, 'notice'>): string {
  return 'group' in notice ? notice.group : notice.kind;
}

/** Delivers all that is owed until an instant, and answers what it was and to whom, in the order of its delivery. */
export async function drain(store: Store, at: Date): Promise<(readonly [OwedMessage['notice']['kind'], string])[]> {
  const told: (readonly [OwedMessage['notice']['kind'], string])[] = [];
  for (let waiting = await store.readWaiting(at, 50); waiting.length > 0; waiting = await store.readWaiting(at, 50)) {
    for (const one of waiting) {
      await store.beginSending(one, at);
      await store.endSending(one, { kind: 'sent', reference: one.id }, at);
      told.push([one.notice.kind, one.to.kind === 'person' ? one.to.account : one.to.channel]);
    }
  }
  return told;
}
