import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asEdit, asNew, messageOf } from '../../../src/adapters/discord/message.ts';
import { renderCard } from '../../../src/adapters/discord/render.ts';
import type { Block, Line } from '../../../src/chat/card.ts';
import { anyCard, hostileText } from '../../support/cards.ts';
import { faultsOfMessage } from './checks.ts';
import { plainCard } from './payloads.ts';

/** All that is written on a card, but for its buttons and menus. */
function written(blocks: readonly Block[], title = 'T'): string {
  const { components } = renderCard(plainCard(title, blocks)).container;
  return components.flatMap((one) => ('content' in one ? [one.content] : 'accessory' in one ? one.components.map(({ content }) => content) : [])).join('\n');
}

const paragraph = (...text: Line): Block => ({ kind: 'paragraph', text });

test('Discord would take any card, however long and hostile', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const message = messageOf(card);
      expect([...faultsOfMessage(asNew(message, card.audience)), ...faultsOfMessage(asEdit(message))]).toEqual([]);
    }),
    { numRuns: 150, endOnFailure: true },
  );
});

test('a card says when something of it is missing, and only then', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const { container, whole } = renderCard(card);
      const says = /more (is|are) not shown|\(shortened\)/.test(JSON.stringify(container));
      const drawn = card.blocks.every(({ kind }) => kind !== 'drawing');
      if (card.language === 'en' && drawn && !whole) expect(says).toBe(true);
      if (whole) expect(JSON.stringify(container)).not.toMatch(/-# \d+ more (is|are) not shown/);
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

/** Everything that Discord could read as markup stands behind a backslash. */
const escaped = /^(?:\\[\\`*_~|>#\-+=[\]()<@:.]|[^\\`*_~|>#\-+=[\]()<@:.]|(?<!\d)\.)*$/;

test('typed text is data wherever it stands', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const marks: readonly (readonly [Block, RegExp])[] = [
        [paragraph(text), /^/],
        [{ kind: 'note', text: [text] }, /^-# /],
        [{ kind: 'heading', text }, /^### /],
        [{ kind: 'list', items: [{ text: [text] }] }, /^- /],
        [{ kind: 'facts', facts: [{ label: 'Said', value: [text] }] }, /^\*\*Said:\*\* /],
      ];
      for (const [block, mark] of marks) {
        const [, ...rest] = written([block])
          .replace(/ … \(shortened\)$/, '')
          .split('\n');
        const body = rest.join('\n').replace(mark, '');
        expect(body).toMatch(escaped);
        if (block.kind !== 'paragraph') expect(body).not.toContain('\n');
      }
    }),
    { numRuns: 400, endOnFailure: true },
  );
});

test('a quotation stays a quotation on each of its lines', () => {
  expect(written([{ kind: 'quote', text: 'one\n\n# two\r\n> three' }])).toBe('## T\n> one\n> \n> \\# two\n> \\> three');
});

test('nothing typed ends a drawing', () => {
  expect(written([{ kind: 'drawing', text: 'a ```\n@everyone\n``` b', alternative: 'a *mark* each' }])).toBe('## T\n```\na ˋˋˋ\n@everyone\nˋˋˋ b\n```');
});

test('a drawing without room for all of it gives its place to the words that say the same', () => {
  const { container, whole } = renderCard(plainCard('T', [{ kind: 'drawing', text: 'x'.repeat(4_000), alternative: 'said' }]));
  expect([container.components, whole]).toEqual([[{ type: 10, content: '## T\n-# said' }], true]);
});

const inlines: readonly (readonly [name: string, line: Line, shown: string])[] = [
  ['bold words', ['a ', { kind: 'bold', text: ' b*c ' }], 'a **b\\*c**'],
  ['bold nothing', ['a', { kind: 'bold', text: ' ' }], 'a'],
  ['something to type', [{ kind: 'code', text: '/is3c help `x`\n' }], '`/is3c help ˋxˋ`'],
  ['a link', [{ kind: 'link', text: 'its [page](x)', url: 'https://example.org/a(b)' }], '[its pagex](https://example.org/a%28b%29)'],
  ['a link to no https address', [{ kind: 'link', text: 'here', url: 'javascript:alert(1)' }], 'here'],
  ['a person of this platform', [{ kind: 'mention', account: 'discord:789' }], '<@789>'],
  ['a person of another', [{ kind: 'mention', account: 'slack:T1:U2' }], 'somebody on Slack'],
  ['a person with an account here', [{ kind: 'mention', account: 'slack:T1:U2', others: ['discord:789'] }], '<@789>'],
  ['a forged account', [{ kind: 'mention', account: 'discord:1> @everyone' }], 'a member'],
  ['an instant', [{ kind: 'time', at: new Date('2022-03-15T12:00:00.9Z') }], '<t:1647345600:f>'],
  ['a number that would begin a list', ['1', '. x'], '1\\. x'],
  ['an address', ['see https://x.example/a_b'], 'see https\\://x.example/a\\_b'],
];

test.each(inlines)('%s', (_, line, shown) => {
  expect(written([paragraph(...line)])).toBe(`## T\n${shown}`);
});

test('a text is cut between characters as people see them', () => {
  const family = '👩‍👩‍👧‍👧';
  const body = written([paragraph(family.repeat(500))]);
  expect(body).toMatch(/ … \(shortened\)$/);
  expect(body.replace('## T\n', '').replace(' … (shortened)', '').replaceAll(family, '')).toBe('');
});

const show = (id: string) => ({ kind: 'act', label: 'Show', invoke: { command: 'milestone show', options: { milestone: id } } }) as const;
const milestones = (count: number) => Array.from({ length: count }, (_, index) => ({ text: [`m${index} text`], button: show(`m${index}`) }));

test('one word without end is cut, and is not left out', () => {
  const { container, whole } = renderCard(plainCard('T', [paragraph('x'.repeat(5_000))]));
  expect([JSON.stringify(container.components[0]).length > 3_900, whole]).toEqual([true, false]);
});

test('a button that carries more than Discord can hold is left out, and said to be', () => {
  const carrying = (length: number) => ({ kind: 'act', label: 'Go', invoke: { command: 'x'.repeat(length - 2), options: {} } }) as const;
  expect(renderCard(plainCard('T', [], [carrying(100)])).container.components.at(-1)).toMatchObject({ components: [{ custom_id: `1|${'x'.repeat(98)}` }] });
  expect(renderCard(plainCard('T', [], [carrying(101)])).container.components.at(-1)).toEqual({ type: 10, content: '-# 1 more is not shown' });
});

test('a short list has its buttons beside its items', () => {
  const { container } = renderCard(plainCard('T', [{ kind: 'list', items: milestones(3) }]));
  expect(container.components.map(({ type }) => type)).toEqual([10, 9, 9, 9]);
});

test('the buttons of a long list become one menu, and no item loses its own', () => {
  const { container, whole } = renderCard(plainCard('T', [{ kind: 'list', items: milestones(25) }], [show('m99')]));
  const [, menu] = container.components;
  expect(container.components.map(({ type }) => type)).toEqual([10, 1, 1]);
  expect(whole).toBe(true);
  expect(menu).toMatchObject({
    components: [
      { type: 3, placeholder: 'Choose', options: { length: 25, 24: { label: 'm24 text', description: 'Show', value: '1|milestone show|milestone=m24' } } },
    ],
  });
});

test('several lists share the room', () => {
  const lists = [5, 5, 5, 5].map((count): Block => ({ kind: 'list', items: milestones(count) }));
  const distinct = lists.map(
    (list, at): Block => (list.kind === 'list' ? { ...list, items: list.items.map(({ text }, index) => ({ text, button: show(`m${at}${index}`) })) } : list),
  );
  const message = messageOf(plainCard('T', distinct));
  expect(faultsOfMessage(asNew(message, 'asker'))).toEqual([]);
  expect(JSON.stringify(message).match(/1\|milestone show/g)).toHaveLength(20);
});

test('title and buttons are there, whatever else has no room', () => {
  const long = Array.from({ length: 80 }, () => paragraph('word '.repeat(200)));
  const { container } = renderCard(plainCard('The title', long, [show('m1'), { kind: 'open', label: 'Page', url: 'http://localhost:3000/' }]));
  expect(container.components.at(0)).toMatchObject({ content: expect.stringContaining('## The title') });
  expect(container.components.at(-2)).toMatchObject({ content: '-# 76 more are not shown' });
  expect(container.components.at(-1)).toMatchObject({ components: [{ custom_id: '1|milestone show|milestone=m1' }, { url: 'http://localhost:3000/' }] });
});

test('the same button twice is there once, since Discord refuses a second one', () => {
  const { container } = renderCard(plainCard('T', [], [show('m1'), show('m1')]));
  expect(container.components.at(-1)).toMatchObject({ components: { length: 1 } });
});

test('data stand beside the card as two files, one to read and one for programs', () => {
  const message = messageOf({ ...plainCard('Your data'), blocks: [{ kind: 'data', readable: 'group: wg1', data: { group: 'wg1' } }] });
  expect(message.files).toEqual([
    { name: 'data.txt', text: 'group: wg1' },
    { name: 'data.json', text: '{\n  "group": "wg1"\n}' },
  ]);
  expect(JSON.stringify(message.components)).toContain('attachment://data.txt"}},{"type":13,"file":{"url":"attachment://data.json');
});
