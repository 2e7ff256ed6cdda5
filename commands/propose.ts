import { z } from 'zod';
import { proposalForm } from '../src/cards/proposal-forms.ts';
import { filedCard } from '../src/cards/proposals.ts';
import { formCommand } from '../src/chat/command.ts';
import { isFieldProblem } from '../src/chat/entries.ts';
import type { Fields } from '../src/chat/interaction.ts';
import { topicOption } from '../src/chat/option.ts';
import type { Problem } from '../src/core/problem.ts';
import type { By, Store } from '../src/core/store.ts';
import type { TopicFile } from '../src/core/store-proposals.ts';
import { cannotPropose, topicClosed } from '../src/core/topic.ts';
import { draftOf, enterProposal } from './proposal-entry.ts';
import { readTopic } from './which-topic.ts';

export default formCommand({
  name: 'propose',
  aliases: ['proposer'],
  permission: 'member',
  options: z.object({ topic: topicOption() }),
  opens: () => 'form',
  read: readTopic,
  form({ facts, options: { topic }, words }) {
    const { draft } = facts;
    return refused(facts, topic) ?? proposalForm(topic === undefined ? {} : { topic }, draft ?? {}, draft !== undefined, words);
  },
  blank: (words, { topic }) => proposalForm(topic === undefined ? {} : { topic }, {}, false, words),
  async submit(context) {
    const { facts, options, words, fields, store, by } = context;
    const closed = refused(facts, options.topic);
    if (closed !== undefined) return withoutTopic(context, closed);
    const from = options.topic === undefined ? {} : { topic: options.topic };
    const entered = enterProposal(proposalForm(from, {}, false, words), fields, undefined, context);
    if (isFieldProblem(entered)) {
      await store.keepDraft({ ...draftOf(fields), ...from }, by);
      return entered;
    }
    const filed = await store.propose(entered.text, options.topic, by);
    if (filed.kind !== 'topic closed') return filedCard(filed.value, words.proposal.filed(filed.value.id), entered, context);
    return withoutTopic(context, topicClosed(filed.topic, filed.groupName) ?? { code: 'topic-changed', params: { id: filed.topic.id } });
  },
});

type Kept = { readonly store: Store; readonly fields: Fields; readonly by: By };

/** What was taken up meanwhile can still be proposed as something new, so that nothing typed is lost. */
async function withoutTopic({ store, fields, by }: Kept, problem: Problem): Promise<Problem> {
  await store.keepDraft(draftOf(fields), by);
  return problem;
}

/** Why nothing can be proposed from the topic that was named. */
function refused({ overview, groupName, groupEnded }: TopicFile, said: string | undefined): Problem | undefined {
  if (said === undefined) return undefined;
  return overview === undefined ? { code: 'topic-unknown', params: { said } } : cannotPropose(overview.topic, groupName, groupEnded);
}
