import type { Failed, Posted, Resumed } from './adapter.ts';

/** What a failed look for a message tells of it, by what the same failure would tell of a posting: what passes is worth another look, and a refusal is not. */
export function unseen(failure: Failed): Extract<Resumed, { kind: 'unseen' | 'uncertain' }> {
  const { problem } = failure;
  if (failure.kind === 'later') return { ...failure, kind: 'unseen' };
  return failure.kind === 'uncertain' ? { kind: 'unseen', milliseconds: 0, problem } : { kind: 'uncertain', problem };
}

/** What came of sending again what a look did not find: where it may have arrived this time, another look can tell as well as that one. */
export function sentAgain(posted: Posted): Resumed {
  return posted.kind === 'uncertain' ? unseen(posted) : posted;
}
