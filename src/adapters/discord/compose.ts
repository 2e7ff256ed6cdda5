import type { Answer, Refusal } from '../../chat/answer.ts';
import type { Card } from '../../chat/card.ts';
import { textIn } from '../../chat/files.ts';
import type { Form } from '../../chat/form.ts';
import { refuse } from '../../chat/refuse.ts';
import { languageOf, wordsFor } from '../../text/words.ts';
import { withFormKey } from './custom-id.ts';
import type { Act } from './decode.ts';
import type { Drafts } from './drafts.ts';
import { type Audience, fileNamed, type Message, messageOf } from './message.ts';
import { refusalMessage } from './refusal.ts';
import { renderCard } from './render.ts';

/** A message on its way, who will see it, and whether it takes the place of the pressed one. */
export type Composed = { readonly message: Message; readonly audience: Audience; readonly replaces: boolean };

/** Makes the message that says an answer; a form that can no longer be shown becomes a button that opens it. */
export function compose(act: Act, answer: Answer, drafts: Drafts): Composed {
  switch (answer.kind) {
    case 'card':
      if (act.interaction.formKey !== undefined) drafts.typed.forget(act.interaction.formKey);
      return { message: wholeMessage(answer), audience: answer.audience, replaces: act.pressed === 'asker' && answer.audience === 'asker' };
    case 'form':
      keepTyped(act, drafts);
      return { message: messageOf(offerForm(answer, keyOf(act))), audience: 'asker', replaces: false };
    case 'refusal':
      keepTyped(act, drafts);
      return { message: sayRefusal(act, answer, drafts), audience: 'asker', replaces: false };
  }
}

/** The key of the form that was submitted, or that is being opened again. */
function keyOf({ interaction, reopens }: Act): string | undefined {
  return interaction.formKey ?? reopens;
}

function keepTyped({ interaction: { formKey, fields, sender } }: Act, drafts: Drafts): void {
  if (formKey !== undefined && fields !== undefined) drafts.typed.keep(formKey, sender, fields);
}

function offerForm({ language, title, invoke }: Form, key: string | undefined): Card {
  const opens = key === undefined ? invoke : withFormKey(invoke, key);
  return {
    kind: 'card',
    language,
    title,
    tone: 'plain',
    blocks: [],
    buttons: [{ kind: 'act', label: title, invoke: opens, style: 'primary' }],
    audience: 'asker',
  };
}

/** A card, and beside it whatever of people's own words it had to shorten. */
function wholeMessage(card: Card): Message {
  const message = messageOf(card);
  const text = textIn(card);
  if (text === undefined || renderCard(card).whole) return message;
  return { components: [...message.components, fileNamed(text.name)], files: [...(message.files ?? []), text] };
}

function sayRefusal({ interaction, typed }: Act, refusal: Refusal, drafts: Drafts): Message {
  if (typed === undefined) return wholeMessage(refusal.card);
  const { invoke, formKey, sender } = interaction;
  const labels = formKey === undefined ? undefined : drafts.labels.find(formKey, sender);
  return refusalMessage(refusal, { invoke, typed, labels: labels ?? {}, ...(formKey !== undefined && { formKey }) });
}

/** What is said when there is no answer to say. Whether a submission was recorded is not known then. */
export function refuseUnexpected({ interaction: { id, locale, invoke, fields, formKey } }: Act): Refusal {
  const words = wordsFor(languageOf(locale) ?? 'en');
  return fields === undefined
    ? refuse({ code: 'unexpected', params: { reference: id } }, words, invoke)
    : refuse({ code: 'not-confirmed', params: {} }, words, invoke, undefined, formKey);
}
