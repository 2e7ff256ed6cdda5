import { expect, test } from 'vitest';
import { renderCard } from '../../../src/adapters/discord/render.ts';
import { digestCard } from '../../../src/cards/digest.ts';
import type { Digest } from '../../../src/core/digest.ts';
import type { Update } from '../../../src/core/update.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { milestone } from '../../support/milestones.ts';
import { group } from '../../support/people.ts';

const now = new Date('2022-03-15T12:00:00.000Z');
const texts = { words: 'A long word after another one ', markup: '**_~[x](y)_~** <@1> #2 ', emoji: '👩🏽‍💻 ', dots: '1.2.3.4.5.' } as const;

/** A week in which everybody told much, half of them ask for help, many are late and many silent. */
function fullDigest(text: string, groups: number): Digest {
  const long = text.repeat(20);
  const all = Array.from({ length: groups }, (_, index) => group({ id: `wg${index + 1}`, name: `${index} ${long}` }));
  const told = all.map((one, index) => {
    const update: Update = {
      ...{ id: `u${index + 1000}`, group: one.id, week: '2022-03-07', revision: 1, member: 'm', platform: 'slack', at: now, first: now },
      ...{ status: 'at risk', done: long, next: long, help: long },
    };
    return { group: one, update };
  });
  const milestones = ['m901', 'm902', 'm903', 'm904'].map((id) => ({ ...milestone(id, '2022-03'), text: long }));
  return { week: '2022-03-07', closed: true, help: told.map(({ update }) => update), updates: told, gaps: all, after: all, late: told, milestones };
}

test.each(Object.entries(texts).flatMap(([kind, text]) => [1, 5, 15, 16, 40, 200].map((groups) => ({ kind, text, groups }))))(
  'a digest of $groups groups in $kind fits into one message, milestones included',
  ({ text, groups }) => {
    for (const language of ['en', 'fr'] as const) {
      const { container, whole } = renderCard(digestCard(fullDigest(text, groups), { now, zone: 'UTC', words: wordsFor(language) }));
      expect(whole).toBe(true);
      for (const id of ['m901', 'm902', 'm903', 'm904']) expect(JSON.stringify(container)).toContain(id);
    }
  },
);
