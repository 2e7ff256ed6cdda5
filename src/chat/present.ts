import { dayIn } from '../core/calendar.ts';
import { isProblem, type Problem } from '../core/problem.ts';
import { sayDay } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import type { Answer, Refusal } from './answer.ts';
import { type Card, note } from './card.ts';
import type { Command, FieldProblem, ShownProblem } from './command.ts';
import type { Form } from './form.ts';
import type { Interaction } from './interaction.ts';
import type { Invocation } from './invocation.ts';
import { withOtherReading } from './other-reading.ts';
import { refuse } from './refuse.ts';

/** One interaction on its way through a command. */
export type Passage = {
  readonly interaction: Interaction;
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** What the program's clock showed, whatever moment was asked for. */
  readonly clock: Date;
  /** The other reading of an ambiguous moment. */
  readonly other: Date | undefined;
  readonly words: Words;
};

/** What a command may return. */
export type Result = Card | Form | Problem | FieldProblem | ShownProblem;

/** What a command returned, as the person gets it: refusals in words, shared cards with the sharer named, the other reading offered. */
export function present(result: Result, passage: Passage, command: Command): Answer {
  const { interaction, words } = passage;
  if ('field' in result) return withShown(refuse(result.problem, words, interaction.invoke, result.field), { blocks: [], ...result, buttons: [] });
  if ('problem' in result) return withShown(refuse(result.problem, words, interaction.invoke), result);
  if (isProblem(result)) return refuse(result, words, interaction.invoke);
  if (result.kind === 'form') return result;
  const card = offerOther(result, passage);
  const shareable = command.shareable && !isQuestion(card);
  if (interaction.invoke.shared === true && shareable) return share(card, interaction, words);
  return shareable ? { ...card, buttons: [...card.buttons, shareButton(interaction.invoke, words)] } : card;
}

/** A card that asks which one is meant answers nothing yet: it holds a menu, and no button. */
function isQuestion({ blocks, buttons }: Card): boolean {
  return buttons.length === 0 && blocks.some(({ kind }) => kind === 'menu');
}

function withShown(refusal: Refusal, { blocks, buttons, form }: ShownProblem): Refusal {
  const { card } = refusal;
  const others = card.buttons.filter((button) => !buttons.some((one) => JSON.stringify(one) === JSON.stringify(button)));
  return { ...refusal, card: { ...card, blocks: [...card.blocks, ...blocks], buttons: [...buttons, ...others] }, ...(form !== undefined && { form }) };
}

function shareButton({ command, options }: Invocation, words: Words): Card['buttons'][number] {
  return { kind: 'act', label: words.surface.share, invoke: { command, options, shared: true } };
}

function share(card: Card, interaction: Interaction, words: Words): Card {
  const sharer = note(words.surface.sharedBy, ' ', { kind: 'mention', account: interaction.sender });
  return { ...card, audience: 'place', blocks: [...card.blocks, sharer] };
}

function offerOther(card: Card, { interaction: { invoke }, options, now, other, words }: Passage): Card {
  const said = options['as-of'];
  if (other === undefined || said === undefined) return card;
  const say = (at: Date): string => sayDay(dayIn('UTC', at), words.language);
  const again = { command: invoke.command, options: { ...invoke.options, 'as-of': other.toISOString().slice(0, 10) } };
  return withOtherReading(card, { said, understood: say(now), other: say(other), invoke: again }, words);
}
