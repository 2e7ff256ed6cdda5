import { type GroupMove, type GroupState, groupStates, groupTable } from './group.ts';

/** What a menu shows on the platform that shows least. */
export const menuSize = 25;

/** What somebody is to a group; whoever is nothing of this, or is only `offered` its chair, stands `outside`. */
export type Tie = 'chair' | 'deputy' | 'in' | 'asked' | 'offered' | 'coordinator' | 'outside';

/** The groups among which a command lets people choose: those in one of the states, for whoever has one of the ties; anybody where none is named. */
export type GroupChoice = { readonly states: readonly GroupState[]; readonly ties?: readonly Tie[] };

const atWork = groupStates.filter((state) => state !== 'concluded');
const leads: readonly Tie[] = ['chair', 'deputy', 'coordinator'];
const chairs: readonly Tie[] = ['chair', 'coordinator'];

function toMove(move: GroupMove, ties: readonly Tie[]): GroupChoice {
  return { states: groupStates.filter((state) => groupTable[state][move] !== undefined), ties };
}

/** What each act can be done with: a menu lists this and no more. Whether it may be done is decided once more with the group itself. */
export const groupChoices = {
  read: { states: groupStates },
  join: { states: atWork, ties: ['outside'] },
  leave: { states: atWork, ties: ['chair', 'deputy', 'in', 'asked'] },
  handOver: { states: atWork, ties: ['chair'] },
  answerChair: { states: atWork, ties: ['offered'] },
  readPack: { states: groupStates, ties: [...chairs, 'offered'] },
  lead: { states: atWork, ties: leads },
  run: { states: atWork, ties: chairs },
  pause: toMove('pause', chairs),
  resume: toMove('resume', chairs),
  rest: toMove('rest', ['coordinator']),
  wake: toMove('wake', ['coordinator']),
  conclude: toMove('conclude', chairs),
} as const satisfies Readonly<Record<string, GroupChoice>>;

/** Among which milestones somebody chooses: all of them, or those of which an outcome is or is not recorded. */
export type MilestoneChoice = 'all' | 'open' | 'settled';

/** Among which open proposals somebody chooses: all of them, their own, or those of others. */
export type ProposalChoice = 'all' | 'own' | 'others';
