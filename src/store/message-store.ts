import type { MessageStore } from '../core/store-messages.ts';
import type { Writing } from './members.ts';
import type { Reading } from './read.ts';

const unbuilt = (): Promise<never> => Promise.reject(new Error('not built'));

export function messageStore(_reading: Reading, _writing: Writing): MessageStore {
  return {
    readDuties: unbuilt,
    claimDuty: unbuilt,
    readWaiting: unbuilt,
    readStuck: unbuilt,
    beginSending: unbuilt,
    endSending: unbuilt,
    pauseSubscription: unbuilt,
    noteTick: unbuilt,
    readHere: unbuilt,
    subscribe: unbuilt,
    unsubscribe: unbuilt,
    readStatus: unbuilt,
    postAgain: unbuilt,
    readMessage: unbuilt,
  };
}
