import type { GroupStore } from '../core/store-groups.ts';
import type { Writing } from './members.ts';
import type { Reading } from './read.ts';
import { setPersonal } from './set-personal.ts';
import { guarded } from './unavailable.ts';

const unbuilt = (): Promise<never> => Promise.reject(new Error('not built'));

export function groupStore(_reading: Reading, writing: Writing): GroupStore {
  return {
    readGroups: unbuilt,
    readGroup: unbuilt,
    findGroups: unbuilt,
    readDesks: unbuilt,
    readUpdates: unbuilt,
    readUpdate: unbuilt,
    readDigest: unbuilt,
    recordUpdate: unbuilt,
    recordGroup: unbuilt,
    appoint: unbuilt,
    setPersonal: guarded((settings, by) => setPersonal(writing, settings, by)),
  };
}
