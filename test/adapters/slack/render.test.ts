import { expect, test } from 'vitest';
import { renderCard } from '../../../src/adapters/slack/render.ts';
import { type Reader, readerOf } from '../../../src/adapters/slack/render-line.ts';
import { renderHome, renderModal } from '../../../src/adapters/slack/render-view.ts';
import type { Card, Line } from '../../../src/chat/card.ts';

const names: Reader['nameOf'] = (account) => (account === 'slack:T1:U1' ? 'Amina' : undefined);

function card(more: Partial<Card>): Card {
  return { kind: 'card', language: 'en', title: 'What comes next', tone: 'plain', blocks: [], buttons: [], audience: 'asker', ...more };
}

const render = (given: Card) => renderCard(given, readerOf(given, 'T1', names));

const everything: Card = card({
  tone: 'good',
  blocks: [
    { kind: 'paragraph', text: ['Under way: ', { kind: 'bold', text: 'm4' }, ' since ', { kind: 'time', at: new Date('2022-02-01T09:30:00Z') }, '.'] },
    { kind: 'heading', text: 'Next' },
    {
      kind: 'facts',
      facts: [
        { label: 'Planned', value: ['June 2022'] },
        { label: 'By', value: [{ kind: 'mention', account: 'slack:T1:U1' }, ' and ', { kind: 'mention', account: 'discord:789' }] },
      ],
    },
    { kind: 'list', items: [{ text: ['first'] }, { text: [{ kind: 'link', text: 'the plan', url: 'https://example.org/plan' }] }] },
    { kind: 'quote', text: 'Word for word <!channel>' },
    { kind: 'drawing', text: '●──●', alternative: 'Two milestones.' },
    { kind: 'menu', label: 'Which?', choices: [{ label: 'm1', detail: 'November 2021', invoke: { command: 'milestone show', options: { milestone: 'm1' } } }] },
    { kind: 'note', text: ['small & <b>'] },
  ],
  buttons: [
    { kind: 'act', label: 'Timeline', invoke: { command: 'timeline', options: {} }, style: 'primary' },
    { kind: 'open', label: 'Page', url: 'https://example.org/' },
  ],
});

