/** The commands of people and their accounts. */
export const me = {
  'me zone': {
    summary: 'Your time zone',
    options: { zone: 'Europe/Paris, or a city such as Nairobi' },
    usage: 'me zone [ZONE]',
    examples: ['me zone', 'me zone Europe/Paris'],
  },
  'me reminders': {
    summary: 'How the bot asks you for updates: direct message, channel, or never',
    options: { way: 'direct, channel or never' },
    usage: 'me reminders [direct|channel|never]',
    examples: ['me reminders', 'me reminders never'],
  },
  'me away': {
    summary: 'When you are away, so that nobody asks you',
    options: { days: 'From when to when; back ends it' },
    usage: 'me away [FROM-TO]',
    examples: ['me away', 'me away 3 to 14 August', 'me away back'],
  },
  me: { summary: 'What the bot knows of you, and how to change it', options: {}, usage: 'me show', examples: [] },
  'me language': {
    summary: 'The language the bot speaks to you',
    options: { language: 'English or French' },
    usage: 'me language [LANGUAGE]',
    examples: ['me language fr', 'me language English'],
  },
  'me link': {
    summary: 'One person, two accounts: get a code here, type it on the other account',
    options: { code: 'The code that the other account got', sure: 'That the account is yours' },
    usage: 'me link [CODE]',
    examples: ['me link', 'me link ABCD-2345'],
  },
  'me confirm': {
    summary: 'Confirm that the account that entered your code is yours as well',
    options: {},
    usage: 'me confirm',
    examples: ['me confirm'],
  },
  'me unlink': {
    summary: 'Part the accounts that were linked last; each has back what it had',
    options: {},
    usage: 'me unlink',
    examples: ['me unlink'],
  },
  'me stakeholder': {
    summary: 'Say of which stakeholder group you are, or say nothing; only totals are ever told',
    options: { group: 'civil society, government, intergovernmental, private sector, technical community, others or none' },
    usage: 'me stakeholder [GROUP]',
    examples: ['me stakeholder', 'me stakeholder civil society'],
  },
  'me privacy': {
    summary: 'What is stored about you, why, and for how long',
    options: {},
    usage: 'me privacy',
    examples: ['me privacy'],
  },
  'me export': {
    summary: 'All that is stored about you, to read and as JSON',
    options: {},
    usage: 'me export',
    examples: ['me export'],
  },
  'me forget': {
    summary: 'Leave the record: what goes, what stays and why, and then it is done',
    options: { sure: 'That it is meant' },
    usage: 'me forget',
    examples: ['me forget'],
  },
} as const;
