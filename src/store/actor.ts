import { platformOf, type SpaceKey, terminalSpace } from '../core/account.ts';
import { languageOf, reminderWays, type SpaceState } from '../core/member.ts';
import type { ActorFacts, Sender } from '../core/store.ts';
import type { Rights } from './rights.ts';

/** The member behind an account, with its space: a direct message counts as from the space that its account first wrote from, while the bot is there. */
function memberOf(account: string): string {
  return `SELECT member.id, member.language, member.zone, member.reminders, member.away_from AS "awayFrom", member.away_to AS "awayTo",
    member.away_zone AS "awayZone", account.coordinator_since IS NOT NULL AS coordinator, account.space, account.locale,
    (SELECT json_agg(lead.group_id ORDER BY lead.group_id) FROM lead WHERE lead.member_id = member.id) AS leads
  FROM account JOIN member ON member.id = account.member_id
  WHERE account.key = ${account}`;
}

/** Every read begins with the sender, $1 the account and $2 the space, so that rights and facts come in one trip. */
export const actorQuery = `actor AS MATERIALIZED (${memberOf('$1')})`;

/** What a reading statement selects of its sender. */
export const actorColumns = `(SELECT row_to_json(actor) FROM actor) AS actor,
  (SELECT space.state FROM space WHERE space.key = coalesce($2::text, (SELECT actor.space FROM actor))
    AND ($2::text IS NOT NULL OR space.gone_at IS NULL)) AS "spaceState"`;

/** The same of one among many senders. */
export function actorColumnsOf(account: string, space: string): string {
  return `(SELECT row_to_json(actor) FROM (${memberOf(account)}) AS actor) AS actor,
  (SELECT space.state FROM space WHERE space.key = coalesce(${space}, (SELECT account.space FROM account WHERE account.key = ${account}))
    AND (${space} IS NOT NULL OR space.gone_at IS NULL)) AS "spaceState"`;
}

export type ActorRow = {
  readonly actor: {
    readonly id: string;
    readonly language: string | null;
    readonly zone: string | null;
    readonly reminders: string;
    readonly awayFrom: string | null;
    readonly awayTo: string | null;
    readonly awayZone: string | null;
    readonly coordinator: boolean;
    readonly space: SpaceKey | null;
    readonly locale: string | null;
    readonly leads: readonly string[] | null;
  } | null;
  readonly spaceState: SpaceState | null;
};

/** The values of $1 and $2. */
export function senderValues(sender: Sender): [string, string | null] {
  return [sender.account, spaceOf(sender) ?? null];
}

export function toActor({ actor, spaceState }: ActorRow, sender: Sender, rights: Rights): ActorFacts {
  const coordinator = rights.isCoordinator(sender.account) || actor?.coordinator === true;
  const space = spaceOf(sender) ?? actor?.space ?? undefined;
  return {
    ...(actor && memberFacts(actor)),
    coordinator,
    ...(actor?.space && { home: actor.space }),
    spaceState: isAccepted(space, coordinator, rights) ? 'accepted' : (spaceState ?? 'unknown'),
  };
}

/** What is known of a member; what is as everybody has it at first is left out. */
function memberFacts({
  id,
  zone,
  locale,
  leads,
  awayFrom,
  awayTo,
  awayZone,
  ...row
}: NonNullable<ActorRow['actor']>): Omit<ActorFacts, 'coordinator' | 'spaceState'> {
  const language = languageOf(row.language);
  const reminders = reminderWays.find((way) => way === row.reminders && way !== 'direct');
  return {
    member: id,
    ...(language && { language }),
    ...(zone && { zone }),
    ...(locale && { locale }),
    ...(reminders && { reminders }),
    ...(awayFrom !== null && { absence: { from: awayFrom, ...(awayTo !== null && { to: awayTo }), ...(awayZone !== null && { zone: awayZone }) } }),
    ...(leads && { leads }),
  };
}

/** Without a row: by configuration, or a coordinator's direct message. */
function isAccepted(space: SpaceKey | undefined, coordinator: boolean, rights: Rights): boolean {
  return space === undefined ? coordinator : rights.accepts(space);
}

function spaceOf({ account, space }: Sender): SpaceKey | undefined {
  return space ?? (platformOf(account) === 'terminal' ? terminalSpace : undefined);
}
