import type { GroupChoice } from '../../core/choice.ts';
import type { Sender } from '../../core/store.ts';
import type { GroupsFound } from '../../core/store-groups.ts';
import { onlyQuery } from '../only.ts';
import { list, type Reading } from '../read.ts';
import { storableText } from '../storable.ts';

const me = 'member_id = (SELECT actor.id FROM actor)';

/**
 * The groups whose id or name holds $3 and that a choice offers to the sender, at most $4: $5 are its states, $6 its ties, null for anybody, and
 * $7 says whether the sender coordinates without a row. What is named alone is found whether it is offered or not, so that a refusal can say why.
 */
export const foundGroups: readonly string[] = [
  `tie AS MATERIALIZED (
  SELECT group_id, role::text AS kind FROM lead WHERE ${me}
  UNION ALL SELECT group_id, state::text FROM membership WHERE ${me} AND state <> 'left'
  UNION ALL SELECT group_id, 'offered' FROM chair_offer WHERE ${me}
)`,
  `named AS MATERIALIZED (
  SELECT id, number, state = ANY ($5::text[]) AND ($6::text[] IS NULL
    OR 'coordinator' = ANY ($6::text[]) AND ($7::boolean OR coalesce((SELECT actor.coordinator FROM actor), FALSE))
    OR EXISTS (SELECT FROM tie WHERE group_id = working_group.id AND kind = ANY ($6::text[]))
    OR 'outside' = ANY ($6::text[]) AND NOT EXISTS (SELECT FROM tie WHERE group_id = working_group.id AND kind <> 'offered')) AS offered
  FROM working_group WHERE strpos(lower(id), lower($3)) + strpos(lower(name), lower($3)) > 0
)`,
  `found AS MATERIALIZED (
  SELECT id, number FROM named WHERE offered OR ($3 <> '' AND (SELECT count(*) FROM named) = 1) ORDER BY number LIMIT $4::int
)`,
  onlyQuery,
];

/** What a menu shows of them, and whether what was typed names any group at all. */
export const foundColumns: readonly string[] = [
  `${list('SELECT working_group.id, working_group.name FROM working_group JOIN found ON found.id = working_group.id ORDER BY working_group.number')} AS groups`,
  'EXISTS (SELECT FROM named) AS named',
];

export type FoundRow = GroupsFound;

/** The values of $3 to $7. */
export function choiceValues({ rights }: Reading, { account }: Sender, typed: string, { states, ties }: GroupChoice, limit: number): readonly unknown[] {
  return [storableText(typed).trim(), limit, states, ties ?? null, rights.isCoordinator(account)];
}
