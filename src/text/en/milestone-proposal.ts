import { count } from '../say.ts';

const tag = 'en-GB';

/** What is said of milestones that chairs propose. */
export const milestoneProposal = {
  proposed: (id: string): string => `Proposed: ${id} waits for a coordinator.`,
  whatNext: 'You hear from the bot when a coordinator has decided.',
  titles: {
    waiting: (id: string): string => `${id} waits to be accepted`,
    accepted: (id: string): string => `${id} is in the plan`,
    declined: (id: string): string => `${id} was declined`,
    ended: (id: string): string => `${id} has ended: its group is concluded`,
  },
  group: 'Proposed for',
  since: 'Proposed on',
  accept: 'Accept',
  decline: 'Decline',
  declineTitle: (id: string): string => `Decline ${id}`,
  why: 'Why',
  whyHint: 'Public, and sent to whoever proposed it',
  waits: (id: string, what: string): string => `${id} is proposed: ${what}`,
  more: (number: number): string => count(tag, number, { one: '1 more milestone is proposed', other: (n) => `${n} more milestones are proposed` }),
  look: 'Look',
  decided: (id: string): string => `A coordinator has decided on ${id}`,
};
