import { whichChannelCard } from '../../src/cards/here-channel.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Context, Options } from '../../src/chat/command.ts';
import type { Place } from '../../src/chat/interaction.ts';
import type { Channel } from '../../src/core/group.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { Sender, Store } from '../../src/core/store.ts';
import type { HereFacts } from '../../src/core/store-messages.ts';

type Asked = { readonly store: Store; readonly sender: Sender; readonly place: Place; readonly options: { readonly channel?: string | undefined } };

/** What a channel gets, of the one that is named or where this was typed, in one trip. */
export function readHere({ store, sender, place, options }: Asked): Promise<HereFacts> {
  return store.readHere(sender, { space: sender.space ?? '', channel: named(place, options.channel) ?? '' });
}

function named(place: Place, channel: string | undefined): string | undefined {
  return channel ?? (place.kind === 'channel' ? place.channel : undefined);
}

/** The channel that is meant; where none is, the question which, or a refusal where the place belongs to no space. */
export function channelMeant(
  { place, actor, words }: Pick<Context<Options, HereFacts>, 'place' | 'actor' | 'words'>,
  said: string | undefined,
): Channel | Card | Problem {
  const channel = named(place, said);
  if (actor.space === undefined) return { code: 'channel-needed', params: {} };
  return channel === undefined ? whichChannelCard({ command: 'here choose', options: {} }, words) : { space: actor.space, channel };
}

export function isChannel(value: Channel | Card | Problem): value is Channel {
  return 'channel' in value;
}
