import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { choosePlan } from '../plan/choose.ts';
import { idleVariables } from '../platforms.ts';
import { openEmbedded } from '../store/database/embedded.ts';
import { tryFolder, tryLock } from '../store/database/lock.ts';
import { type Connection, lacking } from '../store/database/migrate.ts';
import { connectForMigration } from '../store/database/server.ts';
import { wordsFor } from '../text/words.ts';
import { version } from '../version.ts';
import { print, wrongUsage } from './out.ts';

type Finding = { readonly well: boolean; readonly said: string };

/** In milliseconds, for everything outside this machine. */
const patience = 5_000;

/** Looks at everything that the program needs, says how each stands and what to do, and ends with 1 when something is not well. */
export async function doctor(args: readonly string[], config: Config = readConfig()): Promise<number> {
  if (args.length > 0) return wrongUsage('doctor');
  const findings = [nodeVersion(), clock(config), plan(config), await database(config), await slack(config), await discord(config), ...idle(config)];
  print(`IS3C bot ${version}`);
  for (const { well, said } of findings) print(`${well ? 'ok  ' : 'mend'} ${said}`);
  return findings.every(({ well }) => well) ? 0 : 1;
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const well = major > 24 || major === 24 || (major === 22 && minor >= 20);
  return { well, said: `Node ${process.versions.node}${well ? '' : ': install 22.20, 24 or 26'}` };
}

function clock({ IS3C_CLOCK: start }: Config): Finding {
  return { well: true, said: start === undefined ? "Clock: this machine's" : `Clock: starts at ${start.toISOString()}, for trying things` };
}

function plan({ IS3C_PLAN: chosen }: Config): Finding {
  try {
    choosePlan(chosen);
    return { well: true, said: `Plan: ${chosen} can be loaded into an empty database` };
  } catch (error) {
    return { well: false, said: error instanceof Error ? error.message : `IS3C_PLAN: ${chosen} cannot be used` };
  }
}

/** What is set and does nothing is no fault, and whoever set it waits for something. */
function idle(config: Config): readonly Finding[] {
  return idleVariables(config).length === 0 ? [] : [{ well: true, said: wordsFor('en').start.idle(idleVariables(config).join(', ')) }];
}

async function database({ DATABASE_URL: databaseUrl, IS3C_DATA: data }: Config): Promise<Finding> {
  try {
    return { well: true, said: `Database: ${databaseUrl === undefined ? await folder(data) : await server(databaseUrl)}` };
  } catch (error) {
    return { well: false, said: `Database: ${error instanceof Error ? error.message : 'cannot be opened'}` };
  }
}

/** A folder is looked into only where there is one, since opening would make it. */
async function folder(data: string): Promise<string> {
  tryFolder(data);
  if (!existsSync(join(data, 'pg'))) return `${data} holds none yet; the first start makes it`;
  const unlock = tryLock(data);
  return unlock === undefined ? `${data} is held by a running server` : embedded(data).finally(unlock);
}

async function embedded(data: string): Promise<string> {
  const { pool, close } = await openEmbedded(data, { template: false, durable: true });
  const client = await pool.connect();
  return state('embedded', client)
    .finally(() => client.release())
    .finally(close);
}

async function server(databaseUrl: string): Promise<string> {
  const client = await connectForMigration(databaseUrl, patience);
  return state('server', client).finally(() => client.end());
}

/** How far a database is, which is only read: bringing it up to date is for a start. */
async function state(kind: 'embedded' | 'server', connection: Connection): Promise<string> {
  const { isNew, missing } = await lacking(connection);
  if (isNew) return `${kind}, answers, holds no tables yet; the first start makes them`;
  return missing.length === 0 ? `${kind}, migrated, answers` : `${kind}, answers, is older than this program; the next start applies ${missing.join(', ')}`;
}

async function slack({ SLACK_BOT_TOKEN: token, SLACK_API_URL: api = 'https://slack.com/api/' }: Config): Promise<Finding> {
  if (token === undefined) return { well: true, said: 'Slack: not set up (SLACK_BOT_TOKEN is missing)' };
  const answer = await ask(new URL('auth.test', api.endsWith('/') ? api : `${api}/`), `Bearer ${token}`, 'POST');
  const well = answer?.status === 200 && /"ok"\s*:\s*true/.test(answer.body);
  return {
    well,
    said: well ? 'Slack: the bot token is accepted' : 'Slack: the bot token was not accepted, or Slack cannot be reached; look at SLACK_BOT_TOKEN',
  };
}

async function discord({ DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: key, DISCORD_API_URL: api = 'https://discord.com/api' }: Config): Promise<Finding> {
  if (token === undefined && key !== undefined) return { well: true, said: 'Discord: answers over HTTP; without DISCORD_TOKEN it cannot write by itself' };
  if (token === undefined) return { well: true, said: 'Discord: not set up (DISCORD_TOKEN is missing)' };
  const answer = await ask(new URL(`${api.replace(/\/$/, '')}/v10/users/@me`), `Bot ${token}`, 'GET');
  const well = answer?.status === 200;
  return {
    well,
    said: well ? 'Discord: the bot token is accepted' : 'Discord: the bot token was not accepted, or Discord cannot be reached; look at DISCORD_TOKEN',
  };
}

async function ask(url: URL, authorization: string, method: string): Promise<{ status: number; body: string } | undefined> {
  try {
    const response = await fetch(url, { method, headers: { authorization }, signal: AbortSignal.timeout(patience) });
    return { status: response.status, body: await response.text() };
  } catch {
    return undefined;
  }
}
