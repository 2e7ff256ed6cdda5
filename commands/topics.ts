import { z } from 'zod';
import { topicsCard } from '../src/cards/topics.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenNumber } from '../src/chat/option.ts';

const size = 10;

export default replyCommand({
  name: 'topics',
  aliases: ['sujets'],
  options: z.object({ skip: hiddenNumber() }),
  read: ({ store, sender, options: { skip = '0' } }) => store.readTopics(sender, Number(skip), size),
  run: ({ facts, actor, words }) => topicsCard({ ...facts, size }, actor, words),
});
