import { topicCard, topicForm } from '../../src/cards/topics.ts';
import { act, type Card } from '../../src/chat/card.ts';
import { type Context, formCommand, type Options, type ShownProblem } from '../../src/chat/command.ts';
import { type Entries, isFieldProblem, readEntries } from '../../src/chat/entries.ts';
import { isProblem, type Problem } from '../../src/core/problem.ts';
import type { TopicFile } from '../../src/core/store-proposals.ts';
import { type Topic, type TopicChange, topicClosed } from '../../src/core/topic.ts';
import { type FoundTopic, isTopic, readWhichTopic, shownTopic, topicMeant } from './which-topic.ts';

type Act = 'topics reword' | 'topics retire';

/** A command that changes one topic through a form, against the version that the form was made from. */
export function topicCommand<O extends Options>(name: Act, options: O, decide: (topic: Topic, entries: Entries) => TopicChange | Problem) {
  return formCommand<O, FoundTopic>({
    name,
    listed: false,
    permission: 'coordinator',
    options,
    opens: () => 'form',
    read: readWhichTopic,
    form({ facts, options: given, words }) {
      const shown = topicMeant(facts, name, given, words);
      if (!isTopic(shown)) return shown;
      return topicClosed(shown.overview.topic, shown.groupName) ?? topicForm(name, shown.overview.topic, words);
    },
    async submit(context) {
      const { facts, options: given, words, fields } = context;
      const shown = topicMeant(facts, name, given, words);
      if (!isTopic(shown)) return shown;
      const { topic } = shown.overview;
      const entries = readEntries(topicForm(name, topic, words), fields);
      if (isFieldProblem(entries)) return entries;
      return recordTopic(context, decide({ ...topic, version: Number(given['version'] ?? topic.version) }, entries));
    },
  });
}

type Recording = Pick<Context<Options, TopicFile>, 'store' | 'sender' | 'by' | 'actor' | 'words'>;

/** Remembers a decision about a topic and shows it; where other words stand by now, they are shown. */
export async function recordTopic({ store, sender, by, actor, words }: Recording, change: TopicChange | Problem): Promise<Card | Problem | ShownProblem> {
  if (isProblem(change)) return change;
  const { kind, value } = await store.recordTopic(change, by);
  const shown = shownTopic(await store.readTopic(sender, value.id));
  if (shown === undefined) return { code: 'topic-unknown', params: { said: value.id } };
  if (kind === 'stale') return staleTopic(value, shown.groupName, words);
  return { ...topicCard(shown, actor, words), title: words.topic.recorded[change.act](value.id), tone: 'good' };
}

/** Refuses what was made from other words than those that stand, and shows these. */
export function staleTopic(topic: Topic, groupName: string | undefined, words: Recording['words']): ShownProblem {
  const show = act(words.topic.show(topic.id), 'topic', { topic: topic.id });
  return {
    problem: topicClosed(topic, groupName) ?? { code: 'topic-changed', params: { id: topic.id } },
    blocks: [
      { kind: 'heading', text: words.topic.stands },
      { kind: 'quote', text: topic.text },
    ],
    buttons: [show],
  };
}