test('every kind of block becomes the block of Slack that shows it as data', () => {
  expect(render(everything).blocks).toMatchInlineSnapshot(`
    [
      {
        "text": {
          "emoji": false,
          "text": "✅ What comes next",
          "type": "plain_text",
        },
        "type": "header",
      },
      {
        "elements": [
          {
            "elements": [
              {
                "text": "Under way: ",
                "type": "text",
              },
              {
                "style": {
                  "bold": true,
                },
                "text": "m4",
                "type": "text",
              },
              {
                "text": " since ",
                "type": "text",
              },
              {
                "fallback": "1 February 2022 at 09:30 UTC",
                "format": "{date_short} {time}",
                "timestamp": 1643707800,
                "type": "date",
              },
              {
                "text": ".",
                "type": "text",
              },
            ],
            "type": "rich_text_section",
          },
        ],
        "type": "rich_text",
      },
      {
        "elements": [
          {
            "elements": [
              {
                "style": {
                  "bold": true,
                },
                "text": "Next",
                "type": "text",
              },
            ],
            "type": "rich_text_section",
          },
        ],
        "type": "rich_text",
      },
      {
        "elements": [
          {
            "elements": [
              {
                "style": {
                  "bold": true,
                },
                "text": "Planned:",
                "type": "text",
              },
              {
                "text": " ",
                "type": "text",
              },
              {
                "text": "June 2022",
                "type": "text",
              },
              {
                "text": "
    ",
                "type": "text",
              },
              {
                "style": {
                  "bold": true,
                },
                "text": "By:",
                "type": "text",
              },
              {
                "text": " ",
                "type": "text",
              },
              {
                "type": "user",
                "user_id": "U1",
              },
              {
                "text": " and ",
                "type": "text",
              },
              {
                "text": "somebody on Discord",
                "type": "text",
              },
            ],
            "type": "rich_text_section",
          },
        ],
        "type": "rich_text",
      },
      {
        "elements": [
          {
            "elements": [
              {
                "elements": [
                  {
                    "text": "first",
                    "type": "text",
                  },
                ],
                "type": "rich_text_section",
              },
              {
                "elements": [
                  {
                    "text": "the plan",
                    "type": "link",
                    "url": "https://example.org/plan",
                  },
                ],
                "type": "rich_text_section",
              },
            ],
            "style": "bullet",
            "type": "rich_text_list",
          },
        ],
        "type": "rich_text",
      },
      {
        "elements": [
          {
            "elements": [
              {
                "text": "Word for word <!channel>",
                "type": "text",
              },
            ],
            "type": "rich_text_quote",
          },
        ],
        "type": "rich_text",
      },
      {
        "elements": [
          {
            "elements": [
              {
                "text": "●──●",
                "type": "text",
              },
            ],
            "type": "rich_text_preformatted",
          },
        ],
        "type": "rich_text",
      },
      {
        "accessory": {
          "action_id": "menu.6|1|milestone show|milestone=m1",
          "options": [
            {
              "description": {
                "emoji": false,
                "text": "November 2021",
                "type": "plain_text",
              },
              "text": {
                "emoji": false,
                "text": "m1",
                "type": "plain_text",
              },
              "value": "~",
            },
          ],
          "placeholder": {
            "emoji": false,
            "text": "Choose",
            "type": "plain_text",
          },
          "type": "static_select",
        },
        "text": {
          "emoji": false,
          "text": "Which?",
          "type": "plain_text",
        },
        "type": "section",
      },
      {
        "elements": [
          {
            "emoji": false,
            "text": "small & <b>",
            "type": "plain_text",
          },
        ],
        "type": "context",
      },
      {
        "elements": [
          {
            "action_id": "act.card.0",
            "style": "primary",
            "text": {
              "emoji": false,
              "text": "Timeline",
              "type": "plain_text",
            },
            "type": "button",
            "value": "1|timeline",
          },
          {
            "action_id": "open.card.1",
            "text": {
              "emoji": false,
              "text": "Page",
              "type": "plain_text",
            },
            "type": "button",
            "url": "https://example.org/",
          },
        ],
        "type": "actions",
      },
    ]
  `);
});

test('the plain text says all that the blocks say, escaped', () => {
  expect(render(everything).text).toMatchInlineSnapshot(`
    "What comes next
    Under way: m4 since 1 February 2022 at 09:30 UTC.
    Next
    Planned: June 2022
    By: Amina and somebody on Discord
    • first
    • the plan (https://example.org/plan)
    “Word for word &lt;!channel&gt;”
    Two milestones.
    Which?
    • m1
    small &amp; &lt;b&gt;"
  `);
});

test('a button stands beside its item, or below it where the item holds more than text', () => {
  const button = { kind: 'act', label: 'Show', invoke: { command: 'milestone show', options: { milestone: 'm1' } } } as const;
  const { blocks } = render(
    card({
      title: '',
      blocks: [{ kind: 'list', items: [{ text: ['m1 · now'], button }, { text: [{ kind: 'mention', account: 'slack:T1:U1' }], button }, { text: ['m3'] }] }],
    }),
  );
  expect(blocks).toMatchInlineSnapshot(`
    [
      {
        "accessory": {
          "accessibility_label": "Show: m1 · now",
          "action_id": "act.0.0",
          "text": {
            "emoji": false,
            "text": "Show",
            "type": "plain_text",
          },
          "type": "button",
          "value": "1|milestone show|milestone=m1",
        },
        "text": {
          "emoji": false,
          "text": "• m1 · now",
          "type": "plain_text",
        },
        "type": "section",
      },
      {
        "elements": [
          {
            "elements": [
              {
                "text": "• ",
                "type": "text",
              },
              {
                "type": "user",
                "user_id": "U1",
              },
            ],
            "type": "rich_text_section",
          },
        ],
        "type": "rich_text",
      },
      {
        "elements": [
          {
            "accessibility_label": "Show: Amina",
            "action_id": "act.0.1",
            "text": {
              "emoji": false,
              "text": "Show",
              "type": "plain_text",
            },
            "type": "button",
            "value": "1|milestone show|milestone=m1",
          },
        ],
        "type": "actions",
      },
      {
        "elements": [
          {
            "elements": [
              {
                "text": "• ",
                "type": "text",
              },
              {
                "text": "m3",
                "type": "text",
              },
            ],
            "type": "rich_text_section",
          },
        ],
        "type": "rich_text",
      },
    ]
  `);
});

