import { act, type Block, type Button, type Card, card, note } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { MilestoneProposal } from '../core/milestone-proposal.ts';
import { toEdtf, type When } from '../core/when.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';

/** Says that a milestone waits for a coordinator, how its date was understood, with the other way to read it as a button, and what happens next. */
export function proposedCard(proposal: MilestoneProposal, notes: readonly string[], other: When | undefined, words: Words): Card {
  const { milestoneProposal: said } = words;
  return card(words, {
    title: said.proposed(proposal.id),
    tone: 'good',
    blocks: [...blocksOf(proposal, words), ...[...notes, said.whatNext].map((text) => note(text))],
    buttons: other === undefined ? [] : [redateButton(proposal.id, other, words)],
  });
}

function redateButton(id: string, other: When, { language, milestone }: Words): Button {
  return act(milestone.otherReading(sayWhen(other, language)), 'milestone redate', { milestone: id, when: toEdtf(other) });
}

/** Asks why a proposed milestone is declined. */
export function declineForm({ id }: MilestoneProposal, { language, milestoneProposal: said }: Words): Form {
  return {
    kind: 'form',
    language,
    title: said.declineTitle(id),
    submit: said.decline,
    invoke: { command: 'milestone decline', options: { milestone: id } },
    fields: [{ kind: 'text', name: 'why', label: said.why, hint: said.whyHint, required: true, limit: 500 }],
  };
}

/** A proposed milestone for whoever may decide on it; for others, how it stands. */
export function milestoneProposalCard(proposal: MilestoneProposal, decides: boolean, words: Words): Card {
  return card(words, {
    title: words.milestoneProposal.titles[proposal.state](proposal.id),
    blocks: blocksOf(proposal, words),
    buttons: decides && proposal.state === 'waiting' ? decisionButtons(proposal.id, words) : [],
  });
}

function blocksOf({ text, planned, group, at }: MilestoneProposal, words: Words): readonly Block[] {
  return [
    { kind: 'quote', text },
    {
      kind: 'facts',
      facts: [
        { label: words.milestone.planned, value: [sayWhen(planned.when, words.language, planned.wording)] },
        { label: words.milestoneProposal.group, value: [group] },
        { label: words.milestoneProposal.since, value: [{ kind: 'time', at }] },
      ],
    },
  ];
}

function decisionButtons(id: string, { milestoneProposal: said }: Words): readonly Button[] {
  return [act(said.accept, 'milestone accept', { milestone: id }, 'primary'), act(said.decline, 'milestone decline', { milestone: id })];
}
