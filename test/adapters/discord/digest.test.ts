import { expect, test } from 'vitest';
import { renderCard } from '../../../src/adapters/discord/render.ts';
import { digestCard } from '../../../src/cards/digest.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { fullDigest, now } from '../../support/digests.ts';
import { milestone } from '../../support/milestones.ts';

const texts = {
  words: 'A long word after another one ',
  markup: '**_~[x](y)_~** <@1> #2 ',
  emoji: '👩🏽‍💻 ',
  dots: '1.2.3.4.5.',
  page: '<p>R&D</p> ',
} as const;

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

test('a digest counts the milestones under way that it does not name', () => {
  const milestones = ['m901', 'm902', 'm903', 'm904', 'm905', 'm906'].map((id) => milestone(id, '2022-03'));
  const { blocks } = digestCard({ ...fullDigest('', 1), milestones }, { now, zone: 'UTC', words: wordsFor('en') });
  expect(blocks.at(-1)).toEqual({ kind: 'note', text: ['2 more'] });
});
