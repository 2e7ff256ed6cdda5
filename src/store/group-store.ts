import type { GroupStore } from '../core/store-groups.ts';
import { appoint } from './appoint.ts';
import type { Reading } from './read.ts';
import { readDesks } from './reads/read-desks.ts';
import { digestReader } from './reads/read-digest.ts';
import { findGroups, readGroup, readGroupAsked, readGroups } from './reads/read-groups.ts';
import { readUpdate, readUpdates } from './reads/read-updates.ts';
import type { Writing } from './record.ts';
import { recordGroup } from './record-group.ts';
import { recordUpdate } from './record-update.ts';
import { setPersonal } from './set-personal.ts';
import { guarded } from './unavailable.ts';

/** The part of the port that knows groups, people and their progress updates. */
export function groupStore(reading: Reading, writing: Writing): GroupStore {
  return {
    readGroups: guarded((sender, skip, limit) => readGroups(reading, sender, skip, limit)),
    readGroup: guarded((sender, id, person) => readGroup(reading, sender, id, person)),
    findGroups: guarded((sender, typed, limit, choice, person) => findGroups(reading, sender, typed, limit, choice, person)),
    readGroupAsked: guarded((sender, question, telling, limit) => readGroupAsked(reading, sender, question, telling, limit)),
    readDesks: guarded((sender, named, week, now) => readDesks(reading, sender, named, week, now)),
    readUpdates: guarded((sender, group, period, skip, limit) => readUpdates(reading, sender, group, period, skip, limit)),
    readUpdate: guarded((sender, id) => readUpdate(reading, sender, id)),
    readDigest: guarded(digestReader(reading)),
    recordUpdate: guarded((change, by) => recordUpdate(writing, change, by)),
    recordGroup: guarded((change, by) => recordGroup(writing, change, by)),
    appoint: guarded((appointment, by) => appoint(writing, appointment, by)),
    setPersonal: guarded((settings, by) => setPersonal(writing, settings, by)),
  };
}
