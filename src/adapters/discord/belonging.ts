import { DiscordAPIError, REST } from '@discordjs/rest';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Interaction } from '../../chat/interaction.ts';
import { baseOf } from './rest.ts';

/** Says whether somebody is in a server; undefined where that is not known. */
export type Belongs = (account: Interaction['sender'], space: NonNullable<Interaction['space']>) => Promise<boolean | undefined>;

/** Within what an answer to a direct message may wait for Discord, in milliseconds. */
const patience = 1_000;

/** For so long a "no" is not asked again, in milliseconds: Discord allows few such questions, and whoever presses fast would use them up. */
const standsFor = 5 * 60_000;

/** How many a "no" is remembered of; a full memory forgets the oldest. */
const most = 10_000;

/**
 * Asks Discord, which knows who has left a server and who is banned from it. Where it cannot be asked, its last "no" stands.
 */
export function belongsOver(token: string, apiUrl: string | undefined): Belongs {
  const rest = new REST({ ...baseOf(apiUrl), retries: 0, rejectOnRateLimit: () => true });
  /** Until when each "no" is not asked again. A "yes" needs no memory: it is kept with what is recorded. */
  const outside = new Map<string, number>();
  const asking = new Map<string, Promise<boolean | undefined>>();

  async function ask(member: `/${string}`): Promise<boolean | undefined> {
    const how = { auth: false, headers: { authorization: `Bot ${token}` }, signal: AbortSignal.timeout(patience) };
    try {
      await rest.get(member, how);
      outside.delete(member);
      return true;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember) keepOut(member);
      return lastSaid(member);
    } finally {
      asking.delete(member);
    }
  }

  function lastSaid(member: string): false | undefined {
    return outside.has(member) ? false : undefined;
  }

  function keepOut(member: string): void {
    outside.delete(member);
    outside.set(member, Date.now() + standsFor);
    const [oldest] = outside.keys();
    if (outside.size > most && oldest !== undefined) outside.delete(oldest);
  }

  return async (account, space) => {
    const member = Routes.guildMember(space.slice('discord:'.length), account.slice('discord:'.length));
    if ((outside.get(member) ?? 0) > Date.now()) return false;
    const asked = asking.get(member) ?? ask(member);
    asking.set(member, asked);
    return asked;
  };
}
