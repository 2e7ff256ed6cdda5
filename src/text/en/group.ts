import { idOfSpace, type Platform, platformOf } from '../../core/account.ts';
import type { GroupState, Rhythm, Role } from '../../core/group.ts';
import { count } from '../say.ts';

const rhythms: Record<Rhythm, string> = { weekly: 'every week', fortnightly: 'every other week', monthly: 'every month' };
const states: Record<GroupState, string> = {
  forming: 'forming',
  active: 'active',
  paused: 'paused',
  dormant: 'dormant',
  concluded: 'concluded',
};
const roles: Record<Role, string> = { chair: 'chair', deputy: 'deputy' };
const nobody: Record<Role, string> = { chair: 'nobody yet', deputy: 'nobody' };

const channels: Record<Platform, string> = { slack: 'a channel on Slack', discord: 'a channel on Discord', terminal: 'a terminal' };

/** Working groups, whoever speaks for them, and when they are asked. */
export const group = {
  rhythms,
  states,
  roles,
  nobody,
  title: 'Working groups',
  none: 'There is no working group yet.',
  members: (number: number): string => count('en-GB', number, { one: '1 person', other: (n) => `${n} people` }),
  show: (id: string): string => `Show ${id}`,
  last: (week: string): string => `last update ${week}`,
  state: 'State',
  chair: 'Chair',
  deputy: 'Deputy',
  asked: 'Asked for an update',
  schedule: (rhythm: Rhythm, weekday: string, hour: string, zone: string): string =>
    `${rhythms[rhythm]}, ${rhythm === 'monthly' ? 'last ' : ''}${weekday} at ${hour} (${zone})`,
  nextTime: 'next',
  notAsked: (state: string, schedule: string): string => `not while it is ${state}; otherwise ${schedule}`,
  nobodyToAsk: 'nobody is there to be asked',
  channel: 'Channel',
  noChannel: 'none; questions go to people directly',
  channelOf: (channel: string, space: string): string => `${channels[platformOf(space)]} (${channel}, ${idOfSpace(space)})`,
  lastUpdate: 'Last update',
  history: 'What happened to it',
  settings: 'Settings',
  settingsTitle: (id: string): string => `Settings of ${id}`,
  save: 'Save',
  useChannel: 'Use this channel',
  pause: 'Pause',
  resume: 'Resume',
  appoint: 'Appoint',
  appointTitle: (id: string): string => `Appoint for ${id}`,
  appointSubmit: 'Appoint',
  personHint: 'They speak for the group and write its updates',
  role: 'As',
  dismiss: 'End an office',
  dismissTitle: (id: string): string => `End an office in ${id}`,
  dismissSubmit: 'End it',
  dismissHint: 'They no longer speak for the group',
  stepDown: 'Step down',
  more: 'More',
  recorded: (id: string, act: string): string => `Recorded: ${id}, ${act}.`,
  fields: {
    rhythm: 'How often',
    rhythmHint: 'Every other week counts from the week in which it is chosen',
    weekday: 'On which day',
    hour: 'At which hour',
    zone: 'Time zone',
    zoneHint: 'Europe/Paris, or a city such as Nairobi; summer time is followed',
    charter: 'What the group is for',
    charterHint: 'Public: everybody who can call the bot can read it',
  },
};
