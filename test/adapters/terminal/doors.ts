import { z } from 'zod';
import type { Doors } from '../../../src/chat/adapter.ts';
import type { Answer, Refusal } from '../../../src/chat/answer.ts';
import type { Block, Card } from '../../../src/chat/card.ts';
import { type Command, formCommand, readActor, replyCommand } from '../../../src/chat/command.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { readLine } from '../../../src/chat/line.ts';
import { asOfOption, dateOption, hiddenNumber, milestoneOption, textOption, wordOption } from '../../../src/chat/option.ts';
import { sayProblem, wordsFor } from '../../../src/text/words.ts';

export function card(title: string, blocks: readonly Block[] = [], more: Partial<Card> = {}): Card {
  return { kind: 'card', language: 'en', title, tone: 'plain', blocks, buttons: [], audience: 'asker', ...more };
}

export function refusal(problem: Refusal['problem'], fields: Refusal['fields'] = {}): Refusal {
  const said = sayProblem(wordsFor('en'), problem);
  return { kind: 'refusal', problem, fields, card: card('That did not work', [{ kind: 'paragraph', text: [said] }], { tone: 'problem' }) };
}

export const addForm: Form = {
  kind: 'form',
  language: 'en',
  title: 'Add a milestone',
  submit: 'Add',
  invoke: { command: 'milestone add', options: {} },
  note: 'Everybody who can call the bot can read it.',
  fields: [
    { kind: 'line', name: 'when', label: 'When', hint: 'A day, a month, a quarter', required: true, limit: 20, value: 'June 2022' },
    { kind: 'text', name: 'text', label: 'What happens', required: true, limit: 100 },
    {
      kind: 'choice',
      name: 'help',
      label: 'Kind of help',
      required: false,
      choices: [
        { label: 'Lead', value: 'lead' },
        { label: 'Write', value: 'write' },
      ],
    },
  ],
};

const declared = { read: readActor, run: () => card('') };
const formed = { read: readActor, opens: () => 'form' as const, form: () => addForm, submit: async () => card('') };

/** Enough commands for lines to be read; what they answer is the test's own. */
const commands: readonly Command[] = [
  replyCommand({ ...declared, name: 'home', options: z.object({}) }),
  replyCommand({ ...declared, name: 'help', options: z.object({ question: textOption(300) }) }),
  replyCommand({ ...declared, name: 'next-milestone', options: z.object({ 'as-of': asOfOption() }) }),
  replyCommand({ ...declared, name: 'timeline', options: z.object({ period: dateOption(), 'as-of': asOfOption(), skip: hiddenNumber() }) }),
  replyCommand({ ...declared, name: 'milestone show', options: z.object({ milestone: milestoneOption() }) }),
  replyCommand({ ...declared, name: 'me language', options: z.object({ language: wordOption() }) }),
  formCommand({ ...formed, name: 'milestone add', options: z.object({ when: wordOption(), text: textOption(300) }) }),
];

export const read: Doors['readSpelled'] = (line) => readLine(commands, line, 'spelled');

/** Milestones are found by their ids and their text: one holds the word report, all the word plan. */
function found(typed: string): readonly string[] {
  const ids = ['m1', 'm2', 'm12'];
  if (typed === 'report') return ids.slice(0, 1);
  return typed === 'plan' ? ids : ids.filter((id) => id.startsWith(typed));
}

/** The doors of a house that answers as the test says; what came through them is kept in `seen`. */
export function doorsOf(answer: (interaction: Interaction) => Answer | Promise<Answer>): Doors & { readonly seen: Interaction[] } {
  const seen: Interaction[] = [];
  return {
    seen,
    left: async () => undefined,
    handle: async (interaction) => {
      seen.push(interaction);
      return answer(interaction);
    },
    suggest: async (_, option, typed) => (option === 'milestone' ? found(typed).map((id) => ({ label: `${id} The plan`, value: id })) : []),
    opens: ({ command }) => (command === 'milestone add' ? 'form' : 'card'),
    read,
    readSpelled: read,
  };
}
