import { describe, expect, it, test } from 'vitest';
import type { Member } from '../../src/core/member.ts';
import {
  answerBy,
  canMove,
  cannotAsk,
  charterOf,
  decisions,
  editProposal,
  isOpen,
  isUnanswered,
  mayMove,
  moveProposal,
  moves,
  type Proposal,
  proposalMoves,
  proposalStates,
  seesVolunteers,
  volunteer,
} from '../../src/core/proposal.ts';
import { actor } from '../support/people.ts';
import { proposalText } from '../support/proposals.ts';

const at = new Date('2026-11-24T12:00:00Z');

function proposal(facts: Partial<Proposal> = {}): Proposal {
  return { ...proposalText(), id: 'p1', version: 2, state: 'proposed', member: 'p', at, waitingSince: at, ...facts };
}

const proposer = actor({ member: 'p' });
const coordinator = actor({ member: 'k', coordinator: true });
const other = actor({ member: 'x' });

describe('the table of moves', () => {
  it('is this one, from each state by each move', () => {
    const lines = proposalStates.map((state) => `${state}: ${proposalMoves.map((move) => `${move} > ${moves[state][move] ?? '-'}`).join(', ')}`);
    expect(lines).toEqual([
      'draft: propose > proposed, edit > draft, ask > -, establish > -, decline > -, withdraw > withdrawn',
      'proposed: propose > -, edit > proposed, ask > changes asked, establish > established, decline > declined, withdraw > withdrawn',
      'changes asked: propose > -, edit > proposed, ask > -, establish > established, decline > declined, withdraw > withdrawn',
      'established: propose > -, edit > -, ask > -, establish > -, decline > -, withdraw > -',
      'declined: propose > -, edit > -, ask > -, establish > -, decline > -, withdraw > -',
      'withdrawn: propose > -, edit > -, ask > -, establish > -, decline > -, withdraw > -',
    ]);
  });

  it('leaves open what can still be withdrawn, and says of the rest how it stands', () => {
    const states = ['proposed', 'changes asked', 'established', 'declined', 'withdrawn'] as const;
    expect(states.filter((state) => isOpen({ state }))).toEqual(['proposed', 'changes asked']);
    expect(canMove(proposal({ state: 'declined' }), 'establish')).toEqual({ code: 'proposal-stands', params: { id: 'p1', state: 'declined' } });
  });
});

describe('who may move a proposal', () => {
  test.each([
    ['a coordinator decides', coordinator, decisions, undefined],
    ['a proposer does not decide', proposer, decisions, 'coordinators-only'],
    ['another member does not decide', other, decisions, 'coordinators-only'],
    ['a coordinator never decides on their own, though they be the only one', actor({ member: 'p', coordinator: true }), decisions, 'own-proposal'],
    ['a visitor decides nothing, though a coordinator elsewhere', actor({ member: 'k', coordinator: true, visitor: true }), decisions, 'visitor'],
    ['a proposer edits and withdraws', proposer, ['edit', 'withdraw'], undefined],
    ['nobody edits or withdraws for another', coordinator, ['edit', 'withdraw'], 'proposers-only'],
    ['nor somebody who is nobody yet', actor(), ['edit', 'withdraw'], 'proposers-only'],
    ['nor a proposer from a space that waits', actor({ member: 'p', spaceState: 'waiting' }), ['edit', 'withdraw'], 'space-not-accepted'],
  ] as const)('%s', (_what, who, acts, refused) => {
    expect(acts.map((act) => mayMove(who, act, proposal())?.code)).toEqual(acts.map(() => refused));
  });
});

test('changes are asked for only of a proposer who is there', () => {
  const there: Member = { id: 'p', accounts: ['slack:T1:UP'], reminders: 'direct' };
  expect(cannotAsk(proposal(), there)).toBeUndefined();
  expect(cannotAsk(proposal(), undefined)).toEqual({ code: 'proposer-gone', params: { id: 'p1' } });
  expect(cannotAsk(proposal({ state: 'declined' }), undefined)).toBeUndefined();
});

