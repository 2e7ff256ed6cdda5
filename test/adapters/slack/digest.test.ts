import { expect, test } from 'vitest';
import { renderCard } from '../../../src/adapters/slack/render.ts';
import { readerOf } from '../../../src/adapters/slack/render-line.ts';
import { noticeCard } from '../../../src/cards/notices.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { fullDigest, now } from '../../support/digests.ts';

const texts = { words: 'A long word after another one ', markup: '**_~[x](y)_~** <@1> #2 ', ampersands: '&&& & ', brackets: '<><> ', page: '<p>R&D</p> ' };
const skipped = ['2022-01-10', '2022-01-17', '2022-01-24', '2022-01-31', '2022-02-07', '2022-02-14', '2022-02-21', '2022-02-28'];

test.each(Object.entries(texts).flatMap(([kind, text]) => [1, 5, 15, 16, 40, 200].map((groups) => ({ kind, text, groups }))))(
  'a late digest of $groups groups in $kind fits into one message, with its milestones and what was not sent',
  ({ text, groups }) => {
    for (const language of ['en', 'fr'] as const) {
      const card = noticeCard({ kind: 'digest', digest: fullDigest(text, groups), missed: true, skipped }, { now, zone: 'UTC', words: wordsFor(language) });
      const { blocks } = renderCard(
        card,
        readerOf(card, 'T1', () => undefined),
      );
      const drawn = JSON.stringify(blocks);
      for (const told of ['m901', 'm902', 'm903', 'm904', '2022-W02', '2022-W09']) expect(drawn).toContain(told);
    }
  },
);
