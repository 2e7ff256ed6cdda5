import { z } from 'zod';
import { proposalForm } from '../src/cards/proposal-forms.ts';
import { filedCard } from '../src/cards/proposals.ts';
import type { Card } from '../src/chat/card.ts';
import { type Context, formCommand, type Options } from '../src/chat/command.ts';
import { isFieldProblem } from '../src/chat/entries.ts';
import { hiddenNumber, proposalOption } from '../src/chat/option.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import { canMove, editProposal, mayMove, type ProposalEdit } from '../src/core/proposal.ts';
import { draftOf, enterProposal } from './proposal-entry.ts';
import { type FoundProposal, isShown, proposalMeant, readWhichProposal, staleProposal } from './which-proposal.ts';

export default formCommand({
  name: 'propose edit',
  listed: false,
  permission: 'member',
  options: z.object({ proposal: proposalOption(), version: hiddenNumber() }),
  opens: () => 'form',
  read: readWhichProposal,
  form({ facts, options, actor, words }) {
    const shown = proposalMeant(facts, 'propose edit', options.proposal, words);
    if (!isShown(shown)) return shown;
    const { proposal } = shown.overview;
    const refused = mayMove(actor, 'edit', proposal) ?? canMove(proposal, 'edit');
    return refused ?? proposalForm({ proposal }, shown.draft ?? proposal, shown.draft !== undefined, words);
  },
  async submit(context) {
    const { facts, options, words, fields, actor, store, by } = context;
    const shown = proposalMeant(facts, 'propose edit', options.proposal, words);
    if (!isShown(shown)) return shown;
    const { proposal } = shown.overview;
    const keep = () => store.keepDraft({ ...draftOf(fields), about: proposal.id }, by);
    const refused = mayMove(actor, 'edit', proposal);
    if (refused !== undefined) return refused;
    const text = enterProposal(proposalForm({ proposal }, {}, false, words), fields, proposal, context);
    if (isFieldProblem(text)) {
      await keep();
      return text;
    }
    const edit = editProposal(actor, proposal, text, Number(options.version ?? proposal.version), '');
    if (isProblem(edit) && edit.code === 'nothing-changed') return edit;
    return (await recorded(context, edit)) ?? keep().then(() => staleProposal(context, proposal.id, isProblem(edit) ? edit : undefined));
  },
});

/** The new version; undefined where it was made from another one than stands. */
async function recorded(
  { store, by, words }: Pick<Context<Options, FoundProposal>, 'store' | 'by' | 'words'>,
  edit: ProposalEdit | Problem,
): Promise<Card | undefined> {
  if (isProblem(edit)) return undefined;
  const { kind, value } = await store.editProposal(edit, by);
  return kind === 'stale' ? undefined : filedCard(value, words.proposal.edited(value.id), words);
}
