import type { Language } from '../core/member.ts';
import type { Invocation } from './invocation.ts';

type FieldBase = { readonly name: string; readonly label: string; readonly hint?: string; readonly required: boolean; readonly value?: string };

/** One thing to fill in. The limits hold on every platform. */
export type Field = FieldBase &
  (
    | { readonly kind: 'line'; readonly limit: number }
    | { readonly kind: 'text'; readonly limit: number }
    | { readonly kind: 'choice'; readonly choices: readonly { readonly label: string; readonly value: string }[] }
    | { readonly kind: 'person' }
    /** One of the space in which it is asked, as the platform's own id. */
    | { readonly kind: 'channel' }
  );

/** A form without a platform: at most five fields, a title of 24 characters, labels of 45, hints of 100. */
export type Form = {
  readonly kind: 'form';
  readonly language: Language;
  readonly title: string;
  readonly submit: string;
  /** What submitting it invokes; its options carry the ids and the revision it was made from. */
  readonly invoke: Invocation;
  /** Said above the fields where the platform has room: where the text will be shown. */
  readonly note?: string;
  readonly fields: readonly Field[];
};
