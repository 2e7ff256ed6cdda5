import type { Actor } from './member.ts';
import type { Problem } from './problem.ts';

/** What a set-up comes down to: to claim the deployment, to accept the space, to ask for that, or nothing, since it is accepted or waits. */
export type SetupStep = 'claim' | 'accept' | 'ask' | 'accepted' | 'waiting';

/**
 * What `here setup` does for this sender. A deployment without a coordinator may be claimed by an admin of the platform, and only then;
 * the operator at the terminal does not count, since everybody who runs the program is one.
 */
export function settle(actor: Actor, hasCoordinator: boolean): SetupStep | Problem {
  if (actor.visitor) return { code: 'visitor', params: {} };
  if (actor.space === undefined) return { code: 'space-needed', params: {} };
  if (actor.coordinator) return actor.spaceState === 'accepted' ? 'accepted' : 'accept';
  return hasCoordinator ? settleLater(actor) : settleFirst(actor);
}

const adminsOnly: Problem = { code: 'platform-admins-only', params: {} };

function settleFirst({ platformAdmin }: Actor): SetupStep | Problem {
  return platformAdmin ? 'claim' : adminsOnly;
}

function settleLater({ platformAdmin, spaceState }: Actor): SetupStep | Problem {
  if (spaceState !== 'unknown') return spaceState;
  return platformAdmin ? 'ask' : adminsOnly;
}
