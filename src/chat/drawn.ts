import type { Answer } from './answer.ts';

type Drawn = { readonly minute: number; readonly answers: Map<string, Answer> };

/** What was drawn last, by the facts that it was drawn from: the store gives the very same object while nothing changes. */
const drawn = new WeakMap<object, Drawn>();

/** Draws an answer once for all who ask the same of the same facts within a minute, in which nothing that is dated begins or ends. */
export async function drawOnce(from: object, now: Date, asked: string, draw: () => Promise<Answer>): Promise<Answer> {
  const { answers } = ofMinute(from, Math.floor(now.getTime() / 60_000));
  const answer = answers.get(asked) ?? (await draw());
  answers.set(asked, answer);
  return answer;
}

function ofMinute(from: object, minute: number): Drawn {
  const known = drawn.get(from);
  if (known?.minute === minute) return known;
  const fresh = { minute, answers: new Map<string, Answer>() };
  drawn.set(from, fresh);
  return fresh;
}
