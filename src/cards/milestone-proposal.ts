import type { Block, Button, Card } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { MilestoneProposal } from '../core/milestone-proposal.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';

/** Says that a milestone waits for a coordinator, and what happens next. */
export function proposedCard(proposal: MilestoneProposal, words: Words): Card {
  const { milestoneProposal: said } = words;
  return {
    kind: 'card',
    language: words.language,
    title: said.proposed(proposal.id),
    tone: 'good',
    blocks: [...blocksOf(proposal, words), { kind: 'note', text: [said.whatNext] }],
    buttons: [],
    audience: 'asker',
  };
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
export function proposalCard(proposal: MilestoneProposal, decides: boolean, words: Words): Card {
  return {
    kind: 'card',
    language: words.language,
    title: words.milestoneProposal.titles[proposal.state](proposal.id),
    tone: 'plain',
    blocks: blocksOf(proposal, words),
    buttons: decides && proposal.state === 'waiting' ? decisionButtons(proposal.id, words) : [],
    audience: 'asker',
  };
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
  return [
    { kind: 'act', label: said.accept, invoke: { command: 'milestone accept', options: { milestone: id } }, style: 'primary' },
    { kind: 'act', label: said.decline, invoke: { command: 'milestone decline', options: { milestone: id } } },
  ];
}
