import { z } from 'zod';
import { remindersCard } from '../src/cards/me.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';
import { wordOption } from '../src/chat/option.ts';
import { reminderWays } from '../src/core/member.ts';

export default replyCommand({
  name: 'me reminders',
  aliases: ['reminders', 'rappels'],
  listed: false,
  permission: 'member',
  options: z.object({ way: wordOption() }),
  read: readActor,
  async run({ options, words, store, by }) {
    const reminders = reminderWays.find((way) => way === options.way?.toLowerCase());
    if (reminders === undefined) return remindersCard(undefined, words);
    await store.setPersonal({ reminders }, by);
    return remindersCard(reminders, words);
  },
});
