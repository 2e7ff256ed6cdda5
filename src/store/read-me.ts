import { stakeholderGroups } from '../core/balance.ts';
import type { Sender } from '../core/store.ts';
import type { Link, MeFacts, PeopleStore } from '../core/store-people.ts';
import { type GroupRow, groupColumns, toGroup } from './group-row.ts';
import { belongingQuery } from './membership-row.ts';
import { list, only, type Reading, read, statement } from './read.ts';

export const linkColumns = 'link_code.id, link_code.account AS asker, link_code.entered_by AS enterer';

/** $3 is the machine's clock. */
const meStatement = statement('me', {
  columns: [
    `(SELECT stakeholder FROM member WHERE id = (SELECT actor.id FROM actor)) AS stakeholder`,
    `ARRAY(SELECT account.key FROM account WHERE account.member_id = (SELECT actor.id FROM actor) ORDER BY account.key) AS accounts`,
    `(SELECT count(*) FROM account WHERE account.member_id = (SELECT actor.id FROM actor)) > 1 AS linked`,
    `${list(`SELECT ${groupColumns} FROM working_group
      WHERE id IN (SELECT group_id FROM lead WHERE member_id = (SELECT actor.id FROM actor)) ORDER BY number`)} AS groups`,
    `${list(belongingQuery)} AS memberships`,
    `${only(`SELECT ${linkColumns} FROM link_code WHERE account = $1 AND entered_by IS NOT NULL AND expires > $3::timestamptz`)} AS link`,
  ],
});

type MeRow = Pick<MeFacts, 'accounts' | 'linked' | 'memberships'> & {
  readonly groups: readonly GroupRow[];
  readonly stakeholder: string | null;
  readonly link: Link | null;
};

export async function readMe(reading: Reading, sender: Sender, real: Date): Promise<MeFacts> {
  const { actor, row } = await read<MeRow>(reading, meStatement, sender, [real]);
  const { accounts, linked, groups, memberships, link } = row;
  const stakeholder = stakeholderGroups.find((one) => one === row.stakeholder);
  return { actor, accounts, linked, memberships, groups: groups.map(toGroup), ...(stakeholder && { stakeholder }), ...(link !== null && { link }) };
}

const linkStatement = statement('link', {
  columns: [`${only(`SELECT ${linkColumns} FROM link_code WHERE id::text = $3 AND entered_by IS NOT NULL`)} AS link`],
});

export async function readLink(reading: Reading, sender: Sender, id: string): ReturnType<PeopleStore['readLink']> {
  const { actor, row } = await read<{ readonly link: Link | null }>(reading, linkStatement, sender, [id]);
  return { actor, ...(row.link !== null && { link: row.link }) };
}
