import type { z } from 'zod';
import type { Actor, Language, Permission } from '../core/member.ts';
import type { Problem } from '../core/problem.ts';
import type { ActorFacts, By, Sender, Store } from '../core/store.ts';
import type { CommandName, Words } from '../text/words.ts';
import type { Block, Button, Card } from './card.ts';
import type { Form } from './form.ts';
import type { Fields, Place, WhoIs } from './interaction.ts';

export type Options = z.ZodObject<Record<string, z.ZodType<string | undefined>>>;

/** What a command's one trip to the store brings: who asks, together with the facts. */
export type Facts = { readonly actor: ActorFacts };

/** The program itself: its version, since when it runs, by the real clock, and the address under which its page is reached, where it has one. */
export type About = { readonly version: string; readonly started: Date; readonly address?: string };

type Asked<O extends Options> = {
  readonly options: z.output<O>;
  /** The program's clock, or the moment asked for by `as of`. */
  readonly now: Date;
  /** The machine's clock, by which codes run out. */
  readonly real: Date;
  readonly store: Store;
  readonly sender: Sender;
  /** All of them, for help. */
  readonly commands: readonly Command[];
  /** How dates typed by this person are read, as far as the platform tells. */
  readonly reader: { readonly zone: string; readonly tag: string; readonly language: Language };
  /** Where it was typed or pressed. */
  readonly place: Place;
  readonly about: About;
  readonly whoIs: WhoIs;
};

/** Everything a handler knows. Time, ids and words are values. */
export type Context<O extends Options, F extends Facts> = Asked<O> & {
  readonly actor: Actor;
  readonly facts: F;
  readonly words: Words;
  /** The reader's IANA zone; UTC when nobody told. */
  readonly zone: string;
  /** Who acts, when and under which key: what every change is recorded with. */
  readonly by: By;
};

type Declaration<O extends Options, F extends Facts> = {
  readonly name: CommandName;
  /** Short forms that people try. */
  readonly aliases?: readonly string[];
  /** Shown in help and registered on Discord; an unlisted command is a button's, and can be typed elsewhere. */
  readonly listed: boolean;
  readonly options: O;
  readonly permission: Permission;
  /** Offers a Share button, which posts the card rebuilt with the sharer named. */
  readonly shareable: boolean;
  /** What alone its answer follows from, beside the options, the zone and the language: it is drawn once for all who ask the same. */
  drawnFrom?(facts: F): object;
  /** The one trip of a reading command. */
  read(asked: Asked<O>): Promise<F>;
};

/** A command that answers with a card. */
export type ReplyCommand<O extends Options = Options, F extends Facts = Facts> = Declaration<O, F> & {
  readonly kind: 'reply';
  run(context: Context<O, F>): Promise<Card | Problem | ShownProblem> | Card | Problem | ShownProblem;
};

/** A command that opens a form, unless its options say all there is to say, and acts on what is submitted. */
export type FormCommand<O extends Options = Options, F extends Facts = Facts> = Declaration<O, F> & {
  readonly kind: 'form';
  /** From the options alone, since Discord must know before the answer is there. */
  opens(options: z.output<O>): 'form' | 'card';
  /** The form, or a card that asks what is missing. */
  form(context: Context<O, F>): Form | Card | Problem | ShownProblem;
  /** The form without anything read, for a database that is slow just now; undefined where something is edited, or would have to be asked first. */
  blank?(words: Words, options: z.output<O>): Form | undefined;
  /** From a form's fields, or from the options where they say it all. A problem may name the field. */
  submit(context: Context<O, F> & { readonly fields: Fields }): Promise<Card | Problem | FieldProblem | ShownProblem>;
};

/** A refusal that points at a field of the form; `blocks` are said where the form does not stay open. */
export type FieldProblem = { readonly field: string; readonly problem: Problem; readonly blocks?: readonly Block[] };

/** A refusal that shows what stands in the way, and what can be done about it. */
export type ShownProblem = {
  readonly problem: Problem;
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  /** The form to go on with, made from what stands now, where somebody else came first. */
  readonly form?: Form;
};

export type Command = ReplyCommand | FormCommand;

type Defaults = Pick<Declaration<Options, Facts>, 'listed' | 'permission' | 'shareable'>;

const defaults: Defaults = { listed: true, permission: 'anyone', shareable: false };

/** Declares a command that answers with a card: listed, for anyone and not shareable unless it says otherwise. */
export function replyCommand<O extends Options, F extends Facts>(
  declared: Omit<ReplyCommand<O, F>, keyof Defaults | 'kind'> & Partial<Defaults>,
): ReplyCommand<O, F> {
  return { ...defaults, ...declared, kind: 'reply' };
}

/** Declares a command that opens a form, with the same defaults. */
export function formCommand<O extends Options, F extends Facts>(
  declared: Omit<FormCommand<O, F>, keyof Defaults | 'kind'> & Partial<Defaults>,
): FormCommand<O, F> {
  return { ...defaults, ...declared, kind: 'form' };
}

/** The trip of a command that needs nothing but to know who asks. */
export async function readActor({ store, sender }: { readonly store: Store; readonly sender: Sender }): Promise<Facts> {
  return { actor: await store.readActor(sender) };
}

/** The command of a name, or of a short form that people try. */
export function named(commands: readonly Command[], name: string): Command | undefined {
  return commands.find((command) => command.name === name || command.aliases?.includes(name) === true);
}
