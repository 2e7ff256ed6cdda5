import { dayIn } from '../core/calendar.ts';
import { type Actor, may } from '../core/member.ts';
import { isProblem, type Problem } from '../core/problem.ts';
import { type ActorFacts, type By, StoreUnavailable } from '../core/store.ts';
import { readInstant } from '../text/dates/read-when.ts';
import { sayDay } from '../text/dates/say-when.ts';
import { typed } from '../text/slash.ts';
import { languageOf, type Words, wordsFor } from '../text/words.ts';
import type { Doors } from './adapter.ts';
import type { Answer } from './answer.ts';
import type { Card } from './card.ts';
import type { Command, Context, Facts, FieldProblem, Options } from './command.ts';
import type { Form } from './form.ts';
import type { House } from './house.ts';
import type { Interaction } from './interaction.ts';
import type { Invocation } from './invocation.ts';
import { readLine } from './line.ts';
import { refuse } from './refuse.ts';
import { suggest } from './suggest.ts';
import { within } from './within.ts';

/** How long each kind of answer may take, in milliseconds: a form's trigger and Discord's token live for three seconds. */
const patience = { form: 1_200, submission: 2_200, card: 10_000 } as const;

/** Opens the two doors of the house. */
export function openDoors(house: House): Doors {
  return {
    handle: (interaction) => answer(house, interaction),
    suggest: (interaction, option, typed) => suggest(house, interaction, option, typed),
    opens: (invocation) => opens(house.commands, invocation),
    read: (line) => readLine(house.commands, line),
  };
}

function find(commands: readonly Command[], name: string): Command | undefined {
  return commands.find((command) => command.name === name || command.aliases?.includes(name) === true);
}

function opens(commands: readonly Command[], { command: name, options }: Invocation): 'form' | 'card' {
  const command = find(commands, name);
  if (command?.kind !== 'form' || options['problem'] !== undefined) return 'card';
  const parsed = command.options.safeParse(options);
  return parsed.success ? command.opens(parsed.data) : 'card';
}

/** Finds the command, parses its options, lets it run, and says what came of it. The only place that catches. */
async function answer(house: House, interaction: Interaction): Promise<Answer> {
  const words = wordsFor(interaction.language ?? languageOf(interaction.locale) ?? 'en');
  try {
    return await attempt(house, interaction, words);
  } catch (error) {
    const reference = house.newReference();
    const { command } = interaction.invoke;
    const code = error instanceof StoreUnavailable ? 'unavailable' : 'unexpected';
    house.log.error({ reference, command, interaction: interaction.id, error }, code);
    return refuse({ code, params: { reference } }, words, interaction.invoke);
  }
}

async function attempt(house: House, interaction: Interaction, words: Words): Promise<Answer> {
  const { invoke } = interaction;
  const command = find(house.commands, invoke.command);
  const wrong = command === undefined || invoke.options['old'] !== undefined ? oldButton : wrongLine(invoke, words);
  if (command === undefined || wrong !== undefined) return refuse(wrong ?? oldButton, words, invoke);
  const unknown = Object.keys(invoke.options).find((name) => !(name in command.options.shape));
  if (unknown !== undefined) return refuse(wrongOption(command, unknown), words, invoke);
  const parsed = command.options.safeParse(invoke.options);
  if (!parsed.success) return refuse(wrongOption(command, String(parsed.error.issues[0]?.path[0] ?? '')), words, invoke);
  const now = momentAsked(house, interaction, parsed.data['as-of'], words);
  if (isProblem(now)) return refuse(now, words, invoke);
  return timely(house, command, { interaction, options: parsed.data, now: now.at, other: now.other, words });
}

const oldButton: Problem = { code: 'old-button', params: {} };

function wrongLine({ command, options }: Invocation, words: Words): Problem | undefined {
  if (options['problem'] === 'unclosed-quote') return { code: 'unclosed-quote', params: { usage: typed(usageOf(words, command)) } };
  return options['problem'] === undefined ? undefined : { code: 'too-many-words', params: { command } };
}

function usageOf(words: Words, command: string): string {
  return Object.entries(words.commands).find(([name]) => name === command)?.[1].usage ?? command;
}

function wrongOption(command: Command, option: string): Problem {
  return { code: 'option-invalid', params: { command: command.name, option } };
}

type Moment = { readonly at: Date; readonly other?: Date };

/** The program's clock, or the moment a reading command is asked about. */
function momentAsked(house: House, interaction: Interaction, asOf: string | undefined, words: Words): Moment | Problem {
  const now = house.clock();
  if (asOf === undefined) return { at: now };
  const reading = readInstant(asOf, { now, ...readerOf(interaction, words), purpose: 'asking' });
  if ('at' in reading) return reading;
  const { understood } = reading;
  return { code: 'date-unreadable', params: { said: asOf, ...(understood !== undefined && { understood }) } };
}

/** One interaction on its way through a command. */
type Passage = {
  readonly interaction: Interaction;
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** The other reading of an ambiguous moment. */
  readonly other: Date | undefined;
  readonly words: Words;
};

