import type { Page, Sender } from '../../core/store.ts';
import type { TopicFile, TopicsPage } from '../../core/store-proposals.ts';
import type { Topic } from '../../core/topic.ts';
import { ofOnly, onlyQuery } from '../only.ts';
import { pageBounds, pageColumns, pageQuery } from '../page.ts';
import { list, only, type Reading, read, statement } from '../read.ts';
import { type DraftRow, draftsColumn, toDraft } from '../rows/draft-row.ts';
import { type EventRow, historyOf, toEvent } from '../rows/event-row.ts';
import { type TopicOverviewRow, type TopicRow, topicColumns, topicOrder, topicOverviewColumns, toTopic, toTopicOverview } from '../rows/topic-row.ts';
import { storableText } from '../storable.ts';

/** After $3 of them, at most $4. */
const topicsStatement = statement('topics', {
  queries: [pageQuery("topic WHERE state = 'open'")],
  columns: [`${list(`SELECT ${topicOverviewColumns} FROM topic WHERE state = 'open' ORDER BY ${topicOrder} ${pageBounds}`)} AS topics`, ...pageColumns],
});

export async function readTopics(reading: Reading, sender: Sender, skip: number, limit: number): Promise<TopicsPage> {
  const { actor, row } = await read<Page & { readonly topics: readonly TopicOverviewRow[] }>(reading, topicsStatement, sender, [skip, limit]);
  return { actor, topics: row.topics.map(toTopicOverview), skip: row.skip, total: row.total };
}

const fileColumns: readonly string[] = [
  `${only(`SELECT ${topicOverviewColumns} FROM topic WHERE topic.id = $3`)} AS overview`,
  `(SELECT working_group.name FROM topic JOIN working_group ON working_group.id = topic.group_id WHERE topic.id = $3) AS "groupName"`,
  `EXISTS (SELECT FROM topic JOIN working_group ON working_group.id = topic.group_id WHERE topic.id = $3 AND working_group.state = 'concluded') AS "groupEnded"`,
  `${historyOf('LIMIT 10')} AS events`,
  draftsColumn,
];

const topicStatement = statement('topic', { columns: fileColumns });

/** Open topics whose id or words hold $3, in whatever case; $4 at most. */
const findStatement = statement('find topics', {
  queries: [
    `found AS MATERIALIZED (
  SELECT id FROM topic WHERE state = 'open' AND strpos(lower(id), lower($3)) + strpos(lower(text), lower($3)) > 0 ORDER BY ${topicOrder} LIMIT $4::int
)`,
    onlyQuery,
  ],
  columns: [`${list(`SELECT ${topicColumns} FROM topic WHERE id IN (SELECT found.id FROM found) ORDER BY ${topicOrder}`)} AS topics`, ...ofOnly(fileColumns)],
});

export async function findTopics(reading: Reading, sender: Sender, typed: string, limit: number): Promise<TopicFile & { readonly topics: readonly Topic[] }> {
  const { actor, row } = await read<FileRow & { readonly topics: readonly TopicRow[] }>(reading, findStatement, sender, [storableText(typed).trim(), limit]);
  return { actor, ...toFile(row), topics: row.topics.map(toTopic) };
}

type FileRow = {
  readonly overview: TopicOverviewRow | null;
  readonly groupName: string | null;
  readonly groupEnded: boolean;
  readonly events: readonly EventRow[];
  readonly drafts: readonly DraftRow[];
};

/** The events are those of a topic alone: an id that names none has no history either. */
export async function readTopic(reading: Reading, sender: Sender, id: string): Promise<TopicFile> {
  const { actor, row } = await read<FileRow>(reading, topicStatement, sender, [storableText(id)]);
  return { actor, ...toFile(row) };
}

function toFile(row: FileRow): Omit<TopicFile, 'actor'> {
  const drafts = row.drafts.map(toDraft);
  if (row.overview === null) return { groupEnded: false, events: [], drafts };
  return {
    overview: toTopicOverview(row.overview),
    groupEnded: row.groupEnded,
    ...(row.groupName !== null && { groupName: row.groupName }),
    events: row.events.map(toEvent),
    drafts,
  };
}
