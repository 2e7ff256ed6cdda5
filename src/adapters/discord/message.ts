import {
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  type APIMessageTopLevelComponent,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Card } from '../../chat/card.ts';
import { type File, filesIn } from '../../chat/files.ts';
import { renderCard } from './render.ts';

/** A message before it is known whether it is a reply, an edit or a new one. */
export type Message = { readonly components: APIMessageTopLevelComponent[]; readonly files?: readonly File[] };

export type Audience = Card['audience'];

/** Cards that were rendered already, since the same card is given to all who ask the same. */
const rendered = new WeakMap<Card, Message>();

/** A card, and the data in it as files beside it: no message holds them whole. */
export function messageOf(card: Card): Message {
  const message = rendered.get(card) ?? withData(card);
  rendered.set(card, message);
  return message;
}

function withData(card: Card): Message {
  const { container } = renderCard(card);
  const files = filesIn(card);
  return { components: [container, ...files.map(({ name }) => fileNamed(name))], files };
}

/** Where a file stands in its message: Discord shows none that nothing refers to. */
export function fileNamed(name: string): APIMessageTopLevelComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** What every message is sent with: nobody is pinged, whatever the text says. */
const quietly = { allowed_mentions: { parse: [] } };

/** A message as a new one; who sees it is settled for good when it is sent. */
export function asNew({ components }: Message, audience: Audience): APIInteractionResponseCallbackData {
  const flags = MessageFlags.IsComponentsV2 | (audience === 'asker' ? MessageFlags.Ephemeral : 0);
  return { ...quietly, flags, components };
}

/** A message in place of one that stands already; an edit cannot say who sees it. */
export function asEdit({ components, files = [] }: Message): APIInteractionResponseCallbackData {
  const attachments = files.map(({ name }, index) => ({ id: String(index), filename: name }));
  return { ...quietly, flags: MessageFlags.IsComponentsV2, components, attachments };
}

export function reply(message: Message, audience: Audience): APIInteractionResponse {
  return { type: InteractionResponseType.ChannelMessageWithSource, data: asNew(message, audience) };
}

export function replace(message: Message): APIInteractionResponse {
  return { type: InteractionResponseType.UpdateMessage, data: asEdit(message) };
}

/** Promises an answer. Of all flags only this one is heard here; the others go on the edit. */
export const thinking: APIInteractionResponse = {
  type: InteractionResponseType.DeferredChannelMessageWithSource,
  data: { flags: MessageFlags.Ephemeral },
};

/** Promises that the pressed message changes, or that another one follows. */
export const pressHeard: APIInteractionResponse = { type: InteractionResponseType.DeferredMessageUpdate };
