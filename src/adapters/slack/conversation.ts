import { randomUUID } from 'node:crypto';
import type { ViewResponseAction } from '@slack/bolt';
import type { Doors, Log } from '../../chat/adapter.ts';
import type { Answer, Refusal } from '../../chat/answer.ts';
import type { Card } from '../../chat/card.ts';
import type { Interaction } from '../../chat/interaction.ts';
import { refuse } from '../../chat/refuse.ts';
import { within } from '../../chat/within.ts';
import { languageOf, sayProblem, type Words, wordsFor } from '../../text/words.ts';
import type { Arrival, Submission } from './arrival.ts';
import { codeOf } from './clients.ts';
import { decodeCommand, decodeHomeOpened, decodePress, decodeSubmission, decodeUninstalled } from './decode.ts';
import { cardOf, type Delivery, filesOf } from './deliver.ts';
import { deadlines } from './limits.ts';
import { renderError } from './render-form.ts';
import type { Message } from './respond.ts';
import type { Users } from './users.ts';

type Acknowledge<Content> = (content?: Content) => Promise<void>;

/** One method for each kind of thing that Slack sends. Each acknowledges in time, whatever happens, and none rejects. */
export type Conversation = {
  readonly command: (body: unknown, acknowledge: Acknowledge<Message>) => Promise<void>;
  readonly press: (body: unknown, acknowledge: Acknowledge<never>) => Promise<void>;
  readonly submission: (body: unknown, acknowledge: Acknowledge<ViewResponseAction>) => Promise<void>;
  readonly homeOpened: (body: unknown) => Promise<void>;
  readonly uninstalled: (body: unknown) => Promise<void>;
};

export type Parties = {
  readonly doors: Doors;
  readonly users: Users;
  readonly delivery: Delivery;
  readonly log: Log;
  readonly installed: () => string | undefined;
};

export function createConversation({ doors, users, delivery, log, installed }: Parties): Conversation {
  /** The door promises to answer and never to throw; a broken promise is answered here. */
  async function handle(interaction: Interaction): Promise<Answer> {
    const words = wordsOf(interaction);
    try {
      return (await within(deadlines.answer, doors.handle(interaction))) ?? refuse({ code: 'slow-just-now', params: {} }, words, interaction.invoke);
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error({ reference, interaction: interaction.id, error }, 'the door threw');
      return refuse({ code: 'unexpected', params: { reference } }, words, interaction.invoke);
    }
  }

  /** An admin who writes for the first time is not known as one yet; a refusal for that alone is asked again once Slack has told. */
  async function ask({ interaction, user }: Omit<Arrival, 'back'>): Promise<Answer> {
    const answer = await handle(interaction);
    if (answer.kind !== 'refusal' || answer.problem.code !== 'platform-admins-only') return answer;
    const known = await within(deadlines.interactiveCall, users.awaitIntroduction(interaction, user));
    return known === undefined || known.standing === interaction.standing ? answer : handle(known);
  }

  /** The arrival with what is known of its sender by now. */
  function introduced<A extends Omit<Arrival, 'back'>>(arrival: A | undefined): A | undefined {
    return arrival === undefined ? undefined : { ...arrival, interaction: { ...users.introduce(arrival.interaction, arrival.user), whoIs: users.whoIs } };
  }

  /** Whether Slack took the acknowledgement: a line may break under it, and then the answer has to take another way. */
  async function acknowledged<Content>(acknowledge: Acknowledge<Content>, content?: Content): Promise<boolean> {
    try {
      await acknowledge(content);
      return true;
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'an acknowledgement did not arrive');
      return false;
    }
  }

  /** What cannot be read is acknowledged, so that nobody waits; it comes from no client of Slack's. */
  async function dismiss<Content>(kind: string, acknowledge: Acknowledge<Content>): Promise<void> {
    log.warn({ kind }, 'Slack sent something that cannot be read');
    await acknowledged(acknowledge);
  }

  return {
    async command(body, acknowledge) {
      const arrival = introduced(decodeCommand(body, doors.read));
      if (arrival === undefined) return dismiss('command', acknowledge);
      const pending = ask(arrival);
      const ready = carried(await within(deadlines.acknowledgement, pending));
      const card = firstOf(ready, arrival);
      const taken = await acknowledged(acknowledge, card && delivery.messageOf(card, arrival));
      if (ready === undefined || ready.kind === 'form' || !taken) await delivery.deliver(await pending, arrival);
    },

    async press(body, acknowledge) {
      await acknowledged(acknowledge);
      const arrival = introduced(decodePress(body, installed()));
      if (arrival !== undefined) await delivery.deliver(await ask(arrival), arrival);
    },

    async submission(body, acknowledge) {
      const arrival = introduced(decodeSubmission(body, installed()));
      if (arrival === undefined) return dismiss('submission', acknowledge);
      const answer = await within(deadlines.submission, ask(arrival));
      await acknowledged(acknowledge, closing(answer ?? notConfirmed(arrival), arrival));
    },

    async homeOpened(body) {
      const arrival = introduced(decodeHomeOpened(body));
      if (arrival === undefined) return;
      const answer = await ask(arrival);
      if (answer.kind === 'form') return;
      await delivery.publishHome(cardOf(answer), arrival).catch((error: unknown) => log.warn({ code: codeOf(error) }, 'a home tab was not published'));
    },

    async uninstalled(body) {
      const space = decodeUninstalled(body);
      if (space !== undefined) await doors.left(space);
    },
  };

  /** What becomes of a submitted form: the answer takes its place, or the errors stand in it and everything typed stays. */
  function closing(answer: Answer, arrival: Submission): ViewResponseAction {
    if (answer.kind === 'form') return { response_action: 'push', view: delivery.modalOf(answer, arrival) };
    return (
      (answer.kind === 'refusal' ? refusing(answer, arrival) : undefined) ?? { response_action: 'update', view: delivery.modalOf(cardOf(answer), arrival) }
    );
  }

  /** The form stays with all that was typed, or goes on over what stands by now; undefined for a form without fields. */
  function refusing(refusal: Refusal, arrival: Submission): ViewResponseAction | undefined {
    const { card, form } = refusal;
    if (form !== undefined) return { response_action: 'update', view: delivery.goOnOf(card, form, arrival) };
    const errors = errorsOf(refusal, arrival.inputs);
    return errors && { response_action: 'errors', errors };
  }
}

