import { decodeInvocation, encodeInvocation, type Invocation } from '../../chat/invocation.ts';
import { limits } from './limits.ts';

/** The name under which the key of a form travels beside the options; no option of a command is called so. */
const keyName = '~';

/** The invocation of a form, with the key under which it is recorded once, however often it is submitted or opened again. */
export function withFormKey({ options, ...invoke }: Invocation, formKey: string): Invocation {
  return { ...invoke, options: { ...options, [keyName]: formKey } };
}

/** An invocation as Discord carries it; undefined when it is too long to be carried. */
export function writeCustomId(invoke: Invocation): string | undefined {
  const text = encodeInvocation(invoke);
  return text.length <= limits.customId ? text : undefined;
}

/** What a button, a choice or a form carried. */
export type Carried = { readonly invoke: Invocation; readonly formKey?: string };

/** What an older version wrote is answered as such. */
const old: Carried = { invoke: { command: 'help', options: { old: '1' } } };

export function readCustomId(text: string): Carried {
  const invoke = decodeInvocation(text);
  if (invoke === undefined) return old;
  const { [keyName]: formKey, ...options } = invoke.options;
  return { invoke: { ...invoke, options }, ...(formKey !== undefined && { formKey }) };
}
