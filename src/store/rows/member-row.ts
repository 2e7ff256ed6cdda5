import { languageOf, type Member, type ReminderWay } from '../../core/member.ts';

/** A member as the database holds them. */
export type MemberRow = {
  readonly id: string;
  readonly language: string | null;
  readonly zone: string | null;
  readonly reminders: ReminderWay;
  readonly awayFrom: string | null;
  readonly awayTo: string | null;
  readonly awayZone: string | null;
  readonly accounts: readonly string[];
  /** What the platform told of the language in the first of these accounts. */
  readonly locale: string | null;
};

/** Whoever a surrogate id of the record stands for by now, where two accounts were linked since. */
export function standing(id: string): string {
  return `coalesce((SELECT member_alias.member_id FROM member_alias WHERE member_alias.id = ${id}), ${id})`;
}

/** The spaces through which an account is reached. */
const spacesOfAccount = `CASE WHEN starts_with(account.key, 'slack:') THEN ARRAY[regexp_replace(account.key, ':[^:]*$', '')]
    ELSE array_remove(ARRAY[account.space, account.acted_in], NULL) END`;

/** Whether the bot has left all the spaces through which an account is reached. */
export const isCutOff = `(${spacesOfAccount} <> '{}' AND ${spacesOfAccount} <@ ARRAY(SELECT space.key FROM space WHERE space.gone_at IS NOT NULL))`;

/** The columns of a `MemberRow` under its names. A chat comes before the terminal, at which nobody is sure to sit, and last what the bot has left. */
export const memberColumns = columnsWith('TRUE');

/** The same of whoever leads, with the accounts alone that hold the right; `named` are those that the configuration names. */
export function coordinatorColumns(named: string): string {
  return columnsWith(holdsRight(named));
}

/** Whether an account holds the right to lead. */
export function holdsRight(named: string): string {
  return `(account.coordinator_since IS NOT NULL OR account.key = ANY (${named}::text[]))`;
}

function columnsWith(condition: string): string {
  const accounts = `FROM account WHERE account.member_id = member.id AND ${condition}
    ORDER BY ${isCutOff}, account.platform = 'terminal', account.acted DESC NULLS LAST, account.key`;
  return `member.id, member.language, member.zone, member.reminders, member.away_from AS "awayFrom", member.away_to AS "awayTo",
  member.away_zone AS "awayZone", ARRAY(SELECT account.key ${accounts}) AS accounts, (SELECT account.locale ${accounts} LIMIT 1) AS locale`;
}

export function toMember({ id, accounts, locale, language, zone, reminders, awayFrom, awayTo, awayZone }: MemberRow): Member {
  const spoken = languageOf(language) ?? languageOf(locale);
  return {
    id,
    accounts,
    ...(spoken && { language: spoken }),
    ...(zone !== null && { zone }),
    reminders,
    ...(awayFrom !== null && { absence: { from: awayFrom, ...(awayTo !== null && { to: awayTo }), ...(awayZone !== null && { zone: awayZone }) } }),
  };
}
