import { z } from 'zod';
import { interestCard, topicCard } from '../src/cards/topics.ts';
import { valueUnknown } from '../src/cards/which-value.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenNumber, topicOption, wordOption } from '../src/chat/option.ts';
import { isProblem } from '../src/core/problem.ts';
import { interests, sayInterest } from '../src/core/topic.ts';
import { readValue, saysNone } from '../src/text/read-value.ts';
import { staleTopic } from './parts/topics-form.ts';
import { isTopic, readWhichTopic, topicMeant } from './parts/which-topic.ts';

export default replyCommand({
  name: 'topics interest',
  listed: false,
  permission: 'member',
  options: z.object({ topic: topicOption(), kind: wordOption(), version: hiddenNumber() }),
  read: readWhichTopic,
  async run({ facts, options, actor, store, by, words }) {
    const shown = topicMeant(facts, 'topics interest', options, words);
    if (!isTopic(shown)) return shown;
    if (options.kind === undefined) return topicCard(shown, actor, words);
    const { topic } = shown.overview;
    const { kind: said } = options;
    const kind = readValue(said, interests, (all) => all.interests);
    const labels = { join: words.topic.wouldJoin, lead: words.topic.wouldLead };
    if (kind === undefined && !saysNone(said))
      return valueUnknown(said, { command: 'topics interest', values: interests, labels, options: (one) => ({ ...options, topic: topic.id, kind: one }) });
    const change = sayInterest(topic, shown.groupName, Number(options.version ?? topic.version), kind);
    if (isProblem(change)) return staleTopic(topic, shown.groupName, words);
    const recorded = await store.sayInterest(change, by);
    return recorded.kind === 'stale' ? staleTopic(recorded.value, undefined, words) : interestCard(recorded.value, kind, words);
  },
});
