import type { MessageStore } from '../core/store-messages.ts';
import { claimDuties } from './claim-duty.ts';
import { endSending } from './end-sending.ts';
import { pauseSubscription } from './pause-subscription.ts';
import { postAgain } from './post-again.ts';
import { readStuck, readWaiting } from './queue.ts';
import type { Reading } from './read.ts';
import { readDigestTurn } from './reads/read-digest-turn.ts';
import { readDuties } from './reads/read-duties.ts';
import { readHere } from './reads/read-here.ts';
import { readMessage } from './reads/read-message.ts';
import { readStatus } from './reads/read-status.ts';
import type { Writing } from './record.ts';
import { beginSending } from './sending.ts';
import { subscribe, unsubscribe } from './subscriptions.ts';
import { noteTick } from './tick.ts';
import { guarded } from './unavailable.ts';

/** The part of the store that is the queue, and what fills it. */
export function messageStore(reading: Reading, writing: Writing): MessageStore {
  return {
    readDuties: guarded((now) => readDuties(reading, now)),
    claimDuties: guarded((duties, now) => claimDuties(writing, duties, now)),
    readWaiting: guarded((now, limit) => readWaiting(reading, now, limit)),
    readStuck: guarded((before, now, limit) => readStuck(reading, before, now, limit)),
    readDigestTurn: guarded((channel, week) => readDigestTurn(reading, channel, week)),
    beginSending: guarded((message, since) => beginSending(writing, message, since)),
    endSending: guarded((message, tried, now) => endSending(writing, message, tried, now)),
    pauseSubscription: guarded((channel, reason, message, now) => pauseSubscription(writing, channel, reason, message, now)),
    noteTick: guarded((at) => noteTick(writing, at)),
    readHere: guarded((sender, channel) => readHere(reading, sender, channel)),
    subscribe: guarded((channel, facts, by) => subscribe(writing, channel, facts, by)),
    unsubscribe: guarded((channel, by) => unsubscribe(writing, channel, by)),
    readStatus: guarded((sender, now) => readStatus(reading, sender, now)),
    postAgain: guarded((message, by) => postAgain(writing, message, by)),
    readMessage: guarded((sender, message) => readMessage(reading, sender, message)),
  };
}