function wordsOf({ language, locale }: Interaction): Words {
  return wordsFor(language ?? languageOf(locale) ?? 'en');
}

/** What an acknowledgement can carry: files have to be sent first. */
function carried(answer: Answer | undefined): Answer | undefined {
  return answer !== undefined && answer.kind !== 'form' && filesOf(cardOf(answer)).length > 0 ? undefined : answer;
}

/** What a command's acknowledgement says: the answer, or that it will come; nothing where a form opens. */
function firstOf(ready: Answer | undefined, arrival: Arrival): Card | undefined {
  if (ready === undefined) return waiting(arrival);
  return ready.kind === 'form' ? undefined : cardOf(ready);
}

/** What stands there until a late answer comes. It hands back what was typed, should no answer ever come. */
function waiting({ interaction, line = '' }: Arrival): Card {
  const { language, surface } = wordsOf(interaction);
  const typed: Card['blocks'] = line.trim() === '' ? [] : [{ kind: 'quote', text: line }];
  return {
    kind: 'card',
    language,
    title: '',
    tone: 'plain',
    blocks: [{ kind: 'paragraph', text: [surface.working] }, ...typed],
    buttons: [],
    audience: 'asker',
  };
}

/** For a submission that is still under way when Slack stops waiting: pressing again is safe, the form's key stays the same. */
function notConfirmed({ interaction }: Submission): Refusal {
  return refuse({ code: 'not-confirmed', params: {} }, wordsOf(interaction), interaction.invoke, undefined, interaction.formKey);
}

/** The errors by field. What is no field's fault stands under the first; undefined for a form without fields. */
function errorsOf({ fields, problem, card }: Refusal, inputs: readonly string[]): Record<string, string> | undefined {
  const [first] = inputs;
  if (first === undefined) return undefined;
  const shown = Object.entries(fields).filter(([name]) => inputs.includes(name));
  const errors = shown.length > 0 ? shown : [[first, sayProblem(wordsFor(card.language), problem)] as const];
  return Object.fromEntries(errors.map(([name, text]) => [name, renderError(text)]));
}
