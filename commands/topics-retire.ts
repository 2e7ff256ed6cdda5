import { z } from 'zod';
import { hiddenNumber, topicOption } from '../src/chat/option.ts';
import { retireTopic } from '../src/core/topic.ts';
import { topicCommand } from './parts/topics-form.ts';

export default topicCommand('topics retire', z.object({ topic: topicOption(), version: hiddenNumber() }), (topic, { why = '' }) => retireTopic(topic, why));
