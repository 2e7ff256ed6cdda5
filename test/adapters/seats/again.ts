import { expect } from 'vitest';
import type { Seat, Seen } from './seat.ts';
import { en, type Story } from './story.ts';

/** The refused form, open again, with what is wrong beside its field where the platform shows that. */
export async function reopen(story: Story, refused: Seen, seat: Seat, wrong: string): Promise<Seen> {
  if (story.differs('a refused form closes', refused.kind === 'message')) return seat.press(en.surface.reopen);
  expect(Object.keys(refused.errors)).toEqual([wrong]);
  return refused;
}

/** Sends the recorded form once more, as a platform does that heard no answer, or a person who presses twice: it is answered with what it recorded. */
export async function sendAgain(story: Story, { again }: Seat, recorded: string): Promise<void> {
  if (story.differs('a form that was sent is gone', again === undefined)) return;
  const twice = await again?.();
  expect(twice).toMatchObject({ kind: 'message', alone: true, text: expect.stringContaining(recorded) });
  expect(twice?.text).not.toContain(en.surface.refused);
}