describe('a decision', () => {
  it('is made from the version that was read, and is remembered with its reason', () => {
    expect(moveProposal(coordinator, proposal(), 'establish', 2, 'Wanted.')).toEqual({ move: 'establish', id: 'p1', version: 2, why: 'Wanted.' });
    expect(moveProposal(coordinator, proposal(), 'establish', 1, '')).toEqual({ code: 'proposal-changed', params: { id: 'p1' } });
  });

  it('is refused by the table before the version is looked at, so that an old button says how it ended', () => {
    expect(moveProposal(coordinator, proposal({ state: 'withdrawn' }), 'ask', 1, '')).toMatchObject({ code: 'proposal-stands' });
    expect(moveProposal(coordinator, proposal({ state: 'changes asked' }), 'ask', 2, '')).toMatchObject({ code: 'proposal-stands' });
  });
});

describe('a new version', () => {
  const text = proposalText({ name: 'Other' });

  it('is what differs from the one that it was made from', () => {
    expect(editProposal(proposer, proposal(), text, 2, '')).toEqual({ id: 'p1', version: 2, text, why: '' });
    expect(editProposal(proposer, proposal({ state: 'changes asked' }), text, 2, '')).toMatchObject({ version: 2 });
  });

  test.each([
    ['by another', coordinator, proposal(), text, 2, 'proposers-only'],
    ['of what has ended', proposer, proposal({ state: 'established' }), text, 2, 'proposal-stands'],
    ['from an older one', proposer, proposal(), text, 1, 'proposal-changed'],
    ['that says the same', proposer, proposal(), proposalText(), 2, 'nothing-changed'],
  ] as const)('is refused %s', (_what, who, standing, said, version, code) => {
    expect(editProposal(who, standing, said, version, '')).toMatchObject({ code });
  });
});

describe('an offer of help', () => {
  test.each([
    ['by a member, the proposer included', proposer, proposal(), 2, { proposal: 'p1', version: 2, kind: 'write' }],
    ['by somebody who is nobody yet', actor(), proposal({ state: 'changes asked' }), 2, { kind: 'write' }],
    ['not by a visitor', actor({ visitor: true }), proposal(), 2, { code: 'visitor' }],
    ['not from a space that waits', actor({ spaceState: 'waiting' }), proposal(), 2, { code: 'space-not-accepted' }],
    ['not to what has ended', other, proposal({ state: 'withdrawn' }), 2, { code: 'proposal-stands' }],
    ['not to words that were not read', other, proposal(), 1, { code: 'proposal-reworded' }],
  ] as const)('is taken %s', (_what, who, standing, version, expected) => {
    expect(volunteer(who, standing, version, 'write')).toMatchObject(expected);
  });

  it('is taken back without a kind', () => {
    expect(volunteer(other, proposal(), 2, undefined)).toEqual({ proposal: 'p1', version: 2 });
  });

  it('is seen with its name by the proposer and leadership alone', () => {
    const readers = [proposer, coordinator, other, actor(), actor({ coordinator: true, visitor: true })];
    expect(readers.map((reader) => seesVolunteers(reader, proposal()))).toEqual([true, true, false, false, false]);
  });
});

test('an answer is due four weeks after it began to wait, and what waits for its proposer is not left unanswered', () => {
  expect(answerBy(proposal()).toISOString()).toBe('2026-12-22T12:00:00.000Z');
  const isLate = (now: string, state: Proposal['state'] = 'proposed') => isUnanswered(proposal({ state }), new Date(now));
  expect([isLate('2026-12-22T11:59:59Z'), isLate('2026-12-22T12:00:00Z'), isLate('2027-12-22T12:00:00Z', 'changes asked')]).toEqual([false, true, false]);
});

test('a charter is what the proposer wrote of it', () => {
  expect(charterOf(proposalText())).toBe('Nobody tests for them.\n\nA guide for consumer bodies.\n\nWhen the guide is out.');
});
