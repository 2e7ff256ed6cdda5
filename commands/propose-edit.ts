import { z } from 'zod';
import { type ProposalShown, topicOver } from '../src/cards/proposal.ts';
import { proposalForm } from '../src/cards/proposal-forms.ts';
import { draftsButton, filedCard } from '../src/cards/proposals.ts';
import { type Card, note } from '../src/chat/card.ts';
import { type Context, formCommand, type Options, type ShownProblem } from '../src/chat/command.ts';
import { isFieldProblem } from '../src/chat/entries.ts';
import { hiddenNumber, hiddenWord, proposalOption } from '../src/chat/option.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import { canMove, draftMeant, editProposal, mayMove, type ProposalEdit } from '../src/core/proposal.ts';
import type { When } from '../src/core/when.ts';
import { draftOf, enterProposal, redated } from './parts/proposal-entry.ts';
import { type FoundProposal, isShown, proposalMeant, readWhichProposal, staleProposal } from './parts/which-proposal.ts';

export default formCommand({
  name: 'propose edit',
  listed: false,
  permission: 'member',
  options: z.object({ proposal: proposalOption('own'), version: hiddenNumber(), when: hiddenWord(), draft: hiddenWord() }),
  opens: () => 'form',
  read: readWhichProposal('own'),
  form({ facts, options, actor, ...asking }) {
    const { words } = asking;
    const shown = proposalMeant(facts, 'propose edit', options, words);
    if (!isShown(shown)) return shown;
    const { proposal } = shown.overview;
    const draft = draftMeant(shown.drafts, options.draft, proposal.id);
    const refused = mayMove(actor, 'edit', proposal) ?? canMove(proposal, 'edit');
    if (refused !== undefined) return draft === undefined ? refused : { problem: refused, blocks: [], buttons: [draftsButton(words)] };
    const filling = draft ?? proposal;
    const milestone = options.when === undefined ? filling.milestone : redated(filling.milestone, options.when, asking);
    const where = { proposal, draft: options.draft ?? draft?.id, over: closedTopic(shown) };
    return proposalForm(where, { ...filling, milestone }, draft !== undefined, words);
  },
  async submit(context) {
    const { facts, options, words, fields, actor, store, by } = context;
    const shown = proposalMeant(facts, 'propose edit', options, words);
    if (!isShown(shown)) return shown;
    const { proposal } = shown.overview;
    const about = { about: proposal.id, ...(proposal.topic !== undefined && { topic: proposal.topic }) };
    const keep = () => store.keepDraft({ ...draftOf(fields), ...about }, options.draft, by);
    const entered = enterProposal(proposalForm({ proposal }, {}, false, words), fields, proposal, context);
    if (isFieldProblem(entered)) {
      await keep();
      return { ...entered, blocks: [note(words.proposal.keptTyped())] };
    }
    const edit = editProposal(actor, proposal, entered.text, Number(options.version ?? proposal.version), '', closedTopic(shown));
    if (isProblem(edit) && edit.code === 'nothing-changed') return edit;
    return (await recorded(context, edit, shown, entered.other)) ?? keep().then(() => tooLate(context, proposal.id));
  },
});

/** The topic that the proposal comes from and that a group has taken up meanwhile, or that was retired: a new version goes on without it. */
function closedTopic(shown: ProposalShown): string | undefined {
  return topicOver(shown) === undefined ? undefined : shown.topic?.id;
}

type Editing = Context<Options, FoundProposal> & { readonly options: { readonly draft?: string | undefined } };

/** The new version; undefined where it was made from another one than stands. */
async function recorded(context: Editing, edit: ProposalEdit | Problem, shown: ProposalShown, other: When | undefined): Promise<Card | undefined> {
  if (isProblem(edit)) return undefined;
  const { store, by, words, options, actor } = context;
  const before = shown.overview.proposal;
  const { kind, value } = await store.editProposal({ ...edit, ...(options.draft !== undefined && { draft: options.draft }) }, by);
  const over = value.topic === undefined ? before.topic : undefined;
  const beside = { over, decidable: shown.decidable, led: shown.led, before: before.state === 'proposed', ...(other !== undefined && { other }) };
  return kind === 'stale' ? undefined : filedCard(value, words.proposal.edited(value.id), beside, actor, context);
}

/** Shows what stands, and where what was typed is kept. */
async function tooLate(context: Editing, id: string): Promise<ShownProblem | Problem> {
  const shown = await staleProposal(context, id, { code: 'typed-too-late', params: { id } });
  return isProblem(shown) ? shown : { ...shown, buttons: [draftsButton(context.words), ...shown.buttons] };
}
