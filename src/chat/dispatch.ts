import { nobody, type SpaceKey } from '../core/account.ts';
import { mayAsk } from '../core/member.ts';
import { isProblem, type Problem } from '../core/problem.ts';
import { type ActorFacts, type By, StoreUnavailable, StoreUnconfirmed } from '../core/store.ts';
import { typed } from '../text/slash.ts';
import { languageOf, type Words, wordsFor } from '../text/words.ts';
import type { Doors } from './adapter.ts';
import type { Answer } from './answer.ts';
import { foundIn, meet, senderOf, unranked, whereabouts } from './asker.ts';
import { type Command, type Context, type Facts, named, type Options } from './command.ts';
import { drawOnce } from './drawn.ts';
import type { House } from './house.ts';
import type { Interaction, WhoIs } from './interaction.ts';
import type { Invocation } from './invocation.ts';
import { readLine } from './line.ts';
import { momentAsked, momentOf } from './moment.ts';
import { type Passage, present, type Result } from './present.ts';
import { refuse } from './refuse.ts';
import { suggest } from './suggest.ts';
import { within } from './within.ts';

/** How long each kind of answer may take, in milliseconds: a form's trigger and Discord's token live for three seconds. */
const patience = { form: 1_200, submission: 2_200, card: 10_000, refusal: 400 } as const;

/** The house as its adapters reach it. */
export function openDoors(house: House): Doors {
  return {
    handle: (interaction) => answer(house, interaction),
    suggest: (interaction, option, typed) => suggest(house, interaction, option, typed),
    opens: (invocation) => opens(house.commands, invocation),
    read: remembering((line) => readLine(house.commands, line)),
    readSpelled: remembering((line) => readLine(house.commands, line, 'spelled')),
    left: (space) => leave(house, space),
  };
}

/** What cannot be noted is in the log; the platform tells it once. */
async function leave({ store, clock, newReference, log }: House, space: SpaceKey): Promise<void> {
  try {
    await store.noteGone(space, clock());
    log.warn({ space }, 'the bot was removed');
  } catch (error) {
    log.error({ error, space, reference: newReference() }, 'that the bot was removed could not be noted');
  }
}

/** Short lines are typed again and again; so many of them are remembered, until all are let go. */
const remembered = { length: 60, lines: 500 } as const;

function remembering(read: (line: string) => Invocation): (line: string) => Invocation {
  const known = new Map<string, Invocation>();
  return (line) => {
    if (line.length > remembered.length) return read(line);
    const invocation = known.get(line) ?? read(line);
    if (known.size >= remembered.lines) known.clear();
    known.set(line, invocation);
    return invocation;
  };
}

function opens(commands: readonly Command[], { command: name, options }: Invocation): ReturnType<Doors['opens']> {
  const command = named(commands, name);
  if (command?.kind !== 'form' || options['problem'] !== undefined) return 'card';
  const parsed = command.options.safeParse(options);
  if (!parsed.success) return 'card';
  return command.opens(parsed.data) === 'form' ? 'form' : 'submission';
}

/** Finds the command, parses its options, lets it run, and says what came of it. Whatever fails on the way is logged here and said with a reference. */
async function answer(house: House, interaction: Interaction): Promise<Answer> {
  try {
    return await attempt(house, interaction);
  } catch (error) {
    const reference = house.newReference();
    const { command } = interaction.invoke;
    const code = codeOf(error);
    house.log.error({ reference, command, interaction: interaction.id, error }, code);
    const key = code === 'may-be-done' && named(house.commands, command)?.kind === 'form' ? keyOf(interaction) : undefined;
    return refuse({ code, params: { reference } }, wordsOf(interaction), interaction.invoke, undefined, key);
  }
}

function codeOf(error: unknown): 'may-be-done' | 'unavailable' | 'unexpected' {
  if (error instanceof StoreUnconfirmed) return 'may-be-done';
  return error instanceof StoreUnavailable ? 'unavailable' : 'unexpected';
}

