/** The places where people talk to the bot. */
export type Platform = 'slack' | 'discord' | 'terminal';

/**
 * The immutable identity of a person on a platform: `slack:T123:U456`, `discord:789`, `terminal:alice`.
 * Rights hang on it, never on a name.
 */
export type Account = string;

/** The immutable identity of a Slack workspace or organisation, a Discord server or a terminal: `slack:T123`, `discord:789`, `terminal:local`. */
export type SpaceKey = string;

/** The account of whoever can run the program, and so owns its database: always a coordinator. */
export const operator: Account = 'terminal:operator';

/** The space of every account at the terminal. */
export const terminalSpace: SpaceKey = 'terminal:local';

/** The account of no person on any platform, for which a card is drawn that everybody is to read. */
export const nobody: Account = 'nobody';

const forms: Record<Platform, RegExp> = {
  slack: /^slack:[TE][A-Z0-9]{1,30}:[UW][A-Z0-9]{1,30}$/,
  discord: /^discord:\d{1,20}$/,
  terminal: /^terminal:[\p{L}\p{N}._-]{1,64}$/u,
};

export function platformOf(key: Account | SpaceKey): Platform {
  const name = key.slice(0, key.indexOf(':'));
  return name === 'slack' || name === 'discord' ? name : 'terminal';
}

/** The id that a platform gives to a space. */
export function idOfSpace(space: SpaceKey): string {
  return space.slice(space.indexOf(':') + 1);
}

/** The account that is meant by what somebody calls another: at a terminal all go by their bare names. */
export function accountNamed(said: string, by: Account): Account {
  return platformOf(by) === 'terminal' && !said.includes(':') ? `terminal:${said}` : said;
}

/** Whether the text is an account as configuration writes it. */
export function isAccount(text: string): boolean {
  return forms[platformOf(text)].test(text);
}
