import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainJson } from '../../../src/adapters/terminal/plain.ts';
import { renderCard, type Screen } from '../../../src/adapters/terminal/render.ts';
import { renderForm } from '../../../src/adapters/terminal/render-form.ts';
import { widthOf } from '../../../src/adapters/terminal/wrap.ts';
import type { Block, Card } from '../../../src/chat/card.ts';
import { addForm, card, read } from './doors.ts';
import { hostileCard, hostileForm, hostileLine } from './hostile.ts';

const screen: Screen = { columns: 80, colours: false, zone: 'Europe/Paris', read };
const show = (shown: Card, more: Partial<Screen> = {}): string => renderCard(shown, { ...screen, ...more });

const milestone = card(
  'm3 · January 2022',
  [
    { kind: 'quote', text: 'Report on progress\n\nat the MAG open consultation, with a text that is longer than one line of the terminal' },
    {
      kind: 'facts',
      facts: [
        { label: 'Planned', value: ['January 2022 (source: IS3C work plan)'] },
        {
          label: 'Confirmed',
          value: [
            '23 February 2022 (source: ',
            { kind: 'link', text: 'MAG', url: 'https://www.intgovforum.org/en/content/igf-2022-first-open-consultations-and-mag-meeting' },
            ')',
          ],
        },
      ],
    },
    { kind: 'heading', text: 'What happened to it' },
    {
      kind: 'list',
      items: [{ text: [{ kind: 'time', at: new Date('2022-03-15T12:00:00Z') }, ': confirmed, by ', { kind: 'mention', account: 'terminal:alice' }] }],
    },
    { kind: 'note', text: ['Type ', { kind: 'code', text: '/is3c timeline' }, ' for all of them. ', { kind: 'mention', account: 'slack:T1:U2' }, ' asked.'] },
  ],
  {
    buttons: [
      { kind: 'act', label: 'Confirm a date', invoke: { command: 'milestone show', options: { milestone: 'm3' } } },
      { kind: 'act', label: 'Later', invoke: { command: 'timeline', options: { period: 'March to June 2022', skip: '10' } } },
      { kind: 'act', label: 'Share', invoke: { command: 'timeline', options: {}, shared: true } },
      { kind: 'open', label: 'Read', url: 'https://example.org/a b' },
    ],
  },
);

test('a card is its title, its blocks and what can be typed next', () => {
  expect(show(milestone)).toMatchInlineSnapshot(`
    "m3 · January 2022

      │ Report on progress
      │
      │ at the MAG open consultation, with a text that is longer than one line of
      │ the terminal

      Planned    January 2022 (source: IS3C work plan)
      Confirmed  23 February 2022 (source: MAG
                 <https://www.intgovforum.org/en/content/igf-2022-first-open-consultations-and-mag-meeting>
                 )

      What happened to it

      - 15 March 2022 at 13:00 CET: confirmed, by alice

      Type \`/is3c timeline\` for all of them. somebody on Slack asked.

      /is3c milestone show m3    Confirm a date
      /is3c timeline "March to June 2022" skip:10  Later
      https://example.org/a%20b  Read
    "
  `);
});

test('a narrow terminal gets narrow lines', () => {
  expect(show(milestone, { columns: 40 })).toMatchInlineSnapshot(`
    "m3 · January 2022

      │ Report on progress
      │
      │ at the MAG open consultation, with a
      │ text that is longer than one line of
      │ the terminal

      Planned    January 2022 (source: IS3C
                 work plan)
      Confirmed  23 February 2022 (source:
                 MAG
                 <https://www.intgovforum.org/en/content/igf-2022-first-open-consultations-and-mag-meeting>
                 )

      What happened to it

      - 15 March 2022 at 13:00 CET:
        confirmed, by alice

      Type \`/is3c timeline\` for all of them.
      somebody on Slack asked.

      /is3c milestone show m3  Confirm a
        date
      /is3c timeline "March to June 2022"
        skip:10  Later
      https://example.org/a%20b  Read
    "
  `);
});

test('a menu is numbered through all menus of a card, and says what to type', () => {
  const menu = (label: string, ids: readonly string[]): Block => ({
    kind: 'menu',
    label,
    choices: ids.map((id) => ({ label: `${id} · June 2022`, detail: 'Progress report', invoke: { command: 'milestone show', options: { milestone: id } } })),
  });
  expect(show(card('Which milestone?', [menu('Pick one', ['m1', 'm2']), menu('Or another', ['m3'])]))).toMatchInlineSnapshot(`
    "Which milestone?

      Pick one
      1. m1 · June 2022 · Progress report
         /is3c milestone show m1
      2. m2 · June 2022 · Progress report
         /is3c milestone show m2

      Or another
      3. m3 · June 2022 · Progress report
         /is3c milestone show m3
    "
  `);
});

test('a button whose label is what to type says it once', () => {
  const button = { kind: 'act', label: '/is3c timeline', invoke: { command: 'timeline', options: {} } } as const;
  expect(show(card('x', [], { buttons: [button] }))).toBe('x\n\n  /is3c timeline\n');
});

test('a drawing stands as it was drawn', () => {
  const drawn = '2022  J F M A\n m3     ●   \n  m4      ──';
  expect(show(card('Timeline', [{ kind: 'drawing', text: drawn, alternative: 'm3 in February' }]), { columns: 20 })).toMatchInlineSnapshot(`
    "Timeline

      2022  J F M A
       m3     ●
        m4      ──
    "
  `);
});

