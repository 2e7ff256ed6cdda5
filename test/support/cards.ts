import fc from 'fast-check';
import type { Block, Button, Card, Inline, Item, Line, MenuChoice } from '../../src/chat/card.ts';
import type { Field, Form } from '../../src/chat/form.ts';
import type { Invocation } from '../../src/chat/invocation.ts';

/** What people paste, by accident or on purpose: pings, links, fences, directions, halves of characters, numbers of lists. */
const nasty = [
  '<!channel> ',
  '@everyone ',
  '@here',
  '<@1400000000000000004>',
  '<@&1>',
  '<#1>',
  '</is3c home:1>',
  '[x](https://evil.example)',
  'https://evil.example/a_b_c',
  '<https://x.example|y>',
  '```\n',
  '`',
  '``',
  '\\',
  '**',
  '__',
  '~~',
  '||',
  '\n# ',
  '\n-# ',
  '\n> ',
  '\n>>> ',
  '\n- ',
  '\n1. ',
  '\n99) ',
  '*a*',
  '<t:0:R>',
  ':smile:',
  '<:a:1>',
  '&amp;',
  '.',
  '0.',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u2028',
  '\r\n',
  '\ud83d',
  '\udc00',
  '👩‍👩‍👧‍👧',
  '🇫🇷',
  'é',
  '漢字',
  'שלום',
  'مرحبا',
  ' ',
  '\t',
];

const pieces = fc.array(fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 12 })), { maxLength: 12 }).map((parts) => parts.join(''));

/** A text of many thousand characters: fast-check's own sizes never come near a platform's limits. */
const long = fc
  .tuple(pieces, fc.constantFrom('*', '&<', '漢', '👩‍👩‍👧‍👧', 'word ', '\n- ', '.'), fc.integer({ min: 100, max: 6_000 }))
  .map(([text, unit, times]) => text + unit.repeat(times));

export const hostileText: fc.Arbitrary<string> = fc.oneof({ weight: 8, arbitrary: pieces }, { weight: 1, arbitrary: long });

const id = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12})?$/);

const invocation: fc.Arbitrary<Invocation> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ command: id, options: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.string({ maxLength: 9 }), { maxKeys: 3 }) }) },
  // Longer than any platform carries.
  { weight: 1, arbitrary: fc.record({ command: id, options: fc.record({ said: fc.string({ minLength: 90, maxLength: 300, size: 'max' }) }) }) },
);

const url = fc.oneof(
  fc.webUrl({ validSchemes: ['https', 'http'] }),
  fc.constantFrom('javascript:alert(1)', '', 'https://x.example/a)b(c', `https://x.example/${'a'.repeat(3_100)}`),
);

const many = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) => fc.array(arbitrary, { maxLength, size: 'max' });

const language = fc.constantFrom('en' as const, 'fr' as const);

function linesOf(text: fc.Arbitrary<string>): fc.Arbitrary<Line> {
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    { weight: 5, arbitrary: text },
    fc.record({ kind: fc.constantFrom('bold' as const, 'code' as const), text }),
    fc.record({ kind: fc.constant('link' as const), text, url }),
    fc.record({
      kind: fc.constant('mention' as const),
      account: fc.constantFrom('discord:789', 'slack:T1:U2', 'terminal:alice'),
      others: fc.subarray(['discord:790', 'slack:T1:U3', 'terminal:bob']),
    }),
    fc.record({ kind: fc.constant('time' as const), at: fc.date({ noInvalidDate: false }) }),
  );
  return fc.array(inline, { maxLength: 5 });
}

function buttonsOf(label: fc.Arbitrary<string>): fc.Arbitrary<Button> {
  return fc.oneof(
    fc.record(
      { kind: fc.constant('act' as const), label, invoke: invocation, style: fc.constantFrom('primary' as const, 'danger' as const) },
      { requiredKeys: ['kind', 'label', 'invoke'] },
    ),
    fc.record({ kind: fc.constant('open' as const), label, url }),
  );
}

function blocksOf(text: fc.Arbitrary<string>): fc.Arbitrary<Block> {
  const line = linesOf(text);
  const item: fc.Arbitrary<Item> = fc.record({ text: line, button: buttonsOf(text) }, { requiredKeys: ['text'] });
  const choice: fc.Arbitrary<MenuChoice> = fc.record({ label: text, detail: text, invoke: invocation }, { requiredKeys: ['label', 'invoke'] });
  return fc.oneof(
    fc.record({ kind: fc.constantFrom('paragraph' as const, 'note' as const), text: line }),
    fc.record({ kind: fc.constantFrom('heading' as const, 'quote' as const), text }),
    fc.record({ kind: fc.constant('facts' as const), facts: many(fc.record({ label: text, value: line }), 15) }),
    fc.record({ kind: fc.constant('list' as const), items: many(item, 40) }),
    fc.record({ kind: fc.constant('data' as const), readable: text, data: fc.record({ said: many(text, 5) }) }),
    fc.record({ kind: fc.constant('drawing' as const), text, alternative: text }),
    fc.record({ kind: fc.constant('menu' as const), label: text, choices: many(choice, 120) }),
  );
}

function cardsOf(text: fc.Arbitrary<string>): fc.Arbitrary<Card> {
  const [block, button] = [blocksOf(text), buttonsOf(text)];
  return fc.record({
    kind: fc.constant('card' as const),
    language,
    title: text,
    tone: fc.constantFrom('plain' as const, 'good' as const, 'warning' as const, 'problem' as const),
    blocks: fc.oneof(many(block, 6), many(block, 60)),
    buttons: fc.oneof(many(button, 5), many(button, 60)),
    audience: fc.constantFrom('asker' as const, 'place' as const),
  });
}

/** Any card: of long texts and of many short ones, since each alone hides some of the limits; hostile either way, and mostly over every limit. */
export const anyCard: fc.Arbitrary<Card> = fc.oneof(cardsOf(hostileText), cardsOf(fc.constantFrom('', 'm3 text', '*', 'Show', '\n- a.b')));

const common = { label: hostileText, hint: hostileText, required: fc.boolean(), value: hostileText };
const limit = fc.constantFrom(1, 150, 2_000, 9_000);
const choices = fc
  .array(hostileText, { minLength: 1, maxLength: 40, size: 'max' })
  .map((labels) => labels.map((label, index) => ({ label, value: `value-${index}` })));

const input = fc.oneof(
  fc.record({ ...common, kind: fc.constantFrom('line' as const, 'text' as const), limit }, { requiredKeys: ['kind', 'label', 'required', 'limit'] }),
  fc.record({ ...common, kind: fc.constant('choice' as const), choices }, { requiredKeys: ['kind', 'label', 'required', 'choices'] }),
  fc.record(
    { ...common, kind: fc.constant('person' as const), value: fc.constantFrom('discord:789', 'slack:T1:U2', '') },
    { requiredKeys: ['kind', 'label', 'required'] },
  ),
);

const fields: fc.Arbitrary<Field[]> = fc
  .array(input, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((one, index) => ({ ...one, name: `field-${index}` })));

/** Any form, its words over every limit; the names of its fields and the values of its choices are the program's own. */
export const anyForm: fc.Arbitrary<Form> = fc.record(
  { kind: fc.constant('form' as const), language, title: hostileText, submit: hostileText, invoke: invocation, note: hostileText, fields },
  { requiredKeys: ['kind', 'language', 'title', 'submit', 'invoke', 'fields'] },
);
