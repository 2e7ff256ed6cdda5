import { z } from 'zod';
import { topicCard } from '../src/cards/topics.ts';
import { replyCommand } from '../src/chat/command.ts';
import { topicOption } from '../src/chat/option.ts';
import { isTopic, readWhichTopic, topicMeant } from './parts/which-topic.ts';

export default replyCommand({
  name: 'topic',
  aliases: ['sujet'],
  listed: false,
  options: z.object({ topic: topicOption() }),
  read: readWhichTopic,
  run({ facts, options, actor, words }) {
    const shown = topicMeant(facts, 'topic', options, words);
    return isTopic(shown) ? topicCard(shown, actor, words) : shown;
  },
});
