import { z } from 'zod';
import { meCard } from '../src/cards/me.ts';
import { replyCommand } from '../src/chat/command.ts';

export default replyCommand({
  name: 'me',
  aliases: ['moi', 'me show'],
  options: z.object({}),
  read: ({ store, sender, real }) => store.readMe(sender, real),
  run: ({ facts, actor, ...view }) => meCard(facts, actor, view),
});