test('colours come only when they are asked for, and every one is ended', () => {
  const shown = show(card('Recorded', [{ kind: 'paragraph', text: [{ kind: 'bold', text: 'm3' }, ' is in the plan'] }], { tone: 'good' }), { colours: true });
  expect(shown).toBe('\u001b[1m\u001b[32mRecorded\u001b[39m\u001b[22m\n\n  \u001b[1mm3\u001b[22m is in the plan\n');
});

test('text that people typed moves no cursor, changes no colour and begins no line', () => {
  const typed = 'one\u001b[2Jtwo\u0007\u009b31m three\nis3c> forged\r\u202Eover\u0000';
  expect(
    show(
      card(typed, [
        { kind: 'paragraph', text: [typed] },
        { kind: 'quote', text: typed },
      ]),
    ),
  ).toMatchInlineSnapshot(`
    "one␛[2Jtwo␇�31m three is3c> forged over␀

      one␛[2Jtwo␇�31m three is3c> forged over␀

      │ one␛[2Jtwo␇�31m three
      │ is3c> forged
      │ over␀
    "
  `);
});

test('what is written from right to left is kept together and turns nothing around it', () => {
  expect(show(card('x', [{ kind: 'paragraph', text: ['by ', { kind: 'bold', text: 'مرحبا بالعالم' }, ', 12 March'] }]))).toContain(
    'by \u2068مرحبا بالعالم\u2069, 12 March',
  );
});

test('wide characters are counted as two columns', () => {
  expect(widthOf('漢字')).toBe(4);
  expect(widthOf('👩‍👩‍👧‍👧é🇫🇷')).toBe(5);
  const lines = show(card('x', [{ kind: 'paragraph', text: ['漢'.repeat(30)] }]), { columns: 24 }).split('\n');
  expect(Math.max(...lines.map(widthOf))).toBe(24);
});

test('a link that is no https address is shown as text', () => {
  expect(show(card('x', [{ kind: 'paragraph', text: [{ kind: 'link', text: 'click', url: 'javascript:alert(1)\u001b[0m' }] }]))).toContain(
    'click <javascript:alert(1)␛[0m>',
  );
});

const ownColours = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

/** What of a kind stands in a text, as code points, so that a failure prints no hostile text. */
const found = (kind: RegExp, said: string): string[] => Array.from(said.matchAll(kind), ([one]) => `U+${one.charCodeAt(0).toString(16)}`);

const controls = /[^\P{Cc}\n]/gu;
const turning = /[\u2028\u2029\u202A-\u202E\u2066\u2067]/g;

test('no hostile card gets a control character, a line of its own or a wider line out of the renderer', () => {
  fc.assert(
    fc.property(hostileCard, fc.integer({ min: 1, max: 120 }), fc.boolean(), (hostile, columns, colours) => {
      const shown = show(hostile, { columns, colours });
      const bare = shown.replace(ownColours, '');
      expect(found(controls, bare)).toEqual([]);
      expect(found(turning, bare)).toEqual([]);
      expect(bare.isWellFormed()).toBe(true);
      const [first = '', ...others] = bare.split('\n');
      expect(others.filter((line) => line !== '' && !line.startsWith('  '))).toEqual([]);
      const drawn = hostile.blocks.some(({ kind }) => kind === 'drawing' || kind === 'data');
      const broken = [first, ...others].filter((line) => !line.includes('https://') && !drawn);
      expect(Math.max(0, ...broken.map(widthOf))).toBeLessThanOrEqual(Math.max(20, columns));
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);

test('nothing that a card says is left out', () => {
  const squeeze = (said: string): string => stripVTControlCharacters(said).replace(/[\s\u2068\u2069]/g, '');
  fc.assert(
    fc.property(fc.lorem({ maxCount: 300 }), fc.integer({ min: 1, max: 120 }), (said, columns) => {
      expect(squeeze(show(card('x', [{ kind: 'paragraph', text: [said] }]), { columns }))).toBe(squeeze(`x${said}`));
    }),
    { endOnFailure: true },
  );
});

test('no hostile form gets a control character out of the renderer', () => {
  fc.assert(
    fc.property(hostileForm, (form) => {
      expect(found(controls, renderForm(form, ['is3c', 'x'], { columns: 60, colours: false }))).toEqual([]);
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);

test('JSON for a terminal holds nothing that it could act on, and reads back the same', () => {
  fc.assert(
    fc.property(hostileLine, (said) => {
      const json = plainJson({ said });
      expect([...found(controls, json), ...found(turning, json)]).toEqual([]);
      expect(JSON.parse(json)).toEqual({ said });
    }),
    { endOnFailure: true },
  );
});

test('a form is its fields, what stands in them, and the line that fills it', () => {
  expect(renderForm(addForm, ['npm run -s is3c --', 'milestone', 'add'], { columns: 60, colours: false })).toMatchInlineSnapshot(`
    "Add a milestone
      Everybody who can call the bot can read it.

      when  When
          A day, a month, a quarter
          [June 2022]

      text  What happens

      help  Kind of help (optional)
          1. Lead (lead)
          2. Write (write)

      To fill it in:
      npm run -s is3c -- milestone add --field when=... --field text=... --field help=...
    "
  `);
});
