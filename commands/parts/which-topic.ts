import { type TopicShown, whichTopicCard } from '../../src/cards/topics.ts';
import type { Card } from '../../src/chat/card.ts';
import { menuSize } from '../../src/core/choice.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { Sender, Store } from '../../src/core/store.ts';
import type { TopicFile } from '../../src/core/store-proposals.ts';
import type { Topic } from '../../src/core/topic.ts';
import type { CommandName, Words } from '../../src/text/words.ts';

type Options = { readonly [name: string]: string | undefined; readonly topic?: string | undefined };

type Asked = { readonly store: Store; readonly sender: Sender; readonly options: Options };

/** The topic that is named, in one trip; where none is, what the sender has begun without one. */
export function readTopic({ store, sender, options }: Asked): Promise<TopicFile> {
  return store.readTopic(sender, options.topic ?? '');
}

/** The topic that was named or is the only one to choose, or those that may be meant by what was typed. */
export type FoundTopic = TopicFile & { readonly topics: readonly Topic[] };

/** Finds the topic that is meant in one trip: by its id, else among the open ones. */
export async function readWhichTopic({ store, sender, options: { topic: said = '' } }: Asked): Promise<FoundTopic> {
  return /^t\d+$/.test(said) ? { ...(await store.readTopic(sender, said)), topics: [] } : store.findTopics(sender, said, menuSize);
}

/** The topic that is meant; a menu where that is not clear, a refusal where nothing fits. */
export function topicMeant({ topics, ...file }: FoundTopic, command: CommandName, options: Options, words: Words): TopicShown | Card | Problem {
  const { topic: said, ...others } = options;
  const shown = shownTopic(file);
  if (shown !== undefined) return shown;
  if (topics.length > 0) return whichTopicCard(topics, command, others, words);
  return said === undefined ? { code: 'no-topic', params: {} } : { code: 'topic-unknown', params: { said } };
}

export function shownTopic({ overview, groupName, groupEnded, events }: TopicFile): TopicShown | undefined {
  return overview === undefined ? undefined : { overview, groupEnded, events, ...(groupName !== undefined && { groupName }) };
}

export function isTopic(value: TopicShown | Card | Problem): value is TopicShown {
  return 'overview' in value;
}
