import { z } from 'zod';
import { topicsCard } from '../src/cards/topics.ts';
import { replyCommand } from '../src/chat/command.ts';

export default replyCommand({
  name: 'topics',
  aliases: ['sujets'],
  options: z.object({}),
  read: ({ store, sender }) => store.readTopics(sender),
  run: ({ facts, actor, words }) => topicsCard(facts.topics, actor, words),
});
