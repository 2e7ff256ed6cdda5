import { randomUUID } from 'node:crypto';
import type { Doors, Log } from '../../chat/adapter.ts';
import type { Answer, Refusal } from '../../chat/answer.ts';
import type { Card } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import type { Fields } from '../../chat/interaction.ts';
import type { Invocation } from '../../chat/invocation.ts';
import { sayProblem, type Words, wordsFor } from '../../text/words.ts';
import { type Asker, askAgain, askForm } from './ask-form.ts';
import { decodeLine, interactionOf, type Reader, withoutSlash } from './decode.ts';
import type { Keyboard, Typed } from './keyboard.ts';
import { menuChoices, renderCard } from './render.ts';

/** A conversation at the prompt. */
export type Talk = {
  readonly doors: Doors;
  readonly keyboard: Keyboard;
  readonly reader: Reader;
  /** How wide the terminal is now. */
  readonly columns: () => number;
  readonly colours: boolean;
  readonly log: Log;
  /** In the language of the last answer, since only the store knows a member's own. */
  words: Words;
  /** What the numbers of the last answer's menus stand for. */
  choices: readonly Invocation[];
};

const question = 'is3c> ';

/** Answers line after line until the person leaves. */
export async function converse(talk: Talk): Promise<void> {
  let interrupted = false;
  for (;;) {
    const typed = await talk.keyboard.ask(question, { command: true });
    if (leaves(typed, interrupted)) return;
    interrupted = typed.kind === 'interrupt';
    if (typed.kind === 'line') await follow(typed.text.trim(), talk);
    else say(talk.words.surface.leaveHint, talk);
  }
}

function leaves(typed: Typed, interrupted: boolean): boolean {
  if (typed.kind === 'line') return /^\s*(exit|quit)\s*$/i.test(withoutSlash(typed.text));
  return typed.kind === 'end' || interrupted;
}

function say(text: string, { keyboard }: Talk): void {
  keyboard.print(`${text}\n`);
}

async function follow(line: string, talk: Talk): Promise<void> {
  if (line === '') return;
  const chosen = /^\d{1,3}$/.test(line) ? talk.choices[Number(line) - 1] : undefined;
  const interaction = interactionOf(talk.reader, chosen ?? decodeLine(line, talk.doors.readSpelled));
  try {
    await show(await talk.doors.handle(interaction), talk);
  } catch (error) {
    talk.log.error({ interaction: interaction.id, error }, 'an answer could not be shown');
    say(sayProblem(talk.words, { code: 'unexpected', params: { reference: interaction.id } }), talk);
  }
}

async function show(answer: Answer, talk: Talk): Promise<void> {
  if (answer.kind === 'form') return fill(answer, talk);
  const card = answer.kind === 'card' ? answer : answer.card;
  talk.words = wordsFor(card.language);
  talk.choices = [];
  printCard(card, talk);
}

/** Shows a card. The numbers of its menus stand for what it says; without one, those on the screen still hold. */
export function printCard(card: Card, talk: Talk): void {
  const choices = menuChoices(card).map(({ invoke }) => invoke);
  if (choices.length > 0) talk.choices = choices;
  say(renderCard(card, { columns: talk.columns(), colours: talk.colours, zone: talk.reader.zone, read: talk.doors.readSpelled }), talk);
}

/** Has a form filled in and sent until it is accepted, refused for good or left. However often it is sent, its key is the same. */
async function fill(form: Form, talk: Talk): Promise<void> {
  talk.words = wordsFor(form.language);
  const asker = askerOf(talk);
  const formKey = randomUUID();
  let fields = await askForm(form, asker);
  while (fields !== undefined) {
    const answer = await talk.doors.handle({ ...interactionOf(talk.reader, form.invoke), fields, formKey });
    if (answer.kind !== 'refusal') return show(answer, talk);
    const next = await correct(answer, form, fields, talk, asker);
    if (next === 'over') return;
    fields = next;
  }
  say(talk.words.surface.formLeft, talk);
}

/** The bot failed, so the same fields may be accepted later. */
const passing: readonly Refusal['problem']['code'][] = ['unavailable', 'unexpected', 'slow-just-now', 'not-confirmed', 'may-be-done'];

/** What to send after a refusal: undefined when the person leaves the form, `over` when there is nothing to send. */
async function correct(refusal: Refusal, form: Form, fields: Fields, talk: Talk, asker: Asker): Promise<Fields | undefined | 'over'> {
  if (form.fields.some(({ name }) => Object.hasOwn(refusal.fields, name))) return askAgain(form, fields, refusal.fields, asker);
  await show(refusal, talk);
  if (!passing.includes(refusal.problem.code)) return 'over';
  // Whoever leaves here is not told that nothing was changed: that may not be known.
  return (await asker.ask(`${talk.words.surface.sendAgain} `)) === undefined ? 'over' : fields;
}

function askerOf({ keyboard, columns, colours }: Talk): Asker {
  return {
    columns: columns(),
    colours,
    say: (text) => keyboard.print(`${text}\n`),
    ask: async (asked, put) => {
      const typed = await keyboard.ask(asked, { command: false, ...(put !== undefined && { put }) });
      return typed.kind === 'line' ? typed.text : undefined;
    },
  };
}
