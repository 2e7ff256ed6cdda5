import { z } from 'zod';
import { meCard } from '../src/cards/me.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';

export default replyCommand({
  name: 'me',
  options: z.object({}),
  read: readActor,
  run: ({ actor, words, zone }) => meCard(actor, zone, words),
});