/** What is wrong is said in the language that they chose, by which it may not be wrong at all; who asks is read for that alone. */
async function attempt(house: House, interaction: Interaction): Promise<Answer> {
  const asked = prepare(house, interaction);
  if (!isProblem(asked)) return timely(house, asked.command, asked.passage);
  const asker = await askerOf(house, interaction);
  const again = prepare(house, interaction, asker);
  return isProblem(again) ? refuse(again, wordsOf(interaction, asker), interaction.invoke) : timely(house, again.command, again.passage);
}

/** Nobody where the store is slow or gone: a refusal waits for neither. */
async function askerOf({ store }: House, interaction: Interaction): Promise<Asker | undefined> {
  try {
    return await within(patience.refusal, store.readActor(senderOf(interaction)));
  } catch {
    return undefined;
  }
}

type Prepared = { readonly command: Command; readonly passage: Passage };

/** The command with all that is known before it reads, or what is wrong with the invocation. */
function prepare(house: House, interaction: Interaction, asker?: Asker): Prepared | Problem {
  const words = wordsOf(interaction, asker);
  const asked = understand(house.commands, interaction.invoke, words);
  if (isProblem(asked)) return asked;
  const { command, options } = asked;
  const clock = house.clock();
  const now = momentAsked(options['as-of'], clock, readerOf(interaction, words, asker));
  return isProblem(now) ? now : { command, passage: { interaction, options, now: now.at, other: now.other, clock, words } };
}

type Asked = { readonly command: Command; readonly options: Passage['options'] };

/** The command that is invoked with its options parsed, or what is wrong with the invocation. */
function understand(commands: readonly Command[], invoke: Invocation, words: Words): Asked | Problem {
  const command = named(commands, invoke.command);
  if (command === undefined || invoke.options['old'] !== undefined) return { code: 'old-button', params: {} };
  return invoke.options['problem'] === undefined ? parse(command, invoke, words) : wrongLine(command, invoke, words);
}

function parse(command: Command, { options }: Invocation, words: Words): Asked | Problem {
  const { name } = command;
  const wrong: Problem = { code: 'option-invalid', params: { command: name, usage: words.commands[name].usage } };
  if (Object.keys(options).some((option) => !(option in command.options.shape))) return wrong;
  const parsed = command.options.safeParse(options);
  if (parsed.success) return { command, options: parsed.data };
  const [issue] = parsed.error.issues;
  return issue?.code === 'too_big' ? { code: 'too-long', params: { field: nameOf(command, issue.path[0], words), limit: Number(issue.maximum) } } : wrong;
}

