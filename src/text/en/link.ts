import { typed } from '../slash.ts';

/** One person with two accounts. */
export const link = {
  offerTitle: 'A code for your other account',
  offerText: (code: string): string => `On your other account, in the other chat, type: ${typed(`me link ${code}`)}`,
  until: 'valid until',
  offerOnce: (): string => `It works once. Then you confirm here, with ${typed('me link')}. Give it to nobody: whoever enters it asks to be you.`,
  youAre: 'You are',
  sameThere: ' here; the other side shows the same.',
  whose: 'Who asks',
  whoseTitle: 'Is this account yours as well?',
  whoseText:
    'If so, both become one person: groups, offers and interests of both count once. If the other side shows another account, or you do not know this one, leave it.',
  rights: 'The right to coordinate stays with the account that it was given to.',
  yes: 'Yes, that is me',
  enteredTitle: 'Almost done',
  enteredText: (): string => `The other account confirms now, by the bot’s message or with ${typed('me link')}. Nothing is linked before it does.`,
  askTitle: 'Is this account yours as well?',
  askText: 'It has entered your code. If you did not do that yourself, do nothing, and nothing happens.',
  enteredBy: 'Who entered it',
  confirm: 'Link both',
  doneTitle: 'Both accounts are yours',
  doneText: 'What you do with either counts as yours, once.',
  undo: 'Part them again',
  partedTitle: 'The accounts are parted',
  partedText: 'Each of them has back what it had, and has the offices that it was given. What else you did together stays with the older one.',
  parted: 'Parted',
  start: 'Link another account',
  news: {
    'accounts linked': { title: 'Your accounts are linked', text: 'The other account has confirmed it. What you do with either counts as yours, once.' },
    'accounts parted': {
      title: 'Your accounts are parted again',
      text: 'The other account has undone the link. If you did not expect that, nothing that was recorded is lost: you can link them again.',
    },
  },
};

/** Every language says these. */
export type LinkWords = typeof link;
