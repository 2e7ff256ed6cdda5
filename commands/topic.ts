import { z } from 'zod';
import { topicCard } from '../src/cards/topics.ts';
import { replyCommand } from '../src/chat/command.ts';
import { topicOption } from '../src/chat/option.ts';
import { isTopic, readTopic, topicMeant } from './which-topic.ts';

export default replyCommand({
  name: 'topic',
  aliases: ['sujet'],
  listed: false,
  options: z.object({ topic: topicOption() }),
  read: readTopic,
  run({ facts, options, actor, words }) {
    const shown = topicMeant(facts, options.topic);
    return isTopic(shown) ? topicCard(shown, actor, words) : shown;
  },
});
