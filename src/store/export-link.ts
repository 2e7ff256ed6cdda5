import { randomBytes } from 'node:crypto';
import { type ExportOffer, exportLife, type PersonalData } from '../core/personal.ts';
import type { By } from '../core/store.ts';
import { hashOf } from './hash.ts';
import type { Reading } from './read.ts';
import { readPersonal } from './reads/read-personal.ts';
import type { Writing } from './record.ts';

/** Makes an address that nobody can guess; what is kept of it is its hash. It is no act of the record: nothing is changed. */
export async function offerExport({ client }: Writing, { account }: By, real: Date): Promise<ExportOffer | undefined> {
  if ((await client.account.count({ where: { key: account } })) === 0) return undefined;
  const token = randomBytes(24).toString('base64url');
  const until = new Date(real.getTime() + exportLife);
  const link = { hash: hashOf(token), expires: until };
  await client.exportLink.upsert({ where: { account }, create: { account, ...link }, update: link });
  return { token, until };
}

export async function readExport({ client }: Writing, reading: Reading, token: string, real: Date): Promise<PersonalData | undefined> {
  const link = await client.exportLink.findFirst({ where: { hash: hashOf(token), expires: { gt: real } }, select: { account: true } });
  if (link === null) return undefined;
  const { data } = await readPersonal(reading, link);
  return data;
}
