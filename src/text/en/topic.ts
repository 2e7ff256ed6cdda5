import type { Interest, TopicState } from '../../core/topic.ts';
import { count } from '../say.ts';
import { typed } from '../slash.ts';

const states: Record<TopicState, string> = { open: 'not taken up', adopted: 'taken up by a working group', retired: 'retired' };
const mine: Record<Interest, string> = { join: 'you would join', lead: 'you would lead' };

/** Topics, and the interest in them. */
export const topic = {
  states,
  mine,
  ended: 'its working group is concluded',
  endedText: 'It is off the list of topics, and a group can be proposed on it again.',
  which: 'Which topic?',
  pick: 'Pick a topic',
  title: 'Topics that wait for a group',
  none: 'No topic waits for a group.',
  counts: (join: number, lead: number): string =>
    `${count('en-GB', join, { one: '1 person would join', other: (n) => `${n} people would join` })}, ${count('en-GB', lead, { one: '1 would lead', other: (n) => `${n} would lead` })}`,
  askedAgain: 'Its words have changed since you said that you are interested. Please read them and say so again.',
  proposed: (ids: string): string => `proposed: ${ids}`,
  howTo: (): string => `Anyone in a member space can propose a group: ${typed('propose t1')}`,
  wouldJoin: 'I would join',
  wouldLead: 'I would lead',
  takeBack: 'Take it back',
  joinWhich: 'I would join a group on …',
  leadWhich: 'I would lead a group on …',
  show: (id: string): string => `Show ${id}`,
  propose: 'Propose a group',
  add: 'Add a topic',
  reword: 'Reword',
  retire: 'Retire',
  state: 'State',
  interest: 'Interest',
  proposals: 'Proposals',
  group: 'Working group',
  history: 'What happened to it',
  noted: (id: string): string => `Recorded: your interest in ${id}`,
  takenBack: (id: string): string => `Recorded: no interest in ${id}`,
  recorded: {
    'topic added': (id: string): string => `Recorded: ${id} is added.`,
    'topic reworded': (id: string): string => `Recorded: ${id} has other words now.`,
    'topic retired': (id: string): string => `Recorded: ${id} is retired.`,
  },
  stands: 'This is what stands now:',
  whatNext: 'You hear from the bot when its words change. Only how many people are interested is shown to others.',
  addTitle: 'Add a topic',
  rewordTitle: (id: string): string => `Reword ${id}`,
  retireTitle: (id: string): string => `Retire ${id}`,
  save: 'Save',
  text: 'What the topic is',
  textHint: 'Public, word for word. Other words ask everybody’s interest again',
  why: 'Why',
  whyHint: 'Public: kept in the record beside the change',
  retiredTitle: (id: string): string => `${id} is retired`,
  retiredText: 'You said that you would join or lead a group on it. It is off the list of topics; there is nothing for you to do.',
  adoptedTitle: (id: string, group: string): string => `${id} is taken up by ${group}`,
  adoptedText: 'You said that you would join or lead a group on it. Now there is one.',
  adoptedLead: 'You said that you would lead a group on it. Now there is one, and it has no chair yet.',
  rewordedTitle: (id: string): string => `${id} has other words now`,
  rewordedText: 'You said that you would join or lead a group on it. That counted for its earlier words; does it hold for these?',
};
