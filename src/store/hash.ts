import { createHash } from 'node:crypto';

/** What a text is known again by, though nobody can read it from that. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
