import type { types } from '@slack/bolt';
import type { Log } from '../../chat/adapter.ts';
import type { Answer, Refusal } from '../../chat/answer.ts';
import type { Block, Card } from '../../chat/card.ts';
import { type File, filesIn, textIn } from '../../chat/files.ts';
import type { Form } from '../../chat/form.ts';
import type { Invocation } from '../../chat/invocation.ts';
import { wordsFor } from '../../text/words.ts';
import type { Arrival } from './arrival.ts';
import { type Clients, codeOf } from './clients.ts';
import { limits } from './limits.ts';
import { lengthOf } from './pieces.ts';
import { renderCard } from './render.ts';
import { renderForm } from './render-form.ts';
import { type Reader, readerOf } from './render-line.ts';
import { renderAbove, renderHome, renderModal } from './render-view.ts';
import { type Message, respond } from './respond.ts';

type Names = (user: string) => string | undefined;

/** Brings answers to where they were asked for. */
export type Delivery = {
  /** The answer as a message, for an acknowledgement. */
  readonly messageOf: (answer: Card, arrival: Omit<Arrival, 'back'>) => Message;
  /** The answer as a modal. */
  readonly modalOf: (answer: Card | Form, arrival: Omit<Arrival, 'back'>) => types.ModalView;
  /** What stands by now, above the form to go on with, which holds what was typed. */
  readonly goOnOf: (standing: Card, form: Form, arrival: Omit<Arrival, 'back'>) => types.ModalView;
  /** Brings the answer back after the acknowledgement. Never rejects: who cannot be reached there is told in a direct message. */
  readonly deliver: (answer: Answer, arrival: Arrival) => Promise<void>;
  readonly publishHome: (card: Card, arrival: Omit<Arrival, 'back'>) => Promise<void>;
};

export function createDelivery({ interactive, bulk }: Clients, names: Names, log: Log): Delivery {
  const reader = (card: Card, arrival: Omit<Arrival, 'back'>): Reader => readerOf(card, arrival.tenant, nameIn(arrival, names));
  const messageOf = (card: Card, arrival: Omit<Arrival, 'back'>, replaces = false): Message =>
    renderOnce(card, reader(card, arrival), replaces ? 'replaces' : 'stands');
  const modalOf = (answer: Card | Form, arrival: Omit<Arrival, 'back'>): types.ModalView =>
    answer.kind === 'form' ? renderForm(answer, arrival.tenant) : renderModal(answer, reader(answer, arrival));
  const goOnOf = (standing: Card, form: Form, arrival: Omit<Arrival, 'back'>): types.ModalView => {
    const typed = arrival.interaction.fields ?? {};
    const fields = form.fields.map((field) => ({ ...field, value: typed[field.name] ?? '' }));
    return renderForm({ ...form, fields }, arrival.tenant, renderAbove(standing, reader(standing, arrival)));
  };
  const publishHome = async (card: Card, arrival: Omit<Arrival, 'back'>): Promise<void> => {
    await interactive.views.publish({ user_id: arrival.user, view: renderHome(card, reader(card, arrival)) });
  };

  /** Shows an answer at once in a modal: a new one, one above the card that was pressed, or in its place. */
  async function show(answer: Answer, { back, ...arrival }: Arrival): Promise<void> {
    const view = modalOf(answer.kind === 'form' ? answer : cardOf(answer), arrival);
    if (back.kind !== 'modal') await interactive.views.open({ trigger_id: back.trigger, view });
    else if (answer.kind === 'card') await interactive.views.update({ view_id: back.view, view });
    else await interactive.views.push({ trigger_id: back.trigger, view });
  }

  async function bring(answer: Answer, arrival: Arrival): Promise<void> {
    const { back, interaction } = arrival;
    if (answer.kind === 'form' || back.kind === 'modal') return show(answer, arrival);
    const card = cardOf(answer);
    if (back.kind === 'message') return send(card, arrival, back.alone && answer.kind === 'card' && card.audience === 'asker');
    return interaction.invoke.command === 'home' ? publishHome(card, arrival) : show(answer, arrival);
  }

  async function send(card: Card, arrival: Arrival, replaces: boolean): Promise<void> {
    const url = arrival.back.kind === 'message' ? arrival.back.responseUrl : undefined;
    const taken = url !== undefined && (await respond(url, messageOf(card, arrival, replaces), log));
    if (!taken) await tellDirectly(card.audience === 'place' ? notice(card.language, 'notPosted') : card, arrival);
  }

  /** The last way to a person: a message from the bot, which they alone see. */
  async function tellDirectly(card: Card, arrival: Omit<Arrival, 'back'>): Promise<{ readonly channel?: string }> {
    const { response_type: _, replace_original: __, ...message } = messageOf(card, arrival);
    return bulk.chat.postMessage({ channel: arrival.user, ...message });
  }

  /** A form that did not open is offered again where a message can go; a card takes the direct way. */
  async function tellOtherwise(answer: Answer, arrival: Arrival): Promise<void> {
    const offer = answer.kind === 'form' ? notice(answer.language, 'notOpened', arrival.interaction.invoke) : cardOf(answer);
    if (answer.kind === 'form' && arrival.back.kind === 'message') await send(offer, arrival, false);
    else await tellDirectly(offer, arrival);
  }

  /** What no message holds whole goes as files into the direct messages of whoever asked, and the answer says so. */
  async function withFiles(card: Card, arrival: Omit<Arrival, 'back'>): Promise<Card> {
    const files = filesOf(card);
    if (files.length === 0) return card;
    const { surface } = wordsFor(card.language);
    try {
      const { channel = '' } = await tellDirectly(saying(surface.filesBelow, card), arrival);
      await bulk.filesUploadV2({ channel_id: channel, file_uploads: files.map(({ name, text }) => ({ filename: name, content: text })) });
      return saying(surface.filesSent, card);
    } catch (error) {
      log.error({ code: codeOf(error) }, 'files were not sent; the scope files:write is needed');
      return { ...saying(surface.filesNotSent, card), tone: 'problem' };
    }
  }

  async function withFilesOf(answer: Answer, arrival: Omit<Arrival, 'back'>): Promise<Answer> {
    if (answer.kind === 'form') return answer;
    return answer.kind === 'card' ? withFiles(answer, arrival) : { ...answer, card: await withFiles(answer.card, arrival) };
  }

  async function deliver(given: Answer, arrival: Arrival): Promise<void> {
    const answer = await withFilesOf(given, arrival);
    try {
      await bring(answer, arrival);
    } catch (error) {
      log.warn({ code: codeOf(error), answer: answer.kind, back: arrival.back.kind }, 'an answer found another way');
      await tellOtherwise(answer, arrival).catch((last: unknown) => log.error({ code: codeOf(last) }, 'an answer reached nobody'));
    }
  }

  return { messageOf, modalOf, goOnOf, deliver, publishHome };
}

