import type { GroupStore } from '../core/store-groups.ts';
import { setPersonal, type Writing } from './members.ts';
import type { Reading } from './read.ts';
import { readDigest } from './read-digest.ts';
import { findGroups, readDesks, readGroup, readGroups } from './read-groups.ts';
import { readUpdate, readUpdates } from './read-updates.ts';
import { appoint, recordGroup } from './record-group.ts';
import { recordUpdate } from './record-update.ts';
import { guarded } from './unavailable.ts';

export function groupStore(reading: Reading, writing: Writing): GroupStore {
  return {
    readGroups: guarded((sender, skip, limit) => readGroups(reading, sender, skip, limit)),
    readGroup: guarded((sender, id) => readGroup(reading, sender, id)),
    findGroups: guarded((sender, typed, limit) => findGroups(reading, sender, typed, limit)),
    readDesks: guarded((sender, group, now) => readDesks(reading, sender, group, now)),
    readUpdates: guarded((sender, group, period, skip, limit) => readUpdates(reading, sender, group, period, skip, limit)),
    readUpdate: guarded((sender, id) => readUpdate(reading, sender, id)),
    readDigest: guarded((sender, week, now) => readDigest(reading, sender, week, now)),
    recordUpdate: guarded((change, by) => recordUpdate(writing, change, by)),
    recordGroup: guarded((change, by) => recordGroup(writing, change, by)),
    appoint: guarded((appointment, by) => appoint(writing, appointment, by)),
    setPersonal: guarded((settings, by) => setPersonal(writing, settings, by)),
  };
}
