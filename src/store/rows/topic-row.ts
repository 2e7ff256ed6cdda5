import type { TopicOverview } from '../../core/store-proposals.ts';
import type { Interest, Topic, TopicState } from '../../core/topic.ts';
import { list } from '../read.ts';
import { isOpenRow } from './proposal-row.ts';

/** A topic as the database holds it. */
export type TopicRow = {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly state: TopicState;
  readonly group: string | null;
};

/** The columns of a `TopicRow` under its names. */
export const topicColumns = 'topic.id, topic.version, topic.text, topic.state, topic.group_id AS "group"';

/** `t2` before `t10`. */
export const topicOrder = 'length(topic.id), topic.id';

export function toTopic({ group, ...row }: TopicRow): Topic {
  return { ...row, ...(group !== null && { group }) };
}

/** A topic beside the interest in it, and what a reading statement's sender said. */
export type TopicOverviewRow = TopicRow & {
  readonly join: number;
  readonly lead: number;
  readonly mine: { readonly kind: Interest; readonly version: number } | null;
  readonly proposals: readonly { readonly id: string }[];
};

const counted = (kind: Interest): string =>
  `(SELECT count(*)::int FROM interest WHERE topic_id = topic.id AND version = topic.version AND kind = '${kind}') AS "${kind}"`;

/** The columns of a `TopicOverviewRow`; only interest in the wording that stands is counted. */
export const topicOverviewColumns = `${topicColumns}, ${counted('join')}, ${counted('lead')},
  (SELECT row_to_json(said) FROM (
    SELECT interest.kind, interest.version FROM interest WHERE topic_id = topic.id AND member_id = (SELECT actor.id FROM actor)
  ) AS said) AS mine,
  ${list(`SELECT proposal.id FROM proposal WHERE topic_id = topic.id AND ${isOpenRow} ORDER BY number`)} AS proposals`;

export function toTopicOverview({ join, lead, mine, proposals, ...row }: TopicOverviewRow): TopicOverview {
  const said = mine === null ? {} : mine.version === row.version ? { mine: mine.kind } : { before: mine.kind };
  return { topic: toTopic(row), counts: { join, lead }, ...said, proposals: proposals.map(({ id }) => id) };
}