/** Cards that were rendered already, since the same card is given to all who ask the same. */
const rendered = new WeakMap<Card, Map<string, Message>>();

/** A message in which nobody is named is the same for everybody in a workspace. */
function renderOnce(card: Card, reader: Reader, how: 'replaces' | 'stands'): Message {
  const known = rendered.get(card) ?? new Map<string, Message>();
  const key = `${reader.tenant} ${how}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  let names = false;
  const nameOf = (account: string): string | undefined => {
    names = true;
    return reader.nameOf(account);
  };
  const message = messageFrom(card, { ...reader, nameOf }, how);
  if (!names) rendered.set(card, known.set(key, message));
  return message;
}

function messageFrom(card: Card, reader: Reader, how: 'replaces' | 'stands'): Message {
  return {
    response_type: card.audience === 'place' ? 'in_channel' : 'ephemeral',
    replace_original: how === 'replaces',
    ...renderCard(card, reader),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** Names of this workspace's people, and of the sender, whose name came with the interaction. */
function nameIn({ interaction, name, user, tenant }: Omit<Arrival, 'back'>, names: Names): Reader['nameOf'] {
  const prefix = `slack:${tenant}:`;
  return (account) => {
    if (account === interaction.sender) return names(user) ?? (name === '' ? undefined : name);
    return account.startsWith(prefix) ? names(account.slice(prefix.length)) : undefined;
  };
}

/** So many characters that people wrote may be in a message beside what else it says. */
const longestText = limits.messageText - 1_500;

/** What of a card no message holds whole, as files. */
export function filesOf(card: Card): readonly File[] {
  const written = card.blocks.reduce((sum, block) => sum + (block.kind === 'quote' ? lengthOf(block.text) : 0), 0);
  const text = written > longestText ? textIn(card) : undefined;
  return text === undefined ? filesIn(card) : [text];
}

/** A card with words in the place of its data, or before what it shortens. */
function saying(said: string, card: Card): Card {
  const words: Block = { kind: 'paragraph', text: [said] };
  const data = card.blocks.some(({ kind }) => kind === 'data');
  return { ...card, blocks: data ? card.blocks.map((block) => (block.kind === 'data' ? words : block)) : [words, ...card.blocks] };
}

export function cardOf(answer: Card | Refusal): Card {
  return answer.kind === 'refusal' ? answer.card : answer;
}

/** Says what the adapter itself failed to do, with a button that asks for it again, under a new trigger. */
function notice(language: Card['language'], said: 'notOpened' | 'notPosted', again?: Invocation): Card {
  const { surface } = wordsFor(language);
  return {
    kind: 'card',
    language,
    title: surface.refused,
    tone: 'problem',
    blocks: [{ kind: 'paragraph', text: [surface[said]] }],
    buttons: again === undefined ? [] : [{ kind: 'act', label: surface.tryAgain, invoke: again }],
    audience: 'asker',
  };
}
