import { atOnce, type Writing } from './record.ts';

/** The setting that says when the jobs last looked for what is due. */
export const lastTick = 'last tick';

/** Notes that they looked. */
export async function noteTick(writing: Writing, at: Date): Promise<void> {
  await atOnce(writing, (tx) => tx.setting.upsert({ where: { name: lastTick }, create: { name: lastTick, value: '', at }, update: { at } }));
}
