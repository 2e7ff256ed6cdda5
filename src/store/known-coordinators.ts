import type { Account } from '../core/account.ts';
import type { Member } from '../core/member.ts';
import { type MemberRow, toMember } from './rows/member-row.ts';

/** The members on record, and whoever of those that the configuration names is not among them: of these there is an account and nothing else. */
export function withNamed(rows: readonly MemberRow[], named: readonly Account[]): Member[] {
  const known = rows.map(toMember);
  const strangers = named.filter((account) => !known.some(({ accounts }) => accounts.includes(account)));
  return [...known, ...strangers.map((account): Member => ({ id: account, accounts: [account], reminders: 'direct' }))];
}
