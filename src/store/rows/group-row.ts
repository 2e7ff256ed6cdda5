import { chairedStates, type Group, type GroupState, type Joining, type Rhythm, type Role } from '../../core/group.ts';
import { list } from '../read.ts';
import { type MemberRow, memberColumns, toMember } from './member-row.ts';

/** A group as the database holds it, with those who speak for it. */
export type GroupRow = {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly charter: string | null;
  readonly state: GroupState;
  readonly rhythm: Rhythm;
  readonly weekday: number;
  readonly hour: number;
  readonly zone: string;
  readonly since: string;
  readonly settled: string;
  readonly stateSince: string;
  readonly joining: Joining;
  readonly space: string | null;
  readonly channel: string | null;
  readonly leads: readonly (MemberRow & { readonly role: Role })[];
};

/** The columns of a `GroupRow` under its names; chairs before deputies, whoever was appointed first before others. */
export const groupColumns = `working_group.id, working_group.revision, working_group.name, working_group.charter, working_group.state,
  working_group.rhythm, working_group.weekday, working_group.hour, working_group.zone, working_group.since, working_group.settled,
  working_group.state_since AS "stateSince",
  working_group.space, working_group.channel, working_group.joining,
  ${list(`SELECT lead.role, ${memberColumns} FROM lead JOIN member ON member.id = lead.member_id
    WHERE lead.group_id = working_group.id ORDER BY lead.role, lead.since, member.id`)} AS leads`;

/** Whether a group in a statement is to have a chair and has none. */
export const isChairlessRow = `working_group.state IN (${chairedStates.map((state) => `'${state}'`).join(', ')})
  AND NOT EXISTS (SELECT FROM lead WHERE lead.group_id = working_group.id AND role = 'chair')`;

export function toGroup(row: GroupRow): Group {
  const { id, revision, name, charter, state, rhythm, weekday, hour, zone, since, settled, stateSince, space, channel, joining, leads } = row;
  return {
    id,
    revision,
    name,
    ...(charter !== null && { charter }),
    state,
    schedule: { rhythm, weekday, hour, zone, since },
    joining,
    settled: new Date(settled),
    stateSince: new Date(stateSince),
    ...(space !== null && channel !== null && { channel: { space, channel } }),
    leads: leads.map(({ role, ...member }) => ({ member: toMember(member), role })),
  };
}
