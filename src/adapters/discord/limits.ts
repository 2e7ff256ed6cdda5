/**
 * What Discord takes at most. Its libraries check few of these (components, texts of a message and duplicates go unchecked), so the renderers do.
 * Sources: docs.discord.com/developers, pages components/reference, interactions/application-commands, interactions/receiving-and-responding and
 * resources/message. Text is counted in UTF-16 units, which are never fewer than the characters Discord counts.
 */
export const limits = {
  message: {
    /** Nested ones counted; components/reference. */
    components: 40,
    /** Over all text displays of a message, once escaped; guide of discord.js, "display components". */
    text: 4_000,
  },
  row: { buttons: 5 },
  button: { label: 80, url: 512 },
  select: { options: 25, label: 100, value: 100, description: 100, placeholder: 150 },
  customId: 100,
  modal: { title: 45, components: 5, label: 45, description: 100, text: 4_000, note: 1_000 },
  completion: { choices: 25, name: 100, value: 100 },
  command: {
    name: /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u,
    description: 100,
    /** Options, choices, subcommands of one level. */
    entries: 25,
    /** Names, descriptions and values together, the longest language counted. */
    characters: 8_000,
  },
  /** The address of a link inside a text; longer ones are shown as their label alone. */
  link: 512,
  /** resources/message. */
  nonce: 25,
  /** The body of an interaction sent over HTTP; real ones stay under 100 kB. */
  body: 1_048_576,
} as const;

/**
 * How long is waited for an answer before it is promised for later, in milliseconds. Discord forgets an interaction that is not acknowledged within
 * three seconds; the rest is the way there and back.
 */
export const patience = {
  card: 1_500,
  /** A form can only be shown as the first response. */
  form: 2_000,
  /** What carries typed text is acknowledged when it is on disk, so that Discord keeps the form open as long as possible. */
  submission: 2_400,
  completion: 1_000,
  /** A call for a message of the bot's own; more than the 10,000 after which a connection that does not open is given up, so that this is told apart. */
  post: 15_000,
  /** A page of a channel's history, and when no more pages are read. With a post after it, it stays below the 45,000 that jobs wait. */
  reading: 6_000,
} as const;
