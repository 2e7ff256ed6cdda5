import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in its standard form. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

/** How far the time of a request may be from ours, either way, in milliseconds. Discord asks for no limit; without one a copy works for ever. */
const freshness = 300_000;

/** Reads the public key as Discord's portal shows it: 64 hexadecimal digits. */
export function readPublicKey(hex: string): KeyObject {
  if (!/^[0-9a-f]{64}$/i.test(hex))
    throw new Error('DISCORD_PUBLIC_KEY is not the 64 hexadecimal digits that the Discord portal shows under General Information.');
  return createPublicKey({ key: Buffer.concat([spkiHead, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' });
}

export type Signed = { readonly signature: string | null; readonly timestamp: string | null; readonly body: Buffer };

/** Whether Discord signed this, and lately by the real clock. */
export function isGenuine(key: KeyObject, { signature, timestamp, body }: Signed): boolean {
  if (signature === null || timestamp === null || !/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Date.now() - Number(timestamp) * 1000) > freshness) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}
