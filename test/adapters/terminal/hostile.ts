import fc from 'fast-check';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { anyCard, anyForm, hostileText } from '../../support/cards.ts';

/** What moves a cursor, rings, deletes, turns the reading direction or ends a line on some terminal, and what looks like this one's own. */
const moving = [
  '\u001b[2J\u001b[1;1H',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\u009d',
  '\u0085',
  '\u000b',
  '\u000c',
  '\b\b\b',
  '\u007f',
  '\u2029',
  '\u202a',
  '\u2067',
  '\u2069',
  '\u061c',
  '\nis3c> ',
  '\rRecorded: m1',
  '/is3c milestone cancel m1',
  '한국어',
  '\u200d',
  '\ufeff',
  '\u00ad',
  'e\u0301\u0301',
  '     ',
  '`',
  "'",
] as const;

const spoilt = fc.array(fc.constantFrom(...moving), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

/** One text with all that. */
export const hostileLine: fc.Arbitrary<string> = fc.tuple(spoilt, hostileText, spoilt).map((parts) => parts.join(''));

const ours = ['kind', 'language', 'tone', 'audience', 'style', 'name', 'command'];

/** Puts the mischief into every text of a card or a form, beside what stands there. */
function spoil<T>(value: T, mischief: string): T {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) => {
    if (key === 'at') return instant(part);
    return typeof part === 'string' && !ours.includes(key) ? `${part}${mischief}${part.slice(0, 9)}` : part;
  });
}

/** JSON has neither instants nor what is none; an option of that name stays as it is. */
function instant(part: unknown): unknown {
  const written = part === null || (typeof part === 'string' && /^\S{4,7}-\d\d-\d\dT/.test(part));
  return written ? new Date(part ?? Number.NaN) : part;
}

/** A terminal has no limits to be over, so a few blocks of a card say as much as all of them. */
function shortened(card: Card): Card {
  return { ...card, blocks: card.blocks.slice(0, 6), buttons: card.buttons.slice(0, 6) };
}

export const hostileCard: fc.Arbitrary<Card> = fc.tuple(anyCard.map(shortened), spoilt).map(([card, mischief]) => spoil(card, mischief));

export const hostileForm: fc.Arbitrary<Form> = fc.tuple(anyForm, spoilt).map(([form, mischief]) => spoil(form, mischief));
