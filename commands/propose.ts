import { z } from 'zod';
import { proposalForm } from '../src/cards/proposal-forms.ts';
import { draftsButton, filedCard } from '../src/cards/proposals.ts';
import { type Card, note, paragraph } from '../src/chat/card.ts';
import { type Context, formCommand, type Options, type ShownProblem } from '../src/chat/command.ts';
import { isFieldProblem } from '../src/chat/entries.ts';
import type { Fields } from '../src/chat/interaction.ts';
import { hiddenWord, topicOption } from '../src/chat/option.ts';
import type { Problem } from '../src/core/problem.ts';
import { draftMeant, type Proposal } from '../src/core/proposal.ts';
import type { By, Store } from '../src/core/store.ts';
import type { TopicFile } from '../src/core/store-proposals.ts';
import { cannotPropose, topicClosed } from '../src/core/topic.ts';
import { sayProblem, type Words } from '../src/text/words.ts';
import { draftOf, type EnteredProposal, enterProposal } from './parts/proposal-entry.ts';
import { readTopic } from './parts/which-topic.ts';

export default formCommand({
  name: 'propose',
  aliases: ['proposer'],
  permission: 'member',
  options: z.object({ topic: topicOption(), draft: hiddenWord(), like: hiddenWord() }),
  opens: () => 'form',
  read: readOrigin,
  form({ facts, options, words }) {
    const { like } = facts;
    const draft = like === undefined ? draftMeant(facts.drafts, options.draft, options.topic) : undefined;
    const closed = refused(facts, options.topic);
    const filling = draft ?? like;
    // What was typed about a topic goes on without it, once it is taken up.
    if (closed !== undefined && filling === undefined) return closed;
    const where = closed === undefined ? { topic: options.topic, over: draft?.over } : { over: options.topic };
    return proposalForm({ ...where, draft: options.draft ?? draft?.id, like: like?.id }, filling ?? {}, draft !== undefined, words);
  },
  blank: (words, { topic, draft, like }) => (draft === undefined && like === undefined ? proposalForm({ topic }, {}, false, words) : undefined),
  async submit(context) {
    const { facts, options, words, fields, store, by } = context;
    const closed = refused(facts, options.topic);
    if (closed !== undefined) return tooLate(context, closed);
    const entered = enterProposal(proposalForm({}, {}, false, words), fields, undefined, context);
    if (isFieldProblem(entered)) {
      await keepTyped(context);
      return { ...entered, blocks: [note(words.proposal.keptTyped())] };
    }
    const filed = await store.propose(entered.text, options, by);
    if (filed.kind === 'recorded') return told(filed.value, entered, context);
    if (filed.kind === 'stale') return tooLate(context, { code: 'proposal-changed', params: { id: filed.value.id } });
    return tooLate(context, topicClosed(filed.topic, filed.groupName) ?? { code: 'topic-changed', params: { id: filed.topic.id } });
  },
});

/** What it is made from: a topic, what the sender has begun, and the proposal whose words it starts with. */
type Origin = TopicFile & { readonly like?: Proposal };

async function readOrigin(asked: Pick<Context<Options, Origin>, 'store' | 'sender' | 'options'>): Promise<Origin> {
  const { like = '' } = asked.options;
  const [topic, file] = await Promise.all([readTopic(asked), like === '' ? undefined : asked.store.readProposal(asked.sender, like)]);
  return { ...topic, ...(file?.overview !== undefined && { like: file.overview.proposal }) };
}

/** Says what was filed, and who decides on it. */
async function told(proposal: Proposal, { other }: EnteredProposal, context: Context<Options, TopicFile>): Promise<Card> {
  const { store, sender, actor, words } = context;
  const { decidable, led } = await store.readProposal(sender, proposal.id);
  return filedCard(proposal, words.proposal.filed(proposal.id), { decidable, led, ...(other !== undefined && { other }) }, actor, context);
}

type Typed = {
  readonly store: Store;
  readonly fields: Fields;
  readonly by: By;
  readonly words: Words;
  readonly options: { readonly topic?: string | undefined; readonly draft?: string | undefined };
};

function keepTyped({ store, fields, by, options: { topic, draft } }: Typed): Promise<void> {
  return store.keepDraft({ ...draftOf(fields), ...(topic !== undefined && { topic }) }, draft, by);
}

/** What comes of a topic that was taken up meanwhile can still be proposed as something new, so that nothing typed is lost. */
async function tooLate(typed: Typed, closed: Problem): Promise<ShownProblem> {
  const { words, options } = typed;
  await keepTyped(typed);
  return {
    problem: { code: 'typed-too-late', params: { id: options.topic ?? '' } },
    blocks: [paragraph(sayProblem(words, closed))],
    buttons: [draftsButton(words)],
  };
}

/** Why nothing can be proposed from the topic that was named. */
function refused({ overview, groupName, groupEnded }: TopicFile, said: string | undefined): Problem | undefined {
  if (said === undefined) return undefined;
  return overview === undefined ? { code: 'topic-unknown', params: { said } } : cannotPropose(overview.topic, groupName, groupEnded);
}
