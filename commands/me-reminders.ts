import { z } from 'zod';
import { remindersCard } from '../src/cards/me.ts';
import { replyCommand } from '../src/chat/command.ts';
import { wordOption } from '../src/chat/option.ts';
import { reminderWays } from '../src/core/member.ts';

export default replyCommand({
  name: 'me reminders',
  aliases: ['reminders', 'rappels'],
  listed: false,
  permission: 'member',
  options: z.object({ way: wordOption() }),
  read: ({ store, sender, real }) => store.readMe(sender, real),
  async run({ facts: { desks }, options, words, store, by }) {
    const reminders = reminderWays.find((way) => way === options.way?.toLowerCase());
    if (reminders === undefined) return remindersCard(undefined, [], words);
    await store.setPersonal({ reminders }, by);
    const led = desks.map(({ group }) => group);
    return remindersCard(reminders, led, words);
  },
});
