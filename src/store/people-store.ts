import type { PeopleStore } from '../core/store-people.ts';
import { confirmLink, enterLink, offerLink, unlink } from './linking/link.ts';
import type { Reading } from './read.ts';
import { readLink, readMe } from './reads/read-me.ts';
import type { Writing } from './record.ts';
import { guarded } from './unavailable.ts';

/** The part of the port that knows people and their accounts. */
export function peopleStore(reading: Reading, writing: Writing): PeopleStore {
  return {
    readMe: guarded((sender, real) => readMe(reading, sender, real)),
    readLink: guarded((sender, id) => readLink(reading, sender, id)),
    offerLink: guarded((by, real) => offerLink(writing, by, real)),
    enterLink: guarded((code, sure, by, real) => enterLink(writing, code, sure, by, real)),
    confirmLink: guarded((link, by, real) => confirmLink(writing, link, by, real)),
    unlink: guarded((by) => unlink(writing, by)),
  };
}
