import type { Member, ReminderWay } from '../core/member.ts';
import { languageOf } from './actor.ts';

/** A member as the database holds them. */
export type MemberRow = {
  readonly id: string;
  readonly language: string | null;
  readonly zone: string | null;
  readonly reminders: ReminderWay;
  readonly awayFrom: string | null;
  readonly awayTo: string | null;
  readonly accounts: readonly string[];
};

/** The columns of a `MemberRow` under its names. A chat comes before the terminal, at which nobody is sure to sit. */
export const memberColumns = `member.id, member.language, member.zone, member.reminders, member.away_from AS "awayFrom", member.away_to AS "awayTo",
  ARRAY(SELECT account.key FROM account WHERE account.member_id = member.id
    ORDER BY account.platform = 'terminal', account.acted DESC NULLS LAST, account.key) AS accounts`;

export function toMember({ id, accounts, language, zone, reminders, awayFrom, awayTo }: MemberRow): Member {
  const spoken = languageOf(language);
  return {
    id,
    accounts,
    ...(spoken && { language: spoken }),
    ...(zone !== null && { zone }),
    reminders,
    ...(awayFrom !== null && { absence: { from: awayFrom, ...(awayTo !== null && { to: awayTo }) } }),
  };
}
