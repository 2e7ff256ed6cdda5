import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databases } from '../support/store.ts';
import { warmUp } from './bot.ts';
import { torture } from './torture.ts';

// A short turn of `npm run torture`, which kills the bot 200 times on each database.
const kills = 20 / databases.length;
const seed = randomInt(1_000_000_000);

let warm: Awaited<ReturnType<typeof warmUp>>;
beforeAll(async () => {
  warm = await warmUp();
});
afterAll(() => warm.remove());

test.concurrent.each(databases)(
  `the bot, killed ${kills} times on the $name database, loses nothing and says nothing twice (seed ${seed})`,
  { timeout: 300_000 },
  async ({ make }) => {
    const { place, remove } = await make();
    try {
      const { counts, wrong, errors } = await torture({ place, cache: warm.cache, kills, seed });
      expect(wrong).toEqual([]);
      expect(errors).toEqual([]);
      expect(counts['kills']).toBe(kills);
      for (const counted of ['acknowledged', 'sent again', 'digests arrived', 'tried again']) expect(counts[counted], counted).toBeGreaterThan(0);
    } finally {
      await remove();
    }
  },
);
