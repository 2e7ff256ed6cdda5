import { DiscordAPIError, REST } from '@discordjs/rest';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Interaction } from '../../chat/interaction.ts';
import { baseOf } from './rest.ts';

/** Says whether somebody is in a server. */
export type Belongs = (account: Interaction['sender'], space: NonNullable<Interaction['space']>) => Promise<boolean>;

/** Within what an answer to a direct message may wait for Discord, in milliseconds. */
const patience = 1_000;

/** Asks Discord, which knows who has left a server and who is banned from it. Where it cannot be asked, what is known already stands. */
export function belongsOver(token: string, apiUrl: string | undefined): Belongs {
  const rest = new REST({ ...baseOf(apiUrl), retries: 0, rejectOnRateLimit: () => true });
  return async (account, space) => {
    const how = { auth: false, headers: { authorization: `Bot ${token}` }, signal: AbortSignal.timeout(patience) };
    try {
      await rest.get(Routes.guildMember(space.slice('discord:'.length), account.slice('discord:'.length)), how);
      return true;
    } catch (error) {
      return !(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember);
    }
  };
}
