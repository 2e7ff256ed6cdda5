import { type Account, operator, platformOf, type SpaceKey, terminalSpace } from '../core/account.ts';

/** What holds without a row: by configuration, or because whoever can run the program owns its database. */
export type Rights = {
  isCoordinator(account: Account): boolean;
  accepts(space: SpaceKey): boolean;
  /** The spaces that it accepts. */
  readonly spaces: readonly SpaceKey[];
  /** Whether the configuration names a coordinator beside the operator. */
  namesCoordinator(): boolean;
  /** Those whom it names beside the operator. */
  readonly named: readonly Account[];
};

/** The operator coordinates, and so does whoever the configuration names; the Slack workspaces of these are accepted with them. */
export function rightsOf(coordinators: readonly Account[]): Rights {
  const named = new Set(coordinators.filter((account) => account !== operator));
  const spaces = new Set([terminalSpace, ...[...named].filter((account) => platformOf(account) === 'slack').map(workspaceOf)]);
  return {
    isCoordinator: (account) => account === operator || named.has(account),
    accepts: (space) => spaces.has(space),
    spaces: [...spaces],
    namesCoordinator: () => named.size > 0,
    named: [...named],
  };
}

/** The workspace of a Slack account: `slack:T123` of `slack:T123:U456`. */
export function workspaceOf(account: Account): SpaceKey {
  return account.slice(0, account.lastIndexOf(':'));
}
