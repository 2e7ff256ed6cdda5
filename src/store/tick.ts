import type { Writing } from './members.ts';
import { atOnce } from './record.ts';

/** The setting that says when the jobs last looked for what is due. */
export const lastTick = 'last tick';

/** Notes that they looked. */
export async function noteTick({ client }: Writing, at: Date): Promise<void> {
  await atOnce(client, (tx) => tx.setting.upsert({ where: { name: lastTick }, create: { name: lastTick, value: '', at }, update: { at } }));
}