const mentions = (line: Line, audience: Card['audience'], tenant = 'T1'): unknown => {
  const given = card({ title: '', audience, blocks: [{ kind: 'paragraph', text: line }] });
  return renderCard(given, readerOf(given, tenant, names)).blocks;
};

test('a mention is a person to one reader, and a name to everybody, so that it never pings', () => {
  const line: Line = [{ kind: 'mention', account: 'slack:T1:U1' }];
  expect(JSON.stringify(mentions(line, 'asker'))).toContain('{"type":"user","user_id":"U1"}');
  expect(JSON.stringify(mentions(line, 'place'))).toContain('{"type":"text","text":"Amina"}');
});

test.each([
  ['another workspace', 'slack:T2:U1', 'somebody on Slack'],
  ['another platform', 'discord:789', 'somebody on Discord'],
  ['no account at all', 'slack:T1:<!channel>', 'a member'],
])('somebody of %s is said in words', (_, account, said) => {
  expect(JSON.stringify(mentions([{ kind: 'mention', account }], 'asker'))).toContain(`{"type":"text","text":"${said}"}`);
});

test('whoever has an account here is mentioned by that one, whichever comes first', () => {
  const line: Line = [{ kind: 'mention', account: 'discord:789', others: ['slack:T2:U1', 'slack:T1:U1'] }];
  expect(JSON.stringify(mentions(line, 'asker'))).toContain('{"type":"user","user_id":"U1"}');
  expect(JSON.stringify(mentions(line, 'place'))).toContain('{"type":"text","text":"Amina"}');
});

test('only an https address becomes a link', () => {
  expect(JSON.stringify(mentions([{ kind: 'link', text: 'here', url: 'https://example.org/a b' }], 'asker'))).toContain(
    '{"type":"link","url":"https://example.org/a%20b","text":"here"}',
  );
  expect(JSON.stringify(mentions([{ kind: 'link', text: 'here', url: 'javascript:alert(1)' }], 'asker'))).toContain(
    '{"type":"text","text":"here (javascript:alert(1))"}',
  );
});

test('an instant is shown in the reader’s own zone, with the zone and the year where that cannot be', () => {
  const elements = JSON.stringify(mentions([{ kind: 'time', at: new Date('2022-03-15T12:00:00Z') }], 'asker'));
  expect(elements).toContain('"timestamp":1647345600,"format":"{date_short} {time}","fallback":"15 March 2022 at 12:00 UTC"');
  expect(JSON.stringify(mentions([{ kind: 'time', at: new Date(-1) }], 'asker'))).toContain('31 December 1969 at 23:59 UTC');
});

test('what does not fit is counted, and title and buttons stay', () => {
  const items = Array.from({ length: 400 }, (_, index) => ({ text: [`milestone number ${index}`] }));
  const { blocks, text } = render(
    card({
      blocks: [
        { kind: 'list', items },
        { kind: 'paragraph', text: ['never seen'] },
      ],
      buttons: everything.buttons,
    }),
  );
  expect(blocks[0]).toMatchObject({ type: 'header' });
  expect(blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{ value: '1|timeline' }, { url: 'https://example.org/' }] });
  expect(blocks.at(-2)).toMatchObject({ type: 'context', elements: [{ text: expect.stringMatching(/^… \(\d+ more are not shown\)$/) }] });
  expect(JSON.stringify(blocks)).not.toContain('never seen');
  expect(text).toMatch(/… \(shortened\)$/);
});