async function timely(house: House, command: Command, passage: Passage): Promise<Answer> {
  const { interaction, words, options } = passage;
  const kind = pace(command, passage);
  const work = perform(house, command, passage);
  const done = await within(patience[kind], work);
  if (done !== undefined) return done;
  work.catch((error: unknown) => house.log.error({ command: command.name, interaction: interaction.id, error }, 'failed after the person was answered'));
  house.log.warn({ command: command.name, interaction: interaction.id, milliseconds: patience[kind] }, 'slow');
  if (kind === 'form' && command.kind === 'form' && command.blank !== undefined) return command.blank(words, options);
  if (kind === 'submission') return refuse({ code: 'not-confirmed', params: {} }, words, interaction.invoke, undefined, keyOf(interaction));
  return refuse({ code: 'slow-just-now', params: {} }, words, interaction.invoke);
}

function pace(command: Command, { interaction, options }: Passage): keyof typeof patience {
  if (command.kind === 'reply') return 'card';
  return interaction.fields === undefined && command.opens(options) === 'form' ? 'form' : 'submission';
}

function keyOf(interaction: Interaction): string {
  return interaction.formKey ?? interaction.id;
}

/** The command's own way: read once, check the permission, decide, answer. */
async function perform(house: House, command: Command, passage: Passage): Promise<Answer> {
  const { interaction, options, now } = passage;
  const { store } = house;
  const sender = { account: interaction.sender, ...(interaction.space !== undefined && { space: interaction.space }) };
  const facts = await command.read({ options, now, store, sender, commands: house.commands, reader: readerOf(interaction, passage.words) });
  const actor = meet(interaction, facts.actor);
  const words = wordsFor(interaction.language ?? actor.language ?? languageOf(interaction.locale) ?? 'en');
  const refused = may(actor, command.permission);
  if (refused !== undefined) return refuse(refused, words, interaction.invoke);
  const by: By = { ...sender, at: house.clock(), key: keyOf(interaction) };
  const zone = actor.zone ?? interaction.zone ?? 'UTC';
  const reader = { ...readerOf(interaction, words), zone };
  const context = { options, now, store, sender, commands: house.commands, actor, facts, words, zone, reader, by };
  return present(await run(command, context, interaction), { ...passage, words }, command);
}

function readerOf({ zone = 'UTC', locale }: Interaction, { tag, language }: Words): Context<Options, Facts>['reader'] {
  return { zone, tag: locale ?? tag, language };
}

function meet(interaction: Interaction, facts: ActorFacts): Actor {
  const { sender, space, standing } = interaction;
  return { ...facts, account: sender, ...(space !== undefined && { space }), visitor: standing === 'visitor', platformAdmin: standing === 'admin' };
}

async function run(command: Command, context: Context<Options, Facts>, { fields }: Interaction): Promise<Card | Form | Problem | FieldProblem> {
  if (command.kind === 'reply') return command.run(context);
  if (fields === undefined && command.opens(context.options) === 'form') return command.form(context);
  return command.submit({ ...context, fields: fields ?? {} });
}

/** What a command returned, as the person gets it: refusals in words, shared cards with the sharer named, the other reading offered. */
function present(result: Card | Form | Problem | FieldProblem, passage: Passage, command: Command): Answer {
  const { interaction, words } = passage;
  if ('field' in result) return refuse(result.problem, words, interaction.invoke, result.field);
  if (isProblem(result)) return refuse(result, words, interaction.invoke);
  if (result.kind === 'form') return result;
  const card = offerOther(result, passage);
  if (interaction.invoke.shared === true && command.shareable) return share(card, interaction, words);
  return command.shareable ? { ...card, buttons: [...card.buttons, shareButton(interaction.invoke, words)] } : card;
}

function shareButton({ command, options }: Invocation, words: Words): Card['buttons'][number] {
  return { kind: 'act', label: words.surface.share, invoke: { command, options, shared: true } };
}

function share(card: Card, interaction: Interaction, words: Words): Card {
  const sharer = { kind: 'note', text: [words.surface.sharedBy, ' ', { kind: 'mention', account: interaction.sender }] } as const;
  return { ...card, audience: 'place', blocks: [...card.blocks, sharer] };
}

function offerOther(card: Card, { interaction, options, now, other, words }: Passage): Card {
  const said = options['as-of'];
  if (other === undefined || said === undefined) return card;
  const { command } = interaction.invoke;
  const note = { kind: 'note', text: [words.milestone.understoodAs(said, sayDay(dayIn('UTC', now), words.language))] } as const;
  const label = words.milestone.otherReading(sayDay(dayIn('UTC', other), words.language));
  const button = { kind: 'act', label, invoke: { command, options: { ...interaction.invoke.options, 'as-of': other.toISOString().slice(0, 10) } } } as const;
  return { ...card, blocks: [...card.blocks, note], buttons: [...card.buttons, button] };
}
