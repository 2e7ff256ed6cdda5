import type { Refusal } from '../../chat/answer.ts';
import type { Block, Button, Card } from '../../chat/card.ts';
import type { Fields } from '../../chat/interaction.ts';
import { encodeInvocation, type Invocation } from '../../chat/invocation.ts';
import { type Words, wordsFor } from '../../text/words.ts';
import { withFormKey } from './custom-id.ts';
import { choiceOf } from './drafts.ts';
import { clean, isBlank } from './escape.ts';
import { fileNamed, type Message } from './message.ts';
import { renderCard } from './render.ts';

/** A form that was refused: what was typed into it under which labels, and the key to open it again where that is possible. */
export type Refused = { readonly invoke: Invocation; readonly typed: Fields; readonly labels: Fields; readonly formKey?: string };

const fileName = 'text.txt';

/** Discord shows no errors beside fields and closes the form: what was typed goes back to its author, all of it, with a button that opens the form again. */
export function refusalMessage(refusal: Refusal, refused: Refused): Message {
  const words = wordsFor(refusal.card.language);
  const card = { ...refusal.card, blocks: [...missing(refusal), ...refusal.card.blocks], buttons: buttonsOf(refusal, refused, words) };
  const entered = Object.entries(refused.typed).filter(([, text]) => !isBlank(text));
  const typed = entered.map(([name, text]) => [name, refused.labels[choiceOf(name, text)] ?? text] as const);
  if (typed.length === 0) return { components: [renderCard(card).container] };
  const together = renderCard(withTyped(card, typed, refused.labels, words));
  if (together.whole) return { components: [together.container] };
  const text = typed.map(([name, value]) => `${refused.labels[name] ?? name}\n\n${clean(value)}\n`).join('\n');
  return { components: [renderCard(card).container, fileNamed(fileName)], files: [{ name: fileName, text }] };
}

/** What is wrong with which field, where the card does not say it itself. */
function missing({ fields, card }: Refusal): Block[] {
  const unsaid = Object.values(fields).filter((said) => !card.blocks.some((block) => block.kind === 'paragraph' && block.text.includes(said)));
  return unsaid.map((said) => ({ kind: 'paragraph', text: [said] }));
}

/** The form opens again with what was typed, which takes the place of a button that would open it empty. */
function buttonsOf({ card: { buttons } }: Refusal, { invoke, formKey }: Refused, words: Words): readonly Button[] {
  if (formKey === undefined) return buttons;
  const form = encodeInvocation(invoke);
  const others = buttons.filter((button) => button.kind !== 'act' || encodeInvocation(button.invoke) !== form);
  return [{ kind: 'act', label: words.surface.reopen, invoke: withFormKey(invoke, formKey), style: 'primary' }, ...others];
}

function withTyped(card: Card, typed: readonly (readonly [string, string])[], labels: Fields, words: Words): Card {
  const quotes = typed.flatMap(([name, text]): Block[] => [
    { kind: 'paragraph', text: [{ kind: 'bold', text: labels[name] ?? name }] },
    { kind: 'quote', text },
  ]);
  return { ...card, blocks: [...card.blocks, { kind: 'heading', text: words.surface.typed }, ...quotes] };
}
