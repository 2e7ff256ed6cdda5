import type { TopicShown } from '../src/cards/topics.ts';
import type { Problem } from '../src/core/problem.ts';
import type { Sender, Store } from '../src/core/store.ts';
import type { TopicFile } from '../src/core/store-proposals.ts';

type Asked = { readonly store: Store; readonly sender: Sender; readonly options: { readonly topic?: string | undefined } };

/** The topic that is named, in one trip; where none is, what the sender has begun without one. */
export function readTopic({ store, sender, options }: Asked): Promise<TopicFile> {
  return store.readTopic(sender, options.topic ?? '');
}

/** The topic that is meant, or a refusal that says where they all are. */
export function topicMeant({ overview, groupName, events }: TopicFile, said: string | undefined): TopicShown | Problem {
  if (overview === undefined) return { code: 'topic-unknown', params: { said: said ?? '' } };
  return { overview, events, ...(groupName !== undefined && { groupName }) };
}

export function isTopic(value: TopicShown | Problem): value is TopicShown {
  return 'overview' in value;
}
