import type { PersonalKind } from '../../core/personal.ts';
import { count } from '../say.ts';
import { typed } from '../slash.ts';

/** One kind of what is stored: what it is, why, and until when. */
type Kept = { readonly what: string; readonly why: string; readonly until: string };

const whileHere = 'until you leave the record.';
const stays = 'it stays in the record; once you have left, under a number that leads to nobody.';

const kinds: Record<PersonalKind, Kept> = {
  accounts: {
    what: 'Your accounts, by their ids, and the language of their apps',
    why: 'To know you again, to reach you and to speak your language. No name and no address is stored.',
    until: whileHere,
  },
  settings: {
    what: 'What you set for yourself',
    why: 'To speak your language, count your days and ask you as you like.',
    until: `${whileHere} Old values are not kept; only what a linked account had set is, until you part the two.`,
  },
  groups: {
    what: 'What you are in working groups',
    why: 'To know who speaks for a group, and to credit its people. Everybody sees who belongs to a group.',
    until: whileHere,
  },
  topics: { what: 'Topics you would join or lead', why: 'To count interest. Others see numbers alone.', until: whileHere },
  help: { what: 'Help you offer to proposals', why: 'The proposer and leadership see who offers; others see a number.', until: whileHere },
  drafts: {
    what: 'What you began to write',
    why: 'So that nothing typed is lost. You alone see it.',
    until: 'until you send it, throw it away or leave the record.',
  },
  proposals: {
    what: 'What you proposed, word for word',
    why: 'It is the coalition’s own history. Everybody reads it, and sees who proposed it.',
    until: `${stays} While it is open, a fingerprint of your accounts stays with it then, so that you never decide on it yourself.`,
  },
  updates: { what: 'Progress updates you wrote', why: 'They are the memory of the group. Everybody reads them, and sees who wrote them.', until: stays },
  channels: { what: 'Channels and spaces you set up', why: 'So that somebody can be told when one fails.', until: stays },
  record: {
    what: 'What you did, what others did about you, and when',
    why: 'Nothing is ever only overwritten, so that the record can be trusted.',
    until: stays,
  },
  messages: {
    what: 'Messages the bot sent you, or others about you',
    why: 'So that none is sent twice or lost. Their text is not stored.',
    until: 'for thirty days, or until you leave the record.',
  },
  codes: {
    what: 'Codes and wrong codes',
    why: 'To link two accounts, and to stop whoever guesses.',
    until: 'for two hours at most. A wrong code stays as long when you leave the record, under a fingerprint of your account: leaving brings no new guesses.',
  },
};

/** What is stored about people, how they see it, and how they leave. */
export const personal = {
  kinds,
  title: 'What is stored about you, and why',
  lead: 'The bot stores what you do with it, under a number of its own. Nothing is sold, scored or shown to others beyond what stands here.',
  nothing: 'Nothing is stored about you yet.',
  aboutYou: (): string => `What is stored about you, the bot tells you alone: ${typed('me privacy')}`,
  times: (number: number): string => count('en-GB', number, { one: '1 entry', other: (n) => `${n} entries` }),
  until: (text: string): string => `How long: ${text}`,
  gone: 'When the bot is removed from a workspace or a server, its people are forgotten two weeks later. Messages in a channel belong to that channel; backups made earlier hold what was true then.',
  export: 'Export my data',
  forget: 'Leave the record',
  privacy: 'What is stored',

  exportTitle: 'Your data',
  exportText: 'All that is stored about you, as it stands now. Whoever has these addresses can read it, until:',
  read: 'Read it',
  json: 'As JSON',
  exportHere: 'All that is stored about you, as it stands now: to read, and as JSON for a program.',
  pageTitle: 'What the IS3C bot stores about you',
  pageGone: 'This address has run out.',
  pageAgain: (): string => `Ask for a new one with ${typed('me export')}`,

  forgetTitle: 'Leave the record?',
  forgetGoes: 'This goes, at once and for good: your accounts, settings, memberships, interest, offers and drafts.',
  forgetStays: 'This stays, under a number that leads to nobody: what you proposed, the updates you wrote, what you did. It is the coalition’s history.',
  forgetProposals:
    'If a proposal of yours is open, it stays so with its volunteers, and leadership decides. Until then a fingerprint of your accounts stays with it, lest you decide on it yourself.',
  forgetDuties: 'If you chair a group alone, leadership is told to find somebody.',
  forgetCoordinator: 'You lead the coalition. If nobody else does, an admin can claim it anew; perhaps appoint somebody first.',
  forgetExport: 'You can take all of it with you first.',
  forgetSure: 'Leave the record now',
  forgotten: 'You are forgotten',
  forgottenText: 'Nothing here leads to you any more. Thank you for all you did. If you act again, you begin anew.',
  forgottenBut: (proposals: string): string =>
    `A fingerprint of your accounts stays with ${proposals} until leadership has decided, lest you decide on it yourself. Nothing else here leads to you. Thank you for all you did. If you act again, you begin anew, but for that.`,
};
