import { z } from 'zod';
import { hiddenNumber, topicOption } from '../src/chat/option.ts';
import { rewordTopic } from '../src/core/topic.ts';
import { topicCommand } from './parts/topics-form.ts';

export default topicCommand('topics reword', z.object({ topic: topicOption(), version: hiddenNumber() }), (topic, { text = '', why = '' }) =>
  rewordTopic(topic, text, why),
);
