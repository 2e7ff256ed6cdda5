import type { ProposalText } from '../../src/core/proposal.ts';
import type { By, Store } from '../../src/core/store.ts';
import { when } from './milestones.ts';
import { by } from './store.ts';

/** What a proposal says where a test does not care. */
export function proposalText(facts: Partial<ProposalText> = {}): ProposalText {
  return {
    name: 'Testing for consumers',
    problem: 'Nobody tests for them.',
    deliverable: 'A guide for consumer bodies.',
    ending: 'When the guide is out.',
    milestone: 'Outline agreed in March 2027',
    when: when('2027-03'),
    ...facts,
  };
}

/** Somebody in the accepted workspace T1. */
export function person(name: string, facts: Partial<By> = {}): By {
  return by({ account: `slack:T1:U${name.toUpperCase()}`, space: 'slack:T1', ...facts });
}

/** Accepts the workspace T1, and makes one of its channels that of leadership. */
export async function leadIn(store: Store, channel: string): Promise<void> {
  await store.acceptSpace('slack:T1', person('lead'));
  await store.leadFrom({ space: 'slack:T1', channel, language: 'en' }, person('lead'));
}

/** Files a proposal, and answers its id. */
export async function file(store: Store, topic?: string, who: By = person('proposer'), text: ProposalText = proposalText()): Promise<string> {
  const filed = await store.propose(text, { topic }, who);
  if (filed.kind !== 'recorded') throw new Error(`not filed: ${filed.kind}`);
  return filed.value.id;
}
