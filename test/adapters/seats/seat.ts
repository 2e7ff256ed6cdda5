import type { Adapter } from '../../../src/chat/adapter.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';

/** The people of the story: two who may set the bot up, one who may not, one whose app speaks French, and one from another organisation. */
export type Role = 'coordinator' | 'rival' | 'member' | 'francophone' | 'visitor';

/** What somebody has before their eyes, with what only the platform knows of it removed. */
export type Seen = {
  readonly kind: 'message' | 'form';
  /** Everything that can be read, without markup; labels of buttons aside. */
  readonly text: string;
  /** Nobody else sees it. */
  readonly alone: boolean;
  /** It stands where the message stood whose button was pressed. */
  readonly replaced: boolean;
  readonly buttons: readonly string[];
  /** What its menus offer. */
  readonly choices: readonly string[];
  /** Whom it would notify. */
  readonly pings: readonly string[];
  /** What stands in a form, by the labels of its fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** What is wrong with a form, by the labels of its fields. */
  readonly errors: Readonly<Record<string, string>>;
};

/** One person at one platform, over one transport. Each act resolves with what they see then. */
export type Seat = {
  readonly account: string;
  /** What people call them. */
  readonly name: string;
  /** What the platform tells of them, to ask the doors the same question without it. */
  readonly told: Pick<Interaction, 'sender' | 'space' | 'place' | 'standing' | 'locale' | 'zone'>;
  type(line: string): Promise<Seen>;
  /** Presses a button by its label or its place on what was seen last. */
  press(button: string | number): Promise<Seen>;
  choose(label: string): Promise<Seen>;
  /** Types into the fields of the open form, by their labels, and sends it; other fields keep what stands in them. */
  fill(fields: Readonly<Record<string, string>>): Promise<Seen>;
  /** Sends the form that was sent last once more; missing where no form is left to be sent. */
  readonly again?: () => Promise<Seen>;
  /** What is offered for the beginning of a line; missing where nothing is. */
  readonly complete?: (line: string) => Promise<readonly string[]>;
  /** Presses a button of a message from long ago, which carries this. */
  pressOld(carried: string): Promise<Seen>;
  /** Looks at what was posted last for everybody in the place. */
  look(): Seen;
  as(role: Role): Seat;
};

/** A message that the bot sent by itself: to which channel or person, by the platform's own id, its first line, and all that it says. */
export type Post = { readonly to: string; readonly title: string; readonly text: string };

/** A platform with its people, before a house. */
export type Platform = {
  /** The bot's side, for the jobs; missing where nothing is sent by itself. */
  readonly adapter?: Adapter;
  /** What the bot has sent by itself so far. */
  readonly posts?: () => readonly Post[];
  /** The coordinator's; everybody else's by `as`. */
  readonly seat: Seat;
  /** Who of the story is there at all. */
  readonly people: readonly Role[];
  /** Stops the adapter. */
  stop(): Promise<void>;
  /** What comes of a line that is typed after the stop, where the transport tells. */
  readonly knock?: () => Promise<'refused' | 'taken'>;
  /** Stops what is left, the platform itself included. */
  close(): Promise<void>;
};

const nothing = { replaced: false, buttons: [], choices: [], pings: [], fields: {}, errors: {} } as const;

/** What is seen, with nothing but what is said of it. */
export function seen(facts: Partial<Seen> & Pick<Seen, 'kind' | 'text' | 'alone'>): Seen {
  return { ...nothing, ...facts };
}

/** The one that bears the label, or stands at the place; fails with what is there. */
export function pick<T extends { readonly label: string }>(all: readonly T[], wanted: string | number): T {
  const found = typeof wanted === 'number' ? all[wanted] : all.find(({ label }) => label === wanted);
  if (found === undefined) throw new Error(`no “${wanted}” among: ${all.map(({ label }) => label).join(', ') || 'nothing'}`);
  return found;
}

/** Puts what is typed into the fields that bear the labels; fails for one that is not there, or takes no such text. */
export function fillIn<F extends { readonly label: string; readonly value: string; readonly limit?: number; readonly required: boolean }>(
  fields: readonly F[],
  typed: Readonly<Record<string, string>>,
): readonly F[] {
  for (const label of Object.keys(typed)) pick(fields, label);
  return fields.map((field) => {
    const value = typed[field.label] ?? field.value;
    // No app sends a form with these.
    if (field.required && value === '') throw new Error(`“${field.label}” has to be filled in`);
    if (value.length > (field.limit ?? Infinity)) throw new Error(`“${field.label}” takes ${field.limit} characters, not ${value.length}`);
    return { ...field, value };
  });
}

/** Values by label. */
export function byLabel(fields: readonly { readonly label: string; readonly value: string }[]): Record<string, string> {
  return Object.fromEntries(fields.map(({ label, value }) => [label, value]));
}
