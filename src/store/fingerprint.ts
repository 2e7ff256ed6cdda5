import { hashOf } from './hash.ts';

/** What an account is known again by where it is not to be stored. */
export function fingerprintOf(account: string): string {
  return hashOf(account);
}
