import { expect, test } from 'vitest';
import { decodeSubmission } from '../../../src/adapters/slack/decode.ts';
import { renderForm } from '../../../src/adapters/slack/render-form.ts';
import { form } from './house.ts';
import { submissionPayload } from './payloads.ts';

test('a form becomes a modal whose fields stand as they were filled', () => {
  expect(renderForm(form, 'T000000001')).toMatchInlineSnapshot(`
    {
      "blocks": [
        {
          "elements": [
            {
              "emoji": false,
              "text": "Public: everybody who can call the bot can read it",
              "type": "plain_text",
            },
          ],
          "type": "context",
        },
        {
          "block_id": "outcome",
          "element": {
            "action_id": "answer",
            "initial_value": "A <draft> & more",
            "max_length": 2000,
            "multiline": true,
            "type": "plain_text_input",
          },
          "hint": {
            "emoji": false,
            "text": "One or two sentences",
            "type": "plain_text",
          },
          "label": {
            "emoji": false,
            "text": "What came of it",
            "type": "plain_text",
          },
          "optional": false,
          "type": "input",
        },
        {
          "block_id": "dated",
          "element": {
            "action_id": "answer",
            "max_length": 150,
            "multiline": false,
            "type": "plain_text_input",
          },
          "label": {
            "emoji": false,
            "text": "On which day",
            "type": "plain_text",
          },
          "optional": true,
          "type": "input",
        },
        {
          "block_id": "kind",
          "element": {
            "action_id": "answer",
            "initial_option": {
              "text": {
                "emoji": false,
                "text": "Write",
                "type": "plain_text",
              },
              "value": "~write",
            },
            "options": [
              {
                "text": {
                  "emoji": false,
                  "text": "Lead",
                  "type": "plain_text",
                },
                "value": "~lead",
              },
              {
                "text": {
                  "emoji": false,
                  "text": "Write",
                  "type": "plain_text",
                },
                "value": "~write",
              },
            ],
            "placeholder": {
              "emoji": false,
              "text": "Choose",
              "type": "plain_text",
            },
            "type": "static_select",
          },
          "label": {
            "emoji": false,
            "text": "Kind",
            "type": "plain_text",
          },
          "optional": true,
          "type": "input",
        },
        {
          "block_id": "who",
          "element": {
            "action_id": "answer",
            "initial_user": "U000000001",
            "placeholder": {
              "emoji": false,
              "text": "Choose",
              "type": "plain_text",
            },
            "type": "users_select",
          },
          "label": {
            "emoji": false,
            "text": "Who",
            "type": "plain_text",
          },
          "optional": true,
          "type": "input",
        },
      ],
      "callback_id": "form",
      "close": {
        "emoji": false,
        "text": "Close",
        "type": "plain_text",
      },
      "private_metadata": "1|milestone done|milestone=m3|revision=2",
      "submit": {
        "emoji": false,
        "text": "Record",
        "type": "plain_text",
      },
      "title": {
        "emoji": false,
        "text": "Record an outcome m3",
        "type": "plain_text",
      },
      "type": "modal",
    }
  `);
});

test('what a form is filled with comes back as it was', () => {
  const view = renderForm(form, 'T000000001');
  const values = Object.fromEntries(
    view.blocks.flatMap((block) => {
      if (block.type !== 'input' || !('element' in block) || block.block_id === undefined) return [];
      const { element } = block;
      const { type } = element;
      const initial = {
        value: 'initial_value' in element ? element.initial_value : null,
        selected_option: 'initial_option' in element ? element.initial_option : null,
        selected_user: 'initial_user' in element ? element.initial_user : null,
      };
      return [[block.block_id, { [element.action_id ?? '']: { type, ...initial } }]];
    }),
  );
  const submission = decodeSubmission(submissionPayload(view.private_metadata ?? '', values));
  expect(submission?.interaction).toMatchObject({
    invoke: form.invoke,
    fields: { outcome: 'A <draft> & more', dated: '', kind: 'write', who: 'slack:T000000001:U000000001' },
  });
  expect(submission?.inputs).toEqual(['outcome', 'dated', 'kind', 'who']);
});

test('somebody of another workspace cannot be preselected', () => {
  const { blocks } = renderForm({ ...form, fields: [{ kind: 'person', name: 'who', label: 'Who', required: true, value: 'slack:T2:U2' }] }, 'T1');
  expect(blocks.at(-1)).toMatchObject({ element: { type: 'users_select' } });
  expect(JSON.stringify(blocks)).not.toContain('initial_user');
});

test('a choice without choices is typed', () => {
  const { blocks } = renderForm({ ...form, fields: [{ kind: 'choice', name: 'kind', label: 'Kind', required: true, choices: [] }] }, 'T1');
  expect(blocks.at(-1)).toMatchObject({ element: { type: 'plain_text_input' } });
});

test('choices that Slack would refuse are left out: twice the same value, or too long a one', () => {
  const choices = [
    { label: 'One', value: 'same' },
    { label: 'Two', value: 'same' },
    { label: 'Three', value: 'x'.repeat(80) },
  ];
  const { blocks } = renderForm({ ...form, fields: [{ kind: 'choice', name: 'kind', label: 'Kind', required: true, choices }] }, 'T1');
  expect(blocks.at(-1)).toMatchObject({ element: { options: [{ text: { text: 'One' }, value: '~same' }] } });
});