/** What an option is for, in the reader's language, without what more is said of it. */
function nameOf({ name }: Command, option: PropertyKey | undefined, words: Words): string {
  const said = Object.entries(words.commands[name].options).find(([one]) => one === option)?.[1] ?? String(option);
  return said.split(/\s?[,;:.(]/)[0] ?? said;
}

function wrongLine({ name }: Command, { options }: Invocation, words: Words): Problem {
  const { usage } = words.commands[name];
  return options['problem'] === 'unclosed-quote'
    ? { code: 'unclosed-quote', params: { usage: typed(usage) } }
    : { code: 'too-many-words', params: { command: name, usage } };
}

/** Where a platform tells nothing, everybody is taken for one of its people. */
function asksWho({ whoIs }: Interaction): WhoIs {
  return whoIs ?? (() => Promise.resolve({ outside: false }));
}

async function timely(house: House, command: Command, passage: Passage): Promise<Answer> {
  const { interaction, words, options } = passage;
  const kind = pace(command, passage);
  const work = perform(house, command, passage);
  if (interaction.waits === true) return work;
  const done = await within(patience[kind], work);
  if (done !== undefined) return done;
  work.catch((error: unknown) => house.log.error({ command: command.name, interaction: interaction.id, error }, 'failed after the person was answered'));
  house.log.warn({ command: command.name, interaction: interaction.id, milliseconds: patience[kind] }, 'slow');
  const blank = kind === 'form' && command.kind === 'form' ? command.blank?.(words, options) : undefined;
  if (blank !== undefined) return blank;
  if (kind === 'submission') return refuse({ code: 'not-confirmed', params: {} }, words, interaction.invoke, undefined, keyOf(interaction));
  return refuse({ code: 'slow-just-now', params: {} }, words, interaction.invoke);
}

function pace(command: Command, { interaction, options }: Passage): Exclude<keyof typeof patience, 'refusal'> {
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
  const sender = senderOf(interaction);
  const shares = isShared(command, interaction);
  const asked = {
    options,
    now,
    real: house.real(),
    store,
    sender,
    commands: house.commands,
    place: interaction.place,
    about: house.about,
    whoIs: asksWho(interaction),
  };
  const heard = readerOf(interaction, passage.words);
  const facts = await command.read({ ...asked, ...(shares && { sender: { ...sender, account: nobody } }), reader: heard });
  const known = shares ? await store.readActor(sender) : facts.actor;
  const there = await whereabouts(store, interaction, known);
  const actor = meet(interaction, there);
  const words = wordsOf(interaction, actor);
  const refused = mayAsk(actor, command.permission);
  if (refused !== undefined) return refuse(refused, words, interaction.invoke);
  const by: By = { ...sender, ...foundIn(known, there), ...localeOf(interaction), at: house.clock(), key: keyOf(interaction) };
  const reader = readerOf(interaction, words, actor);
  const { zone } = reader;
  const { at, other } = momentOf(options['as-of'], { at: now }, passage.clock, [reader, { ...heard, zone }]);
  // They live elsewhere than their app says, and named a time of their own day: what was read is of another moment.
  if (at.getTime() !== now.getTime()) return perform(house, command, { ...passage, now: at, other });
  const context = { ...asked, actor: shares ? unranked(actor) : actor, facts, words, zone, reader, by };
  const draw = async (): Promise<Answer> => {
    const result = await run(command, context, interaction);
    return (await recordedBefore(house, result, passage, by.key)) ?? present(result, { ...passage, words }, command);
  };
  const from = shares ? undefined : command.drawnFrom?.(facts);
  return from === undefined ? draw() : drawOnce(from, now, JSON.stringify([command.name, options, words.tag, zone, reader.tag]), draw);
}

/**
 * A form that is sent again finds the state that it made itself, and may be refused for that. If its key is in the record it is answered by
 * what it recorded: once is once, whatever is retried.
 */
async function recordedBefore(house: House, result: Result, passage: Passage, key: string): Promise<Answer | undefined> {
  const { interaction } = passage;
  const check = named(house.commands, 'check');
  if (interaction.fields === undefined || 'kind' in result || 'form' in result || check === undefined) return undefined;
  const { event } = await house.store.readRecorded({ account: interaction.sender }, key);
  if (event === undefined) return undefined;
  const { fields: _, ...asked } = interaction;
  return perform(house, check, { ...passage, options: { key }, interaction: { ...asked, invoke: { command: check.name, options: { key } } } });
}

/** What an answer needs to know of whoever asks. */
type Asker = Pick<ActorFacts, 'language' | 'locale' | 'zone'>;

/** The language of an answer: the one that is asked for, else the one they chose, else that of their app, by what is known of it. */
function wordsOf({ language, locale }: Interaction, actor?: Asker): Words {
  return wordsFor(language ?? actor?.language ?? languageOf(locale ?? actor?.locale) ?? 'en');
}

/** The language of their app; one that is asked for this once tells nothing of it. */
function localeOf({ language, locale }: Interaction): Pick<By, 'locale'> {
  return locale === undefined || language !== undefined ? {} : { locale };
}

function readerOf({ zone = 'UTC', locale }: Interaction, { tag, language }: Words, asker?: Asker): Context<Options, Facts>['reader'] {
  return { zone: asker?.zone ?? zone, tag: locale ?? tag, language };
}

/** Whether what is answered is for everybody in the place. */
function isShared({ shareable }: Command, { invoke }: Interaction): boolean {
  return shareable && invoke.shared === true;
}

async function run(command: Command, context: Context<Options, Facts>, { fields }: Interaction): Promise<Result> {
  if (command.kind === 'reply') return command.run(context);
  if (fields === undefined && command.opens(context.options) === 'form') return command.form(context);
  return command.submit({ ...context, fields: fields ?? {} });
}
