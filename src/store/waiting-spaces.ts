import type { SpaceFacts } from '../core/store.ts';
import { type MemberRow, memberColumns, standing, toMember } from './rows/member-row.ts';

/** The spaces that ask to be accepted, for coordinators alone; the parameter says whether the sender is one without a row. */
export function waitingSpacesColumn(parameter: string): string {
  return `(SELECT json_agg(row_to_json(waiting)) FROM (
    SELECT space.key, space.asked_at AS "askedAt",
      (SELECT row_to_json(person) FROM (SELECT ${memberColumns} FROM member WHERE member.id = ${standing('space.asked_by')}) AS person) AS asker
    FROM space
    WHERE space.state = 'waiting' AND (${parameter}::boolean OR (SELECT actor.coordinator FROM actor))
    ORDER BY space.asked_at, space.key LIMIT 100
  ) AS waiting) AS "waitingSpaces"`;
}

export type WaitingSpaceRow = {
  readonly waitingSpaces: readonly { readonly key: string; readonly askedAt: string | null; readonly asker: MemberRow | null }[] | null;
};

export function toWaitingSpaces({ waitingSpaces }: WaitingSpaceRow): SpaceFacts[] {
  return (waitingSpaces ?? []).map(({ key, askedAt, asker }) => ({
    key,
    state: 'waiting',
    ...(askedAt !== null && { askedAt: new Date(askedAt) }),
    ...(asker !== null && { asker: toMember(asker) }),
  }));
}
