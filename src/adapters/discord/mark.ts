import { createHash } from 'node:crypto';
import { limits } from './limits.ts';

/** Within minutes Discord answers a message with the same nonce with the one that stands already. */
export function nonceOf(key: string): string {
  return key.replaceAll('-', '').slice(0, limits.nonce);
}

/** The number by which a message is found again later, on its container. Discord numbers from 1 what bears none, so these are large. */
export function markOf(key: string): number {
  return 2 ** 30 + (createHash('sha256').update(key).digest().readUInt32BE() % 2 ** 30);
}
