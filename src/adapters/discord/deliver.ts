import { type APIInteractionResponse, InteractionResponseType } from 'discord-api-types/v10';
import type { Doors, Log } from '../../chat/adapter.ts';
import type { Answer } from '../../chat/answer.ts';
import type { Form } from '../../chat/form.ts';
import { within } from '../../chat/within.ts';
import { type Composed, compose, refuseUnexpected } from './compose.ts';
import type { Act, Completion } from './decode.ts';
import { choiceOf, type Drafts } from './drafts.ts';
import { cutTo, isBlank } from './escape.ts';
import { limits, patience } from './limits.ts';
import { type Audience, type Message, pressHeard, replace, reply, thinking } from './message.ts';
import { refill } from './refill.ts';
import { renderForm } from './render-form.ts';
import { factsOf } from './rest.ts';

/** How answers travel back, over whichever transport; every way may fail. */
export type Peer = {
  /** The first response, the one that Discord waits three seconds for. */
  respond(response: APIInteractionResponse): Promise<void>;
  /** Puts the answer where the first response promised it. */
  edit(message: Message): Promise<void>;
  /** One more message after the first response. */
  followUp(message: Message, audience: Audience): Promise<void>;
};

export type Delivery = { readonly doors: Doors; readonly drafts: Drafts; readonly log: Log };

/** Completes what somebody types; nothing at all is better than too late. */
export async function complete({ interaction, option, typed }: Completion, { doors }: Delivery, peer: Peer): Promise<void> {
  const found = await within(
    patience.completion,
    doors.suggest(interaction, option, typed).catch(() => []),
  );
  const { choices: most, name, value: longest } = limits.completion;
  const choices = (found ?? []).filter(({ label, value }) => !isBlank(label) && !isBlank(value) && value.length <= longest).slice(0, most);
  await peer.respond({
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choices.map(({ label, value }) => ({ name: cutTo(name, label), value })) },
  });
}

/** Answers in time: with the answer itself when it is ready, else with a promise that is kept afterwards. */
export async function deliver(act: Act, delivery: Delivery, peer: Peer): Promise<void> {
  const asked = ask(act, delivery);
  const answer = await within(patienceFor(act, delivery.doors), asked);
  if (answer === undefined) {
    await peer.respond(promiseFor(act));
    await keepPromise(act, compose(act, await asked, delivery.drafts), peer);
    return;
  }
  const first = openForm(act, answer, delivery);
  if (first.kind === 'modal') await peer.respond(first.response);
  else await sendNow(act, compose(act, first.answer, delivery.drafts), peer);
}

function patienceFor({ interaction, typed }: Act, doors: Doors): number {
  return patience[typed === undefined ? doors.opens(interaction.invoke) : 'submission'];
}

/** The door always answers; should it ever not, the person is told all the same. */
async function ask(act: Act, { doors, log }: Delivery): Promise<Answer> {
  try {
    return await doors.handle(act.interaction);
  } catch (error) {
    log.error({ interaction: act.target.id, command: act.interaction.invoke.command, ...factsOf(error) }, 'the door did not answer');
    return refuseUnexpected(act);
  }
}

type First = { readonly kind: 'modal'; readonly response: APIInteractionResponse } | { readonly kind: 'message'; readonly answer: Answer };

/** A form opens as the first response to anything but a form; its key is made here, unless it is opened again. */
function openForm(act: Act, answer: Answer, { drafts, log }: Delivery): First {
  if (answer.kind !== 'form' || act.typed !== undefined) return { kind: 'message', answer };
  const key = act.reopens ?? act.target.id;
  const data = renderForm(refill(answer, act, drafts), key);
  if (data === undefined) {
    log.error({ interaction: act.target.id, command: answer.invoke.command }, 'a form carries more than Discord can hold');
    return { kind: 'message', answer: refuseUnexpected(act) };
  }
  drafts.labels.keep(key, act.interaction.sender, labelsOf(answer));
  return { kind: 'modal', response: { type: InteractionResponseType.Modal, data } };
}

/** The labels of the fields by their names, and those of the choices beside them. */
function labelsOf({ fields }: Form): Readonly<Record<string, string>> {
  const choices = fields.flatMap((field) => (field.kind === 'choice' ? field.choices.map(({ value, label }) => [choiceOf(field.name, value), label]) : []));
  return Object.fromEntries([...fields.map(({ name, label }) => [name, label]), ...choices]);
}

/** Whether the promise is a change of the pressed message, or something after it, and not a message of its own. */
function hearsPress({ pressed, interaction }: Act): boolean {
  return pressed === 'asker' || (pressed === 'place' && interaction.invoke.shared === true);
}

function promiseFor(act: Act): APIInteractionResponse {
  return hearsPress(act) ? pressHeard : thinking;
}

/** A file cannot travel in a first response over every transport, so it comes as an edit. */
async function sendNow(act: Act, composed: Composed, peer: Peer): Promise<void> {
  const { message, audience, replaces } = composed;
  if (message.files !== undefined && message.files.length > 0) {
    await peer.respond(promiseFor(act));
    await keepPromise(act, composed, peer);
    return;
  }
  await peer.respond(replaces ? replace(message) : reply(message, audience));
}

/** What hears a press is no message yet: only what replaces the pressed one may edit it, and all else follows with readers of its own. */
async function keepPromise(act: Act, { message, audience, replaces }: Composed, peer: Peer): Promise<void> {
  if (hearsPress(act) && !replaces) await peer.followUp(message, audience);
  else await peer.edit(message);
}
