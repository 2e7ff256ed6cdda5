import type { Line } from '../chat/card.ts';
import type { Group, Role } from '../core/group.ts';
import type { Words } from '../text/words.ts';

/** Whoever speaks for a group in one role, as mentions; in words where there is nobody. */
export function leadsLine({ leads }: Group, role: Role, { group }: Words): Line {
  const accounts = leads.filter((lead) => lead.role === role).flatMap(({ member }) => member.accounts.slice(0, 1));
  if (accounts.length === 0) return [group.nobody[role]];
  return accounts.flatMap((account, index) => [...(index === 0 ? [] : [', ']), { kind: 'mention', account } as const]);
}
