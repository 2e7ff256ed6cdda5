import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../../src/adapters/discord/decode.ts';
import { renderForm } from '../../../src/adapters/discord/render-form.ts';
import type { Field, Form } from '../../../src/chat/form.ts';
import { anyForm } from '../../support/cards.ts';
import { faultsOfModal } from './checks.ts';
import { changeForm, submit } from './payloads.ts';

const key = '1500000000000000001';

test('Discord would take any form that can be carried, however long and hostile its words', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const modal = renderForm(form, key);
      expect(modal === undefined ? [] : faultsOfModal(modal)).toEqual([]);
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

test('a form that carries more than Discord can hold is none', () => {
  const invoke = { command: 'milestone change', options: { milestone: 'm'.repeat(90) } };
  expect(renderForm({ ...changeForm, invoke }, key)).toBeUndefined();
});

const base = { name: 'f', label: 'F', required: false };
const limit = 10;
const first = (one: Field) => renderForm({ ...changeForm, fields: [one] }, key)?.components.at(-1);

const inputs: readonly (readonly [name: string, field: Field, input: object])[] = [
  [
    'a line',
    { ...base, limit, kind: 'line', value: 'a\nb', required: true },
    { type: 4, custom_id: 'f', style: 1, required: true, max_length: 10, value: 'a b' },
  ],
  ['a text', { ...base, limit, kind: 'text' }, { type: 4, custom_id: 'f', style: 2, required: false, max_length: 10 }],
  ['a text longer than it may be by now', { ...base, limit, kind: 'text', value: 'x'.repeat(50) }, { type: 4, max_length: 50, value: 'x'.repeat(50) }],
  [
    'a choice',
    {
      ...base,
      value: 'b',
      kind: 'choice',
      choices: [
        { label: 'A', value: 'a' },
        { label: 'B', value: 'b' },
      ],
    },
    {
      type: 3,
      custom_id: 'f',
      required: false,
      min_values: 0,
      options: [
        { label: 'A', value: 'a' },
        { label: 'B', value: 'b', default: true },
      ],
    },
  ],
  ['a person', { ...base, kind: 'person', value: 'discord:789' }, { type: 5, required: false, min_values: 0, default_values: [{ id: '789', type: 'user' }] }],
  ['a person of another platform', { ...base, kind: 'person', value: 'slack:T1:U2', required: true }, { type: 5, custom_id: 'f', required: true }],
];

test.each(inputs)('%s becomes its input', (_, one, input) => {
  expect(first(one)).toMatchObject({ type: 18, label: 'F', component: input });
});

test('the note stands above the fields while there is room', () => {
  expect(renderForm(changeForm, key)?.components[0]).toEqual({ type: 10, content: 'Everybody who can call the bot can read it.' });
  const full: Form = { ...changeForm, fields: Array.from({ length: 5 }, (_, index) => ({ ...base, limit, kind: 'line' as const, name: `f${index}` })) };
  expect(renderForm(full, key)?.components.map(({ type }) => type)).toEqual([18, 18, 18, 18, 18]);
});

test('what is submitted unchanged comes back as it was', () => {
  const modal = renderForm(changeForm, key);
  const decoded = decode(submit(modal?.custom_id ?? '', { when: 'January 2022', text: 'A report' }));
  expect(decoded).toMatchObject({ interaction: { invoke: changeForm.invoke, formKey: key, fields: { when: 'January 2022', text: 'A report' } } });
});
