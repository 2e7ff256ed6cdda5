import { count } from '../say.ts';

const tag: string = 'en-GB';

/** What the adapters say by themselves. */
export const surface = {
  cancel: 'Close',
  refused: 'That did not work',
  nothingToChoose: 'There is nothing to choose',
  whichValue: 'Which one is meant?',
  tryAgain: 'Try again',
  share: 'Share',
  choose: 'Choose',
  leftOut: (number: number): string => count(tag, number, { one: '1 more is not shown', other: (n) => `${n} more are not shown` }),
  cut: 'shortened',
  sharedBy: 'Shared by',
  working: 'One moment …',
  typed: 'What you typed',
  reopen: 'Open the form again',
  forgotten: 'The text is no longer in memory: please paste it from the message above.',
  /** A label before its value. */
  labelled: (label: string): string => `${label}:`,
  optional: 'optional',
  aMember: 'a member',
  somebodyOn: { slack: 'somebody on Slack', discord: 'somebody on Discord', terminal: 'somebody at a terminal' },
  notPosted: 'This could not be posted in the channel. Please look there, and share it again if it is missing.',
  jsonHint: 'The command line gives it as JSON with --json.',
  filesBelow: 'The files follow.',
  filesSent: 'They stand as files in your direct messages with the bot.',
  filesNotSent: 'The files could not be sent. Please tell whoever runs the bot: perhaps its app in Slack has no right to send files.',
  notOpened: 'The form did not open in time. Nothing was changed; please try again.',
  /** Under a prompt, before the fields of a form are asked one by one. */
  formHint: 'Enter keeps what stands in brackets; Ctrl-C leaves the form and changes nothing.',
  goodbye: 'Goodbye.',
  textHint: 'Several lines may follow each other; an empty line ends them.',
  emptyHint: 'A single - empties an optional field.',
  formLeft: 'The form was left; nothing was changed.',
  sendAgain: 'Enter sends it again; Ctrl-C leaves the form.',
  leaveHint: 'Ctrl-C once more leaves; so does Ctrl-D.',
  fillIn: 'To fill it in:',
  noForm: 'This opens no form that --field could fill. Without --field it shows what is missing, or acts at once.',
  unknownField: (name: string, known: string): string => `The form has no field “${name}”. It has: ${known}`,
  unknownFlag: (flag: string, known: string): string => `There is no ${flag} here. There is: ${known}`,
  flagNeeds: (flag: string, example: string): string => `${flag} needs a value, such as ${example}`,
  flagCannot: (flag: string, said: string, example: string): string => `${flag} cannot use “${said}”. It takes a value such as ${example}`,
  flagAlone: (flag: string): string => `${flag} takes no value.`,
  noAnswer: 'The running bot did not answer to the end. If something was to be recorded, look whether it is there before sending it again.',
  reference: (reference: string): string => `Reference ${reference}`,
};
