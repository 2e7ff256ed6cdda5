import type { SpaceFacts } from '../core/store.ts';

/** The spaces that ask to be accepted, for coordinators alone; the parameter says whether the sender is one without a row. */
export function waitingSpacesColumn(parameter: string): string {
  return `(SELECT json_agg(row_to_json(waiting)) FROM (
    SELECT space.key, space.asked_at AS "askedAt" FROM space
    WHERE space.state = 'waiting' AND (${parameter}::boolean OR (SELECT actor.coordinator FROM actor))
    ORDER BY space.asked_at, space.key LIMIT 100
  ) AS waiting) AS "waitingSpaces"`;
}

export type WaitingSpaceRow = { readonly waitingSpaces: readonly { readonly key: string; readonly askedAt: string | null }[] | null };

export function toWaitingSpaces({ waitingSpaces }: WaitingSpaceRow): SpaceFacts[] {
  return (waitingSpaces ?? []).map(({ key, askedAt }) => ({ key, state: 'waiting', ...(askedAt !== null && { askedAt: new Date(askedAt) }) }));
}
