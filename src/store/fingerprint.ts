import { createHash } from 'node:crypto';

/** What an account is known again by where it is not to be stored. */
export function fingerprintOf(account: string): string {
  return createHash('sha256').update(account).digest('hex');
}
