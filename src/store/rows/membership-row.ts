import type { Member } from '../../core/member.ts';
import type { Membership, Mine, PeopleCounts } from '../../core/membership.ts';
import { only } from '../read.ts';
import { type MemberRow, memberColumns, toMember } from './member-row.ts';

export type MembershipRow = MemberRow & { readonly role: Membership['role']; readonly state: Membership['state']; readonly since: string };

/** The columns of a `MembershipRow` under its names, of `membership` beside its `member`. */
export const membershipColumns = `membership.role, membership.state, membership.since, ${memberColumns}`;

/** Those who ask first, then those who belong to it by their role, then those who left; whoever came first before others. */
export const membershipOrder = `array_position(ARRAY['asked', 'in', 'left'], membership.state),
  array_position(ARRAY['chair', 'deputy', 'editor', 'member', 'observer'], membership.role), membership.since, member.id`;

export function toMembership({ role, state, since, ...member }: MembershipRow): Membership {
  return { member: toMember(member), role, state, since: new Date(since) };
}

/** How many people a group has, each kind under its name. */
export const countColumn = `${only(`SELECT
    count(*) FILTER (WHERE membership.state = 'in' AND role = 'editor')::int AS editor,
    count(*) FILTER (WHERE membership.state = 'in' AND role = 'member')::int AS member,
    count(*) FILTER (WHERE membership.state = 'in' AND role = 'observer')::int AS observer,
    count(*) FILTER (WHERE membership.state = 'asked')::int AS asked,
    count(*) FILTER (WHERE membership.state = 'left')::int AS left
  FROM membership WHERE membership.group_id = working_group.id`)} AS people`;

export type CountRow = { readonly people: PeopleCounts };

const belonging = (member: string): string => only(`SELECT role, membership.state FROM membership WHERE membership.group_id = $3 AND member_id = (${member})`);

/** What the sender is in the group $3 without speaking for it. */
export const mineColumn = `${belonging('SELECT actor.id FROM actor')} AS mine`;

/** The same of the account that the parameter names, with all accounts of its member. */
export const personColumn = (account: string): string =>
  `${only(`SELECT membership.role, membership.state, ARRAY(SELECT own.key FROM account AS own WHERE own.member_id = membership.member_id ORDER BY own.key) AS accounts
    FROM membership JOIN account ON account.member_id = membership.member_id WHERE membership.group_id = $3 AND account.key = ${account}`)} AS person`;

export type MineRow = { readonly mine: Mine | null; readonly person: (Mine & Pick<Member, 'accounts'>) | null };

const mine = 'member_id = (SELECT actor.id FROM actor)';

const chairs = "lead.group_id = working_group.id AND lead.role = 'chair'";

/** The groups to which the sender belongs without speaking for them, or asks to. */
export const belongingQuery = `SELECT working_group.id, working_group.name, membership.role, membership.state FROM membership
  JOIN working_group ON working_group.id = membership.group_id WHERE ${mine} AND membership.state <> 'left' ORDER BY number`;

/** The groups that ask the sender to chair them. */
export const chairAskedQuery = `SELECT working_group.id, working_group.name FROM chair_offer
  JOIN working_group ON working_group.id = chair_offer.group_id WHERE ${mine} ORDER BY number`;

/** The groups that somebody asks to join and for which the sender answers, with how many do: those that they chair; where nobody does, a coordinator. */
export const joinAskedQuery = (coordinates: string): string => `SELECT working_group.id, working_group.name, asking.number FROM working_group
  CROSS JOIN LATERAL (SELECT count(*)::int AS number FROM membership WHERE membership.group_id = working_group.id AND membership.state = 'asked') AS asking
  WHERE asking.number > 0 AND (EXISTS (SELECT FROM lead WHERE ${chairs} AND lead.${mine})
    OR (${coordinates}::boolean OR (SELECT actor.coordinator FROM actor)) AND NOT EXISTS (SELECT FROM lead WHERE ${chairs}))
  ORDER BY working_group.number`;
