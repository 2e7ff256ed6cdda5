import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Place } from '../../src/store/open.ts';
import { makeSigner } from '../support/discord.ts';
import { beginning, coordinator } from './furnish.ts';

export const slackSecret = 'the signing secret of the torture';
export const discordSigner = makeSigner();

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where and when a bot runs. */
export type Setting = {
  readonly place: Place;
  readonly port: number;
  readonly peer: number;
  /** Where Node keeps what it compiled. */
  readonly cache: string;
  /** What the program's clock shows at the start. */
  readonly now: Date;
  /** How far the machine's clock is ahead, in milliseconds. */
  readonly ahead: number;
};

const line = z.object({ level: z.number(), msg: z.string() });

/** One process from its start to its end. */
export type Life = {
  /** The errors that it has logged. */
  readonly errors: readonly string[];
  /** Whether it has logged something within so many milliseconds; false as soon as it has ended. */
  said(words: string, within: number): Promise<boolean>;
  /** Ends it as the kernel does; throws when it had ended by itself. */
  kill(): Promise<void>;
  /** Asks it to end, and answers with which code it did. */
  stop(): Promise<number | null>;
};

export function startBot(setting: Setting): Life {
  const child = spawn(process.execPath, argumentsFor(setting, 'src/main.ts'), { cwd: root, env: environmentOf(setting), stdio: ['ignore', 'ignore', 'pipe'] });
  const lines: { readonly level: number; readonly msg: string; readonly raw: string }[] = [];
  createInterface({ input: child.stderr }).on('line', (raw) => lines.push({ ...readLine(raw), raw }));
  const ended = once(child, 'exit');
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    get errors() {
      return lines.filter(({ level }) => level >= 50).map(({ raw }) => raw);
    },
    async said(words, within) {
      const until = performance.now() + within;
      const isSaid = (): boolean => lines.some(({ msg }) => msg === words);
      while (!isSaid() && !isOver() && performance.now() < until) await sleep(5);
      return isSaid();
    },
    async kill() {
      if (isOver()) throw new Error(`the bot ended by itself with ${child.exitCode}:\n${lines.map(({ raw }) => raw).join('\n')}`);
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (!isOver()) child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}

/** What is no line of the log is an error: the last words of a process. */
function readLine(raw: string): { readonly level: number; readonly msg: string } {
  try {
    return line.parse(JSON.parse(raw));
  } catch {
    return { level: 60, msg: raw };
  }
}

/** What one command in the terminal prints. */
export async function askTerminal(setting: Setting, words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [...argumentsFor(setting, 'src/cli.ts'), ...words], { cwd: root, env: environmentOf(setting) });
  const printed = collect(child);
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`the terminal ended with ${child.exitCode}: ${printed.join('')}`);
  return printed.join('');
}

function collect({ stdout, stderr }: ChildProcess): readonly string[] {
  const printed: string[] = [];
  for (const stream of [stdout, stderr]) stream?.on('data', (bytes) => printed.push(String(bytes)));
  return printed;
}

function argumentsFor({ ahead }: Setting, program: string): string[] {
  const later = new URL('./later.ts', import.meta.url);
  later.searchParams.set('by', String(ahead));
  return ['--import', later.href, program];
}

function environmentOf({ place, port, peer, cache, now }: Setting): Record<string, string> {
  return {
    NODE_COMPILE_CACHE: cache,
    LOG_LEVEL: 'info',
    PORT: String(port),
    IS3C_CLOCK: now.toISOString(),
    IS3C_COORDINATORS: coordinator,
    SLACK_SIGNING_SECRET: slackSecret,
    SLACK_BOT_TOKEN: 'xoxb-torture',
    SLACK_API_URL: `http://127.0.0.1:${peer}/slack/`,
    DISCORD_TOKEN: 'torture',
    DISCORD_PUBLIC_KEY: discordSigner.publicKey,
    DISCORD_API_URL: `http://127.0.0.1:${peer}/discord`,
    ...('data' in place ? { IS3C_DATA: place.data } : { DATABASE_URL: place.databaseUrl }),
  };
}

/** A folder with all that Node compiles for a bot, which keeps it only where it ends in peace; `remove` takes it away. */
export async function warmUp(): Promise<{ readonly cache: string; remove(): void }> {
  const cache = mkdtempSync(join(tmpdir(), 'is3c-torture-'));
  const life = startBot({ place: { data: join(cache, 'data') }, port: 0, peer: 9, cache, now: beginning, ahead: 0 });
  await life.said('the jobs run', 60_000);
  await life.stop();
  return { cache, remove: () => rmSync(cache, { recursive: true, force: true }) };
}

/** A port that nobody has now, for a bot that has to be found there in every life. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
