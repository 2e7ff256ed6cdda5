import { type Account, isAccount, platformOf } from '../core/account.ts';
import type { Words } from '../text/words.ts';
import type { Inline } from './card.ts';

export type Mention = Extract<Inline, { readonly kind: 'mention' }>;

/** Every account of whoever is mentioned, for a platform to find its own among them. */
export function accountsIn({ account, others = [] }: Mention): readonly Account[] {
  return [account, ...others];
}

/** Somebody whom the platform of the reader does not know: where they are, so that two of them are told to be there at least. */
export function sayElsewhere({ account }: Mention, { surface }: Words): string {
  return isAccount(account) ? surface.somebodyOn[platformOf(account)] : surface.aMember;
}
