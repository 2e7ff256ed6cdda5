/** The commands of channels, spaces and the bot itself. */
export const here = {
  here: {
    summary: 'What this channel gets: the weekly digest, news, when and in which language',
    options: { channel: 'Another channel, by its id' },
    usage: 'here show',
    examples: [],
  },
  'here digest': {
    summary: 'Switch on, or change, what this channel gets',
    options: { channel: 'Another channel, by its id' },
    usage: 'here digest',
    examples: ['here digest'],
  },
  'here choose': {
    summary: 'Choose the channel that is meant',
    options: {},
    usage: 'here choose',
    examples: ['here choose'],
  },
  'here preview': {
    summary: 'How the digest would look in this channel',
    options: { channel: 'Another channel, by its id' },
    usage: 'here preview',
    examples: ['here preview'],
  },
  'here off': {
    summary: 'Send nothing more to this channel',
    options: { channel: 'Another channel, by its id' },
    usage: 'here off',
    examples: ['here off'],
  },
  status: {
    summary: 'Is the bot well: its clock, its queue, the last deliveries',
    options: {},
    usage: 'status',
    examples: ['status'],
  },
  'status again': {
    summary: 'Post a message again that did not arrive, or may not have',
    options: { message: 'Which one' },
    usage: 'status again MESSAGE',
    examples: [],
  },
  'here setup': {
    summary: 'First set-up: claim a new deployment, or ask for this space to be accepted',
    options: {},
    usage: 'here setup',
    examples: ['here setup'],
  },
  'here accept': {
    summary: 'Accept a space that asks',
    options: { space: 'Which space, as home shows it' },
    usage: 'here accept SPACE',
    examples: ['here accept discord:789'],
  },
  'here appoint': {
    summary: 'Appoint another coordinator',
    options: { person: 'Who: a mention, or an account such as slack:T123:U456' },
    usage: 'here appoint PERSON',
    examples: ['here appoint slack:T123:U456'],
  },
  'here dismiss': {
    summary: 'Take the coordinator role back from somebody',
    options: { person: 'Who: a mention, or an account such as slack:T123:U456' },
    usage: 'here dismiss PERSON',
    examples: ['here dismiss slack:T123:U456'],
  },
  'here leadership': {
    summary: 'Leadership reads proposals in this channel; off ends it',
    options: { off: 'off, to end it', channel: 'Another channel, by its id' },
    usage: 'here leadership [off]',
    examples: ['here leadership', 'here leadership off'],
  },
} as const;
