import { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { Adapter, Begun, Posted, Posting, Resumed } from '../../chat/adapter.ts';
import { sentAgain, unseen } from '../../chat/unseen.ts';
import { hasText } from './decode.ts';
import { findMarked, pageSize, type Unread } from './history.ts';
import { patience } from './limits.ts';
import { markOf, nonceOf } from './mark.ts';
import { asEdit, asNew } from './message.ts';
import { outcomeOf } from './outcome.ts';
import { renderCard } from './render.ts';
import { baseOf } from './rest.ts';

/** What the bot sends by itself. */
export type Posts = Pick<Adapter, 'post' | 'resume' | 'edit' | 'spaces'>;

/** Posts with the bot's token. Where interactions come over HTTP there may be none: people are answered all the same, and nothing else is sent. */
export function openPosts(token: string | undefined, apiUrl: string | undefined): Posts {
  return token === undefined ? withoutToken : postsOver(callsWith(token, apiUrl));
}

const withoutToken: Posts = {
  post: async () => ({ kind: 'refused', problem: 'no token' }),
  resume: async () => ({ kind: 'uncertain', problem: 'no token' }),
  edit: async () => ({ kind: 'refused', problem: 'no token' }),
};

type Calls = {
  /** The servers in which the bot is, by their ids, a page at a time. */
  list(after: string): Promise<unknown>;
  /** Opens the direct messages with a person, which nobody sees. */
  open(user: string): Promise<unknown>;
  read(channel: string, before: string | undefined): Promise<unknown>;
  send(channel: string, message: object): Promise<unknown>;
  replace(channel: string, id: string, message: object): Promise<unknown>;
};

/**
 * A client that tries once, since two tries can make two messages, and waits for nobody's limits. It is not given the token to keep: it
 * would forget it at the first refusal.
 */
function callsWith(token: string, apiUrl: string | undefined): Calls {
  const rest = new REST({ ...baseOf(apiUrl), retries: 0, rejectOnRateLimit: () => true });
  const how = (milliseconds: number) => ({ auth: false, headers: { authorization: `Bot ${token}` }, signal: AbortSignal.timeout(milliseconds) });
  return {
    list: (after) => rest.get(Routes.userGuilds(), { ...how(patience.reading), query: new URLSearchParams({ limit: String(serversPage), after }) }),
    open: (user) => rest.post(Routes.userChannels(), { ...how(patience.reading), body: { recipient_id: user } }),
    read(channel, before) {
      const query = new URLSearchParams({ limit: String(pageSize), ...(before !== undefined && { before }) });
      return rest.get(Routes.channelMessages(channel), { ...how(patience.reading), query });
    },
    send: (channel, message) => rest.post(Routes.channelMessages(channel), { ...how(patience.post), body: message }),
    replace: (channel, id, message) => rest.patch(Routes.channelMessage(channel, id), { ...how(patience.post), body: message }),
  };
}

/** So many servers come at once, at most. */
const serversPage = 200;

/** How long a nonce surely keeps a message from being made twice, in milliseconds; Discord says "a few minutes". */
const nonceHolds = 120_000;

function postsOver(calls: Calls): Posts {
  async function channelFor(to: Posting['to']): Promise<string> {
    if (to.kind === 'channel') return to.channel;
    const opened = await calls.open(to.account.slice('discord:'.length));
    if (!hasText(opened, 'id')) throw new TypeError('no channel');
    return opened.id;
  }

  async function send(channel: string, { key, to, card }: Posting): Promise<Posted> {
    try {
      const container = { ...renderCard(card).container, id: markOf(key) };
      const message = { ...asNew({ components: [container] }, 'place'), nonce: nonceOf(key), enforce_nonce: true };
      const sent = await calls.send(channel, message);
      return hasText(sent, 'id') ? { kind: 'sent', reference: `${channel} ${sent.id}` } : { kind: 'uncertain', problem: 'unreadable answer' };
    } catch (error) {
      return outcomeOf(error, to);
    }
  }

  /** Sends what may stand there, trusting in the nonce: should this one not arrive, the first one may have all the same, and may be found later. */
  async function sendByNonce(channel: string, posting: Posting, unread: Unread): Promise<Resumed> {
    const posted = await send(channel, posting);
    if (posted.kind !== 'later' && posted.kind !== 'uncertain') return posted;
    return unread.kind === 'unseen' ? unread : { kind: 'uncertain', problem: posted.problem };
  }

  async function finish(channel: string, { key, to, card }: Begun, begun: Date): Promise<Resumed> {
    const sought = { mark: markOf(key), since: begun, to, until: Date.now() + patience.reading };
    const found = await findMarked((before) => calls.read(channel, before), sought);
    if (found.kind === 'found') return { kind: 'sent', reference: `${channel} ${found.id}` };
    if (card === undefined) return found;
    if (found.kind === 'absent') return sentAgain(await send(channel, { key, to, card }));
    return Date.now() - begun.getTime() < nonceHolds ? sendByNonce(channel, { key, to, card }, found) : found;
  }

  async function serversAfter(after: string): Promise<readonly string[]> {
    const page = await calls.list(after);
    if (!Array.isArray(page) || !page.every((one) => hasText(one, 'id'))) throw new TypeError('no list of servers');
    const ids = page.map(({ id }) => id);
    const last = ids.at(-1);
    const others = ids.length < serversPage || last === undefined ? [] : await serversAfter(last);
    return [...ids.map((id) => `discord:${id}`), ...others];
  }

  return {
    spaces: () => serversAfter('0').catch(() => undefined),
    async post(posting) {
      try {
        return await send(await channelFor(posting.to), posting);
      } catch (error) {
        // Only the way to a person fails here, and nothing has been sent on it.
        const outcome = outcomeOf(error, posting.to);
        return outcome.kind === 'uncertain' ? { kind: 'later', milliseconds: 0, problem: outcome.problem } : outcome;
      }
    },
    async resume(posting, begun) {
      try {
        return await finish(await channelFor(posting.to), posting, begun);
      } catch (error) {
        return unseen(outcomeOf(error, posting.to));
      }
    },
    async edit(reference, { key, to, card }) {
      try {
        const [channel = '', id = ''] = reference.split(' ');
        await calls.replace(channel, id, asEdit({ components: [{ ...renderCard(card).container, id: markOf(key) }] }));
        return { kind: 'sent', reference };
      } catch (error) {
        return outcomeOf(error, to);
      }
    },
  };
}
