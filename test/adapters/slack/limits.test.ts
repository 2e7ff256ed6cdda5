import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../src/adapters/slack/limits.ts';
import { cut, lengthOf } from '../../../src/adapters/slack/pieces.ts';
import { renderCard } from '../../../src/adapters/slack/render.ts';
import { renderError, renderForm } from '../../../src/adapters/slack/render-form.ts';
import { readerOf } from '../../../src/adapters/slack/render-line.ts';
import { renderHome, renderModal } from '../../../src/adapters/slack/render-view.ts';
import type { Card } from '../../../src/chat/card.ts';
import { decodeInvocation } from '../../../src/chat/invocation.ts';
import { anyCard, anyForm, hostileText } from '../../support/cards.ts';
import { escapedLength, faults, weigh } from './checks.ts';

const reader = (card: Card) => readerOf(card, 'T1', () => 'Amina <!channel>');
const thorough = { endOnFailure: true, numRuns: 100 } as const;

test('no card makes a message that Slack refuses, or that pings', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const { blocks, text } = renderCard(card, reader(card));
      expect(faults({ blocks })).toEqual([]);
      expect(blocks.length).toBeLessThanOrEqual(50);
      expect(text.length).toBeGreaterThan(0);
      expect(weigh(blocks) + text.length).toBeLessThanOrEqual(9_000);
      expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
      if (card.audience === 'place') expect(JSON.stringify(blocks)).not.toContain('"type":"user"');
    }),
    thorough,
  );
});

test('no card makes a view that Slack refuses', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      for (const view of [renderModal(card, reader(card)), renderHome(card, reader(card))]) {
        expect(faults({ view })).toEqual([]);
        expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000);
      }
    }),
    thorough,
  );
});

/** The invocations of the buttons in a card's last row. */
function lastRow({ blocks }: ReturnType<typeof renderCard>): unknown[] {
  const last = blocks.at(-1);
  return last?.type === 'actions' ? last.elements.map((element) => (element.type === 'button' ? decodeInvocation(element.value ?? '') : undefined)) : [];
}

test('no card loses its title, or a button that has its room', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const buttons = card.buttons.filter((button) => button.kind === 'act').slice(0, 25);
      const rendered = renderCard({ ...card, title: 'A title', buttons }, reader(card));
      expect(rendered.blocks[0]?.type).toBe('header');
      // Without buttons of its own the last row is an item's.
      if (buttons.length > 0) expect(lastRow(rendered)).toEqual(buttons.map(({ invoke }) => invoke));
    }),
    thorough,
  );
});

test('no form makes a modal that Slack refuses', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const view = renderForm(form, 'T1');
      expect(faults({ view })).toEqual([]);
      expect(decodeInvocation(view.private_metadata ?? '')).toEqual(form.invoke);
      expect(view.blocks.filter(({ type }) => type === 'input')).toHaveLength(form.fields.length);
    }),
    thorough,
  );
});

test('an error under a field is short and never empty', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(renderError(text).length).toBeGreaterThan(0);
      expect(lengthOf(renderError(text))).toBeLessThanOrEqual(limits.error);
    }),
  );
});

test('a cut text is a beginning of whole graphemes, and fits once it is escaped', () => {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 300 }), (raw, limit) => {
      const text = raw.toWellFormed();
      const shown = cut(text, limit);
      expect(escapedLength(shown)).toBeLessThanOrEqual(limit);
      if (shown === text) return;
      const kept = [...graphemes.segment(shown.slice(0, -1))].map(({ segment }) => segment);
      expect([...graphemes.segment(text.slice(0, 2_000))].map(({ segment }) => segment).slice(0, kept.length)).toEqual(kept);
    }),
    thorough,
  );
});
