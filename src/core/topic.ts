import { type Actor, may } from './member.ts';
import type { Problem } from './problem.ts';

/** `adopted` by a working group, or `retired` with a reason. */
export type TopicState = 'open' | 'adopted' | 'retired';

/** An issue that was identified and that nobody has taken up, in fixed words. */
export type Topic = {
  /** Permanent, `t1`. */
  readonly id: string;
  /** Counts the wordings. */
  readonly version: number;
  readonly text: string;
  readonly state: TopicState;
  /** The working group that has taken it up. */
  readonly group?: string;
};

/** What somebody would do in a group on a topic. */
export const interests = ['join', 'lead'] as const;
export type Interest = (typeof interests)[number];

/** How many people would join, and how many would lead. */
export type InterestCounts = Readonly<Record<Interest, number>>;

export type TopicAct = 'topic added' | 'topic reworded' | 'topic retired';

/** A decision to be remembered, made from a version of the topic; `id` is missing when it is added, since the store numbers it. */
export type TopicChange = { readonly act: TopicAct; readonly id?: string; readonly version: number; readonly text?: string; readonly why: string };

/** Whether the actor may add, reword and retire topics. */
export function mayChangeTopics(actor: Actor): Problem | undefined {
  return may(actor, 'coordinator');
}

/** Why nothing can be done with a topic any more; undefined for one that is open. */
export function topicClosed({ id, state, group = '' }: Pick<Topic, 'id' | 'state' | 'group'>, groupName: string | undefined): Problem | undefined {
  if (state === 'adopted') return { code: 'topic-adopted', params: { id, group, name: groupName ?? '' } };
  return state === 'retired' ? { code: 'topic-retired', params: { id } } : undefined;
}

/** Why no group can be proposed on a topic; one whose group has ended can be taken up again. */
export function cannotPropose(topic: Pick<Topic, 'id' | 'state' | 'group'>, groupName: string | undefined, groupEnded: boolean): Problem | undefined {
  return groupEnded ? undefined : topicClosed(topic, groupName);
}

/** Why a proposal cannot be established from its topic, with the way out. */
export function cannotEstablish(proposal: string, topic: Topic, groupName: string | undefined, groupEnded: boolean): Problem | undefined {
  if (cannotPropose(topic, groupName, groupEnded) === undefined) return undefined;
  return { code: 'topic-over', params: { id: proposal, topic: topic.id, group: topic.group ?? '', name: groupName ?? '' } };
}

/** Gives an open topic other words: a new version, of which interest is asked again. */
export function rewordTopic(topic: Topic, text: string, why: string): TopicChange | Problem {
  if (topic.text === text) return { code: 'nothing-changed', params: { id: topic.id } };
  return topicClosed(topic, undefined) ?? { act: 'topic reworded', id: topic.id, version: topic.version, text, why };
}

/** Takes an open topic off the list, with the reason. */
export function retireTopic(topic: Topic, why: string): TopicChange | Problem {
  return topicClosed(topic, undefined) ?? { act: 'topic retired', id: topic.id, version: topic.version, why };
}

/** What somebody says of one version of a topic; `kind` is missing when they take it back. */
export type InterestChange = { readonly topic: string; readonly version: number; readonly kind?: Interest };

/** Says interest in an open topic, or refuses where its words are no longer those that were read. */
export function sayInterest(topic: Topic, groupName: string | undefined, readVersion: number, kind: Interest | undefined): InterestChange | Problem {
  const closed = topicClosed(topic, groupName);
  if (closed !== undefined) return closed;
  if (readVersion !== topic.version) return { code: 'topic-changed', params: { id: topic.id } };
  return { topic: topic.id, version: topic.version, ...(kind !== undefined && { kind }) };
}
