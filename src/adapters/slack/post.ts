import type { types } from '@slack/bolt';
import type { Adapter, Posted, Posting } from '../../chat/adapter.ts';
import type { Block, Card, Line } from '../../chat/card.ts';
import { sentAgain } from '../../chat/unseen.ts';
import { within } from '../../chat/within.ts';
import { type Clients, spacesOf } from './clients.ts';
import { findMarked } from './history.ts';
import { deadlines, limits } from './limits.ts';
import { outcomeOf } from './outcome.ts';
import { renderCard } from './render.ts';
import { plainText } from './render-buttons.ts';
import { readerOf, userOf, usersIn } from './render-line.ts';
import type { Users } from './users.ts';

/** What the bot sends by itself. */
export type Posts = Pick<Adapter, 'post' | 'resume' | 'edit' | 'spaces'>;

export function createPosts(clients: Clients, users: Users): Posts {
  const { posts, reading } = clients;

  async function post({ key, to, card }: Posting): Promise<Posted> {
    try {
      const message = await messageOf(card, tenantOf(to), users);
      const { channel = '', ts = '' } = await posts.chat.postMessage({ channel: channelOf(to), ...message, blocks: marked(message.blocks, key) });
      return { kind: 'sent', reference: `${channel} ${ts}` };
    } catch (error) {
      return outcomeOf(error, to);
    }
  }

  return {
    spaces: () => spacesOf(clients),
    post,
    async resume({ key, to, card }, begun) {
      // To read what it wrote to a person the bot would have to ask for a right over all their messages to it.
      if (to.kind === 'person') return { kind: 'uncertain', problem: 'direct messages are not read' };
      const found = await findMarked(reading, { to, mark: markOf(key), since: begun });
      if (found.kind === 'found') return { kind: 'sent', reference: `${to.channel} ${found.ts}` };
      return found.kind === 'absent' && card !== undefined ? sentAgain(await post({ key, to, card })) : found;
    },
    async edit(reference, { key, to, card }) {
      try {
        const [channel = '', ts = ''] = reference.split(' ');
        const { text, blocks } = await messageOf(card, tenantOf(to), users);
        await posts.chat.update({ channel, ts, text, blocks: marked(blocks, key), parse: 'none' });
        return { kind: 'sent', reference };
      } catch (error) {
        return outcomeOf(error, to);
      }
    },
  };
}

/** The workspace or organisation in `slack:T123` and in `slack:T123:U456`. */
function tenantOf(to: Posting['to']): string {
  return (to.kind === 'channel' ? to.space : to.account).split(':')[1] ?? '';
}

/** Slack opens the direct messages with a person where the person stands in a channel's place. */
function channelOf(to: Posting['to']): string {
  return to.kind === 'channel' ? to.channel : (to.account.split(':')[2] ?? '');
}

/** The card as everybody reads it: people are named and not mentioned, so that no message of the bot's own calls anybody. */
async function messageOf(card: Card, tenant: string, users: Users) {
  await within(deadlines.interactiveCall, users.learn(mentionedIn(card, tenant)));
  const reader = readerOf({ ...card, audience: 'place' }, tenant, (account) => nameOf(account, tenant, users));
  const quiet = { mrkdwn: false, parse: 'none', unfurl_links: false, unfurl_media: false } as const;
  return { ...renderCard(card, reader), ...quiet };
}

function nameOf(account: string, tenant: string, users: Users): string | undefined {
  const user = userOf(account, tenant);
  return user === undefined ? undefined : users.nameOf(user);
}

/** People of this workspace whom a card names. */
function mentionedIn({ blocks }: Card, tenant: string): readonly string[] {
  const inlines = blocks.flatMap(linesIn).flat();
  return [...new Set(inlines.flatMap((inline) => (typeof inline !== 'string' && inline.kind === 'mention' ? usersIn(inline, tenant) : [])))];
}

function linesIn(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return [block.text];
    case 'facts':
      return block.facts.map(({ value }) => value);
    case 'list':
      return block.items.map(({ text }) => text);
    default:
      return [];
  }
}

/** By this the message is found again. */
function markOf(key: string): string {
  return `is3c:${key}`.slice(0, limits.id);
}

/** Slack keeps the id of a block; a card without any gets one, since what bears no mark cannot be looked for. */
function marked([first = empty, ...others]: readonly types.KnownBlock[], key: string): types.KnownBlock[] {
  return [{ ...first, block_id: markOf(key) }, ...others];
}

const empty: types.KnownBlock = { type: 'section', text: plainText('', limits.textObject) };
