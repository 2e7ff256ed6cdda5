import type { Problem } from '../core/problem.ts';
import type { Card } from './card.ts';
import type { Form } from './form.ts';

/** A refusal: what a program reads, what a person reads, and which fields of the form were wrong. */
export type Refusal = {
  readonly kind: 'refusal';
  readonly problem: Problem;
  /** What to correct, by the name of the form's field; empty when no field is to blame. */
  readonly fields: Readonly<Record<string, string>>;
  readonly card: Card;
  /** The form to go on with, where the one that was sent was made from what no longer stands; what was typed belongs into it. */
  readonly form?: Form;
};

export type Answer = Card | Form | Refusal;
