import { whichChannelCard } from '../src/cards/here-channel.ts';
import type { Card } from '../src/chat/card.ts';
import type { Context, Options } from '../src/chat/command.ts';
import type { Place } from '../src/chat/interaction.ts';
import type { Channel } from '../src/core/group.ts';
import type { Problem } from '../src/core/problem.ts';
import type { Sender, Store } from '../src/core/store.ts';
import type { HereFacts } from '../src/core/store-messages.ts';

type Asked = { readonly store: Store; readonly sender: Sender; readonly place: Place; readonly options: { readonly channel?: string | undefined } };

/** What a channel gets, of the one that is named or where this was typed, in one trip. */
export function readHere({ store, sender, place, options }: Asked): Promise<HereFacts> {
  return store.readHere(sender, { space: sender.space ?? '', channel: named(place, options.channel) ?? '' });
}

function named(place: Place, channel: string | undefined): string | undefined {
  return channel ?? (place.kind === 'channel' ? place.channel : undefined);
}

/** The channel that is meant; where none is, a menu of those that get something, or a refusal. */
export function channelMeant(
  command: string,
  context: Pick<Context<Options, HereFacts>, 'facts' | 'place' | 'actor' | 'words'>,
  said: string | undefined,
): Channel | Card | Problem {
  const { facts, place, actor, words } = context;
  const channel = named(place, said);
  if (channel !== undefined && actor.space !== undefined) return { space: actor.space, channel };
  return facts.subscriptions.length > 0 ? whichChannelCard(facts.subscriptions, command, words) : { code: 'channel-needed', params: {} };
}

export function isChannel(value: Channel | Card | Problem): value is Channel {
  return 'channel' in value;
}
