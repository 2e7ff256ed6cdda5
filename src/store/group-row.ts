import type { Group, GroupFacts, GroupState, Lead, Rhythm, Role } from '../core/group.ts';
import { rhythms, roles } from '../core/group.ts';
import { languages } from '../core/member.ts';
import type { Prisma } from './generated/client.ts';
import { chatsFirst, wayOf } from './people.ts';

/** A group's facts as a reading statement brings them. */
export type GroupRow = {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly charter: string | null;
  readonly state: string;
  readonly rhythm: string;
  readonly weekday: number;
  readonly hour: number;
  readonly zone: string;
  readonly since: string;
  readonly settled: string;
  readonly space: string | null;
  readonly channel: string | null;
  readonly leads: readonly LeadRow[] | null;
};

type LeadRow = {
  readonly role: string;
  readonly id: string;
  readonly language: string | null;
  readonly zone: string | null;
  readonly reminders: string;
  readonly awayFrom: string | null;
  readonly awayTo: string | null;
  readonly accounts: readonly string[] | null;
};

/** The columns of a `GroupRow` of the table `working_group`, with whoever speaks for it, chairs first. */
export const groupColumns = `working_group.id, working_group.revision, working_group.name, working_group.charter, working_group.state,
  working_group.rhythm, working_group.weekday, working_group.hour, working_group.zone, working_group.since::text AS since, working_group.settled,
  working_group.space, working_group.channel,
  (SELECT json_agg(row_to_json(leads)) FROM (
    SELECT lead.role, member.id, member.language, member.zone, member.reminders, member.away_from AS "awayFrom", member.away_to AS "awayTo",
      (SELECT json_agg(account.key ORDER BY account.acted DESC NULLS LAST, account.key) FROM account WHERE account.member_id = member.id) AS accounts
    FROM lead JOIN member ON member.id = lead.member_id WHERE lead.group_id = working_group.id ORDER BY lead.role, lead.since, member.id
  ) AS leads) AS leads`;

export function toGroup(row: GroupRow): Group {
  const { id, revision, name, charter, weekday, hour, zone, since, space, channel } = row;
  return {
    id,
    revision,
    name,
    ...(charter !== null && { charter }),
    state: stateOf(row.state),
    schedule: { rhythm: rhythmOf(row.rhythm), weekday, hour, zone, since },
    settled: new Date(row.settled),
    ...(space !== null && channel !== null && { channel: { space, channel } }),
    leads: (row.leads ?? []).map(toLead),
  };
}

function toLead({ role, id, accounts, language, zone, reminders, awayFrom, awayTo }: LeadRow): Lead {
  const tongue = languages.find((one) => one === language);
  return {
    role: roleOf(role),
    member: {
      id,
      accounts: chatsFirst(accounts ?? []),
      ...(tongue && { language: tongue }),
      ...(zone !== null && { zone }),
      reminders: wayOf(reminders),
      ...(awayFrom !== null && { absence: { from: awayFrom, ...(awayTo !== null && { to: awayTo }) } }),
    },
  };
}

function stateOf(text: string): GroupState {
  return text === 'paused' ? text : 'active';
}

function rhythmOf(text: string): Rhythm {
  return rhythms.find((rhythm) => rhythm === text) ?? 'weekly';
}

function roleOf(text: string): Role {
  return roles.find((role) => role === text) ?? 'deputy';
}

/** What a change sets, as the table has it; a new state or schedule settles the group anew. */
export function toGroupColumns({ schedule, channel, ...plain }: GroupFacts, at: Date): Prisma.GroupUpdateManyMutationInput {
  const settles = plain.state !== undefined || schedule !== undefined;
  return {
    ...plain,
    ...(schedule !== undefined && { ...schedule, since: new Date(`${schedule.since}T00:00:00.000Z`) }),
    ...(channel !== undefined && { space: channel?.space ?? null, channel: channel?.channel ?? null }),
    ...(settles && { settled: at }),
  };
}
