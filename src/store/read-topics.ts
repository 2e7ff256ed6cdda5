import type { Read, Sender } from '../core/store.ts';
import type { TopicFile, TopicOverview } from '../core/store-proposals.ts';
import { type DraftRow, draftColumns, toDraft } from './draft-row.ts';
import { type EventRow, historyOf, toEvent } from './event-row.ts';
import { list, only, type Reading, read, statement } from './read.ts';
import { storableText } from './storable.ts';
import { type TopicOverviewRow, topicOrder, topicOverviewColumns, toTopicOverview } from './topic-row.ts';

/** So many are shown at most. */
const most = 50;

const topicsStatement = statement('topics', {
  columns: [`${list(`SELECT ${topicOverviewColumns} FROM topic WHERE state = 'open' ORDER BY ${topicOrder} LIMIT ${most}`)} AS topics`],
});

export async function readTopics(reading: Reading, sender: Sender): Promise<Read<{ readonly topics: readonly TopicOverview[] }>> {
  const { actor, row } = await read<{ readonly topics: readonly TopicOverviewRow[] }>(reading, topicsStatement, sender);
  return { actor, topics: row.topics.map(toTopicOverview) };
}

const topicStatement = statement('topic', {
  columns: [
    `${only(`SELECT ${topicOverviewColumns} FROM topic WHERE topic.id = $3`)} AS overview`,
    `(SELECT working_group.name FROM topic JOIN working_group ON working_group.id = topic.group_id WHERE topic.id = $3) AS "groupName"`,
    `${historyOf('LIMIT 10')} AS events`,
    `${only(`SELECT ${draftColumns} FROM proposal_draft WHERE member_id = (SELECT actor.id FROM actor) AND about = $3`)} AS draft`,
  ],
});

type FileRow = {
  readonly overview: TopicOverviewRow | null;
  readonly groupName: string | null;
  readonly events: readonly EventRow[];
  readonly draft: DraftRow | null;
};

/** The events are those of a topic alone: an id that names none has no history either. */
export async function readTopic(reading: Reading, sender: Sender, id: string): Promise<TopicFile> {
  const { actor, row } = await read<FileRow>(reading, topicStatement, sender, [storableText(id)]);
  const draft = row.draft === null ? {} : { draft: toDraft(row.draft) };
  if (row.overview === null) return { actor, events: [], ...draft };
  return {
    actor,
    overview: toTopicOverview(row.overview),
    ...(row.groupName !== null && { groupName: row.groupName }),
    events: row.events.map(toEvent),
    ...draft,
  };
}
