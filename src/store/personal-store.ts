import type { PersonalStore } from '../core/personal.ts';
import { eraseDue, noteGone, noteSpaces } from './erase.ts';
import { offerExport, readExport } from './export-link.ts';
import { forget } from './forget.ts';
import type { Reading } from './read.ts';
import { readPersonal } from './reads/read-personal.ts';
import type { Writing } from './record.ts';
import { guarded } from './unavailable.ts';

/** The part of the port that shows people what is stored about them, and forgets it. */
export function personalStore(reading: Reading, writing: Writing): PersonalStore {
  return {
    readPersonal: guarded((sender) => readPersonal(reading, sender)),
    offerExport: guarded((by, real) => offerExport(writing, by, real)),
    readExport: guarded((token, real) => readExport(writing, reading, token, real)),
    forget: guarded((by) => forget(writing, by)),
    noteGone: guarded((space, at) => noteGone(writing, space, at)),
    noteSpaces: guarded((platform, present, at) => noteSpaces(writing, platform, present, at)),
    eraseDue: guarded((now, real) => eraseDue(writing, now, real)),
  };
}
