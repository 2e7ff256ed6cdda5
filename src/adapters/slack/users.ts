import type { WebClient } from '@slack/web-api';
import type { Log } from '../../chat/adapter.ts';
import type { Interaction, WhoIs } from '../../chat/interaction.ts';
import { within } from '../../chat/within.ts';
import { codeOf } from './clients.ts';
import { deadlines } from './limits.ts';

/** What Slack tells of a person. Kept in memory alone, and not for long. */
type Person = { readonly locale?: string; readonly zone?: string; readonly admin: boolean; readonly name?: string } & Whence;

/** Where somebody is from; `nobody` is a bot, somebody who left, or of another organisation whichever. */
type Whence = { readonly nobody: boolean; readonly team?: string; readonly organisation?: string };

type Entry = { readonly asked: Promise<Person | undefined>; readonly person?: Person; readonly until: number };

const most = 5_000;
const freshFor = { known: 6 * 3_600_000, unknown: 10 * 60_000, asking: 60_000 } as const;
/** More first contacts at once than this are answered without asking: Slack allows about a hundred such calls a minute. */
const atOnce = 20;

/** Language, zone, name and standing of people, asked for in the background at first contact and used from then on. */
export type Users = {
  /** The interaction with what is known by now. Never waits. */
  readonly introduce: (interaction: Interaction, user: string) => Interaction;
  /** The same once Slack has answered. */
  readonly awaitIntroduction: (interaction: Interaction, user: string) => Promise<Interaction>;
  /** Whether somebody is none of the people of the workspace or organisation in their account, and their language, as far as Slack tells soon. */
  readonly whoIs: WhoIs;
  readonly nameOf: (user: string) => string | undefined;
  /** Resolves once Slack has told of these people, as far as it does. */
  readonly learn: (users: readonly string[]) => Promise<void>;
};

export function createUsers(client: WebClient, log: Log): Users {
  const entries = new Map<string, Entry>();
  const warned = new Set<string>();
  let asking = 0;

  function keep(user: string, entry: Entry): void {
    entries.delete(user);
    entries.set(user, entry);
    const [oldest] = entries.keys();
    if (entries.size > most && oldest !== undefined) entries.delete(oldest);
  }

  async function ask(user: string): Promise<Person | undefined> {
    asking += 1;
    try {
      const person = personFrom(await client.users.info({ user, include_locale: true }));
      keep(user, { asked: Promise.resolve(person), person, until: Date.now() + freshFor.known });
      return person;
    } catch (error) {
      const code = codeOf(error);
      if (!warned.has(code)) log.warn({ code }, 'Slack does not tell languages and time zones; the scope users:read is needed');
      warned.add(code);
      keep(user, { asked: Promise.resolve(undefined), until: Date.now() + freshFor.unknown });
      return undefined;
    } finally {
      asking -= 1;
    }
  }

  /** What stands in memory; a person met for the first time, or not for long, is asked for meanwhile. */
  function meet(user: string): Entry | undefined {
    const entry = entries.get(user);
    if ((entry === undefined || entry.until < Date.now()) && asking < atOnce) {
      keep(user, { asked: ask(user), ...(entry?.person !== undefined && { person: entry.person }), until: Date.now() + freshFor.asking });
    }
    return entries.get(user);
  }

  return {
    introduce: (interaction, user) => withPerson(interaction, meet(user)?.person),
    awaitIntroduction: async (interaction, user) => withPerson(interaction, await meet(user)?.asked),
    async whoIs(account) {
      const [platform, tenant = '', user = ''] = account.split(':');
      const person = platform === 'slack' ? await within(deadlines.outside, meet(user)?.asked ?? Promise.resolve(undefined)) : undefined;
      if (person === undefined) return { outside: false };
      return { outside: person.nobody || isElsewhere(person, tenant), ...(person.locale !== undefined && { locale: person.locale }) };
    },
    nameOf: (user) => entries.get(user)?.person?.name,
    learn: async (all) => {
      await Promise.all(all.map((user) => meet(user)?.asked));
    },
  };
}

/** Somebody of an organisation has a workspace of theirs, whichever, so only like is compared with like. */
function isElsewhere({ team, organisation }: Whence, tenant: string): boolean {
  const own = tenant.startsWith('E') ? organisation : team;
  return own !== undefined && own !== tenant;
}

type UserInfo = Awaited<ReturnType<WebClient['users']['info']>>;

function personFrom({ user }: UserInfo): Person {
  const name = user?.profile?.display_name || user?.real_name;
  const admin = user?.is_admin === true || user?.is_owner === true;
  return {
    admin,
    ...whenceOf(user),
    ...(user?.locale !== undefined && { locale: user.locale }),
    ...zoneOf(user?.tz),
    ...(name !== undefined && name !== '' && { name }),
  };
}

function whenceOf(user: UserInfo['user']): Whence {
  const { is_bot: bot, deleted, is_stranger: stranger, team_id: team, enterprise_user: enterprise } = user ?? {};
  const organisation = enterprise?.enterprise_id;
  return { nobody: [bot, deleted, stranger].includes(true), ...(team !== undefined && { team }), ...(organisation !== undefined && { organisation }) };
}

/** Only a zone that this runtime knows; the days that people read hang on it. */
function zoneOf(zone: string | undefined): { readonly zone?: string } {
  try {
    return zone === undefined || zone === '' ? {} : { zone: new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone };
  } catch {
    return {};
  }
}

function withPerson(interaction: Interaction, person: Person | undefined): Interaction {
  if (person === undefined) return interaction;
  const { admin, locale, zone } = person;
  return {
    ...interaction,
    ...(locale !== undefined && { locale }),
    ...(zone !== undefined && { zone }),
    standing: admin && interaction.standing === 'none' ? 'admin' : interaction.standing,
  };
}
