import type { Doors, Log } from '../../../src/chat/adapter.ts';
import type { Answer, Refusal } from '../../../src/chat/answer.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { refuse } from '../../../src/chat/refuse.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { wordsFor } from '../../../src/text/words.ts';

type Line = { readonly level: 'info' | 'warn' | 'error'; readonly facts: object; readonly said: string };

/** A log that a test can read. */
export function createLog(): Log & { readonly lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: Line['level']) => (facts: object, said: string) => void lines.push({ level, facts, said });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** The doors of a house that answers as the test says; what came through them is kept. */
export function createDoors(handle: (interaction: Interaction) => Answer | Promise<Answer>): Doors & { readonly seen: Interaction[]; readonly gone: string[] } {
  const seen: Interaction[] = [];
  const gone: string[] = [];
  return {
    seen,
    gone,
    left: async (space) => void gone.push(space),
    handle: async (interaction) => {
      seen.push(interaction);
      return handle(interaction);
    },
    suggest: async () => [],
    read: (line) => ({ command: line === '' ? 'home' : line, options: {} }),
    readSpelled: () => ({ command: 'home', options: {} }),
    opens: () => 'card',
  };
}

export function card(title: string, more: Partial<Card> = {}): Card {
  return { kind: 'card', language: 'en', title, tone: 'plain', blocks: [], buttons: [], audience: 'asker', ...more };
}

export function refusal(problem: Problem, field?: string): Refusal {
  return refuse(problem, wordsFor('en'), { command: 'x', options: {} }, field);
}

export const form: Form = {
  kind: 'form',
  language: 'en',
  title: 'Record an outcome m3',
  submit: 'Record',
  invoke: { command: 'milestone done', options: { milestone: 'm3', revision: '2' } },
  note: 'Public: everybody who can call the bot can read it',
  fields: [
    { kind: 'text', name: 'outcome', label: 'What came of it', hint: 'One or two sentences', required: true, limit: 2000, value: 'A <draft> & more' },
    { kind: 'line', name: 'dated', label: 'On which day', required: false, limit: 150 },
    {
      kind: 'choice',
      name: 'kind',
      label: 'Kind',
      required: false,
      choices: [
        { label: 'Lead', value: 'lead' },
        { label: 'Write', value: 'write' },
      ],
      value: 'write',
    },
    { kind: 'person', name: 'who', label: 'Who', required: false, value: 'slack:T000000001:U000000001' },
  ],
};
