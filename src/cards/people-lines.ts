import type { Inline, Line } from '../chat/card.ts';
import type { Account } from '../core/account.ts';
import type { Group, Role } from '../core/group.ts';
import type { Words } from '../text/words.ts';

type Person = { readonly accounts: readonly Account[] };

/** Somebody by their accounts, whichever the reader's platform knows; in words where they have left. */
export function mentionOf({ accounts: [account, ...others] }: Person, { update }: Words): Inline {
  return account === undefined ? update.gone : { kind: 'mention', account, ...(others.length > 0 && { others }) };
}

/** Somebody of whom something is decided: with the id of their account, since people of another chat are told apart by nothing else. */
export function exactly(person: Person, words: Words): Line {
  const [account] = person.accounts;
  return account === undefined ? [mentionOf(person, words)] : [mentionOf(person, words), ' ', { kind: 'code', text: account }];
}

/** Several people after each other; nobody who has left. */
export function mentionsOf(people: readonly Person[], words: Words, say = alone): Line {
  const known = people.filter(({ accounts }) => accounts.length > 0);
  return known.flatMap((person, index) => [...(index === 0 ? [] : [', ']), ...say(person, words)]);
}

function alone(person: Person, words: Words): Line {
  return [mentionOf(person, words)];
}

/** Whoever speaks for a group in one role, as mentions; in words where there is nobody. */
export function leadsLine({ leads }: Pick<Group, 'leads'>, role: Role, words: Words): Line {
  const named = mentionsOf(
    leads.filter((lead) => lead.role === role).map(({ member }) => member),
    words,
  );
  return named.length === 0 ? [words.group.nobody[role]] : named;
}
