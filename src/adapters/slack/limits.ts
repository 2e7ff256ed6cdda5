/**
 * What Slack refuses when it is longer, in characters unless another unit is named. Sources: `types` is @slack/types 3.2 (its comments),
 * `docs` is docs.slack.dev, `measured` was found out by posting, since no document says it.
 */
export const limits = {
  /** Blocks of one message (types: views.d.ts; docs: /reference/block-kit/blocks). */
  messageBlocks: 50,
  /** Blocks of a modal or a home tab (types: views.d.ts). */
  viewBlocks: 100,
  /** All the text of one message's blocks. With `fallback` it makes 9,000: 9,597 were accepted and 11,341 refused as msg_blocks_too_long (measured). */
  messageText: 5_000,
  /** The plain text of a message, which screen readers and notifications use (docs: /reference/methods/chat.postMessage advises 4,000). */
  fallback: 4_000,
  /** All the text of a view's blocks. A view may weigh 250 kB (docs: /reference/methods/views.open); this keeps far from it. */
  viewText: 9_000,
  /** Title, submit and close of a view (types: views.d.ts). */
  viewTitle: 24,
  /** block_id and action_id (types: blocks.d.ts, extensions.d.ts). */
  id: 255,
  /** A header block (types: blocks.d.ts). */
  header: 150,
  /** A text object, as in a section or a context block; at least 1 (types: composition-objects.d.ts). */
  textObject: 3_000,
  /** Elements of one actions block (types: blocks.d.ts). */
  actions: 25,
  /** A button's text and its accessibility_label (types: block-elements.d.ts). */
  button: 75,
  /** A button's value (types: block-elements.d.ts). */
  buttonValue: 2_000,
  /** Any url (types: block-elements.d.ts). */
  url: 3_000,
  /** Options of one menu (types: block-elements.d.ts). */
  options: 100,
  /** An option's text, its description and its value; newer docs allow a value 150 (types: composition-objects.d.ts). */
  option: 75,
  /** A placeholder (types: extensions.d.ts). */
  placeholder: 150,
  /** The label and the hint of an input block (types: blocks.d.ts). */
  label: 2_000,
  /** max_length of a text input (types: block-elements.d.ts). */
  input: 3_000,
  /** An error under a field of a modal. No document says it; this is one readable paragraph. */
  error: 600,
  /** The manifest (schema: slackapi/manifest-schema, manifest.schema.2.0.0.json). */
  manifest: { name: 35, description: 140, displayName: 80, commandDescription: 2_000, usageHint: 1_000 },
} as const;

/** Slack's clocks and ours inside them, in milliseconds. */
export const deadlines = {
  /** A command answered within this time is answered in its acknowledgement; Slack hangs up at 3,000 (docs: /interactivity). */
  acknowledgement: 1_500,
  /** A submitted form is acknowledged with what came of it, at the latest now. */
  submission: 2_600,
  /** Whether a chosen person is from here is asked within this time, before a submitted form is acknowledged. */
  outside: 800,
  /** The dispatcher answers within 10,000; whoever waited longer is told that it is slow. */
  answer: 12_000,
  /** One call that a person waits for with a trigger, which lives 3,000 (docs: /interactivity/handling-user-interaction). */
  interactiveCall: 2_500,
  /** One call that nobody waits for. */
  bulkCall: 10_000,
  /** One message of the bot's own; more than the 10,000 after which a connection that does not open is given up, so that this is told apart. */
  post: 15_000,
  /** A page of a channel's history, and when no more pages are read. With a post after it, it stays below the 45,000 that jobs wait. */
  reading: 6_000,
  /** One use of a response_url. */
  response: 4_000,
  /** What is still being answered when the program stops. */
  stop: 8_000,
} as const;