test('of more blocks than Slack takes, fifty come with title, buttons and the count of the rest', () => {
  const paragraphs = Array.from({ length: 60 }, (_, index) => ({ kind: 'paragraph', text: [`p${index}`] }) as const);
  const button = { kind: 'act', label: 'Show', invoke: { command: 'milestone show', options: { milestone: 'm1' } } } as const;
  const items = Array.from({ length: 60 }, (_, index) => ({ text: [`i${index}`], button }));
  for (const given of [paragraphs, [{ kind: 'list', items } as const]]) {
    const { blocks } = render(card({ blocks: given, buttons: [button] }));
    expect(blocks).toHaveLength(50);
    expect(blocks.slice(-2)).toMatchObject([{ type: 'context', elements: [{ text: '… (13 more are not shown)' }] }, { type: 'actions' }]);
  }
});

test('a cut never halves a grapheme', () => {
  const family = '👩‍👩‍👧‍👧';
  const { blocks } = render(card({ title: family.repeat(40) }));
  const [header] = blocks;
  const title = header?.type === 'header' ? header.text.text : '';
  expect(title.length).toBeLessThanOrEqual(150);
  expect(title.replaceAll(family, '')).toBe('…');
});

test('a drawing keeps whole lines', () => {
  const { blocks } = render(card({ blocks: [{ kind: 'drawing', text: 'one line of a drawing\n'.repeat(400), alternative: 'x' }] }));
  const drawn = JSON.stringify(blocks[1]);
  expect(drawn).toMatch(/one line of a drawing\\n…"/);
});

test('a view has nowhere to share to, so it has no Share button', () => {
  const share = { kind: 'act', label: 'Share', invoke: { command: 'timeline', options: {}, shared: true } } as const;
  const shown = card({
    title: 'A title of more than twenty-four characters',
    buttons: [share, ...everything.buttons],
    blocks: [{ kind: 'list', items: [{ text: ['x'], button: share }] }],
  });
  const reader = readerOf(shown, 'T1', names);
  for (const view of [renderModal(shown, reader), renderHome(shown, reader)]) expect(JSON.stringify(view)).not.toContain('Share');
  expect(renderModal(shown, reader)).toMatchObject({ title: { text: 'A title of more than…' }, clear_on_close: true, blocks: [{ type: 'header' }, {}, {}] });
  expect(renderModal(card({ title: 'Short' }), reader).blocks).toEqual([]);
});

test.each([
  ['Changes are asked for in p1', 'Changes are asked for…'],
  ['Enregistré\u00a0: cette personne préside', 'Enregistré\u00a0: cette…'],
  ['Recorded for the moment: it', 'Recorded for the moment…'],
  ['Donaudampfschifffahrtsgesellschaft', 'Donaudampfschifffahrtsg…'],
])('the title of a modal ends with a whole word: %s', (title, shown) => {
  expect(renderModal(card({ title }), readerOf(card({}), 'T1', names)).title.text).toBe(shown);
});

test('a menu’s choices share their beginning, so that each fits where Slack allows 75 characters', () => {
  const choices = ['m1', 'm2'].map((milestone) => ({
    label: milestone,
    invoke: { command: 'milestone confirm', options: { when: 'between March and June 2022', note: 'x'.repeat(30), milestone } },
  }));
  const { blocks } = render(card({ title: '', blocks: [{ kind: 'menu', label: 'Which?', choices }] }));
  expect(blocks[0]).toMatchObject({ accessory: { options: [{ value: '~1' }, { value: '~2' }] } });
});
