import type { Notice } from '../../core/notice.ts';
import { typed } from '../slash.ts';

/** What a message is about, in the middle of a sentence. */
const kinds: Record<Notice['kind'], string> = {
  prompt: 'the question for an update',
  reminder: 'the reminder of an update',
  digest: 'the digest',
  'update recorded': 'the news of an update',
  'update late': 'the news of a late update',
  silence: 'the note about a silent group',
  'milestone proposed': 'the proposal of a milestone',
  'milestone decided': 'the decision on a proposed milestone',
  'milestone ended': 'the news that a proposed milestone ended with its group',
  'proposal card': 'the card of a proposal',
  'proposal filed': 'the news of a proposal',
  'proposal filed again': 'the news of a proposal that came again',
  'proposer gone': 'the note that the proposer of something has left',
  'proposal edited': 'the news of a changed proposal',
  'proposal moved': 'the decision on a proposal',
  'topic closed': 'the news that the topic of a proposal is closed',
  'topic reworded': 'the news of a reworded topic',
  'chair asked': 'the question who chairs a group',
  'handover asked': 'the question who takes over a group',
  'handover done': 'the news of a new chair',
  'chair declined': 'the answer of somebody asked to chair a group',
  'chair wanted': 'the note that a group needs a chair',
  'join asked': 'the question who may join a group',
  'join answered': 'the answer to a request to join a group',
  'asked no more': 'the news that a question ended',
  'lead appointed': 'the news of an appointment',
  'lead dismissed': 'the news that an office ended',
  'member dismissed': 'the news that a membership ended',
  'group established': 'the news of a new group',
  'group concluded': 'the news that a group is concluded',
  'group put to rest': 'the news that a group rests',
  'group woken': 'the news that a group is awake again',
  'coordinator appointed': 'the news that somebody is a coordinator',
  'space accepted': 'the news that a space is accepted',
  'link entered': 'the question whether two accounts are one person’s',
  'not delivered': 'the note about a message that did not arrive',
  'channel paused': 'the note about a paused channel',
};

/** What the bot says by itself. */
export const notices = {
  kinds,
  promptTitle: (group: string): string => `What is new in ${group}?`,
  promptText: (week: string): string => `It is time for the update for ${week}: what was done, what comes next, what help is needed.`,
  reminderTitle: (group: string): string => `A reminder: the update of ${group}`,
  reminderText: (week: string): string => `There is no update for ${week} yet. This is the only reminder; a short one is welcome, too.`,
  planned: 'Planned last time:',
  howAsked: (): string => `How the bot asks you, and when you are away, is set with ${typed('me')}`,
  write: 'Write the update',
  nothingNew: 'Nothing new this week',

  digestLate: 'It comes late, because it could not be sent when it was due.',
  digestsSkipped: (weeks: string): string => `Not sent for the same reason: ${weeks}. Each can be read at any time.`,

  recordedTitle: (group: string, week: string): string => `${group}: the update for ${week}`,
  lateTitle: (group: string, week: string): string => `${group}: the update for ${week} has come`,
  lateText: 'It came after the digest of its week, and joins the next one.',

  silenceTitle: (group: string): string => `${group} has been silent for four weeks`,
  silenceText: 'Perhaps somebody could ask how the group is, and whether it needs help, a pause or another rhythm.',
  noUpdateFor: 'No update for',
  lastUpdate: 'Last update',
  never: 'none so far',
  leads: 'Chairs and deputies',
  nobody: 'nobody is appointed',
  openGroup: 'Show the group',

  failedTitle: 'A message did not arrive',
  uncertainTitle: 'A message may not have arrived',
  failedText: 'It was tried and could not be delivered. Nothing is sent again by itself.',
  uncertainText: 'Nobody can tell whether it arrived, so it is not sent again by itself. Please look there first.',
  what: 'What',
  where: 'Where',
  why: 'Why',
  unknownReason: 'no reason was given',
  about: (kind: string, object: string): string => `${kind} (${object})`,
  directMessage: 'a direct message to',
  someoneDirectly: 'a direct message to somebody',
  channelOf: (channel: string, space: string): string => `channel ${channel} of ${space}`,
  postAgain: 'Post again',
  status: 'How the bot is',

  pausedTitle: 'A channel cannot be written to any more',
  pausedText: 'What it gets is paused; nothing else was changed.',
  pausedMend: (): string => `If it should go on, let the bot into the channel again and type ${typed('here')} there.`,
};

/** Every language says these. */
export type NoticeWords = typeof notices;
