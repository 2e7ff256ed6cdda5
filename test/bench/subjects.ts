import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from '../../src/store/open.ts';
import { discordPublicKey, slackSecret } from './load.ts';

/** A server that is measured, and how to end it. */
export type Subject = { readonly name: string; readonly port: number; readonly pid: number; readonly ready: number; stop(): Promise<void> };

const root = new URL('../../', import.meta.url).pathname;

export type Bare = 'bolt' | 'slack' | 'discord';

/** Starts a server that only checks the signature and acknowledges. */
export async function startBare(name: string, kind: Bare): Promise<Subject> {
  const from = performance.now();
  const child = spawn(process.execPath, ['test/bench/bare.ts', kind, kind === 'discord' ? discordPublicKey : slackSecret], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const { port } = JSON.parse(String(line)) as { port: number };
  return subject(name, port, child, performance.now() - from);
}

/** Ends what was started when the run ends. */
export function startedIn(later: (end: () => Promise<unknown>) => void): (subject: Promise<Subject>) => Promise<Subject> {
  return async (subject) => {
    const running = await subject;
    later(() => running.stop());
    return running;
  };
}

/** Starts the bot as `npm start` does, with both platforms over HTTP; `ready` is the time from the start to its first answer. */
export async function startBot(name: string, where: Place, more: Readonly<Record<string, string>> = {}): Promise<Subject> {
  const port = await freePort();
  const database = 'data' in where ? { IS3C_DATA: where.data } : { DATABASE_URL: where.databaseUrl };
  const env = {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: `${root}node_modules/.cache/is3c`,
    NODE_ENV: 'test',
    PORT: String(port),
    LOG_LEVEL: 'fatal',
    IS3C_CLOCK: '2022-10-10T12:00:00Z',
    SLACK_SIGNING_SECRET: slackSecret,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_API_URL: 'http://127.0.0.1:9/api/',
    DISCORD_PUBLIC_KEY: discordPublicKey,
    DISCORD_API_URL: 'http://127.0.0.1:9/api',
    ...database,
    ...more,
  };
  const from = performance.now();
  const child = spawn(process.execPath, startArguments(), { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const answered = await firstAnswer(port, child);
  return subject(name, port, child, answered - from);
}

/** What `npm start` gives to Node. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: { start: string } };
  return scripts.start.slice(scripts.start.indexOf('exec node ') + 'exec node '.length).split(' ');
}

/** The moment of the first true answer: the page with the plan on it. */
async function firstAnswer(port: number, child: ChildProcess): Promise<number> {
  for (let tries = 0; tries < 6_000 && child.exitCode === null; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.status === 200) {
      await answer.text();
      return performance.now();
    }
    await answer?.body?.cancel();
    await sleep(10);
  }
  throw new Error('the bot did not answer');
}

function subject(name: string, port: number, child: ChildProcess, ready: number): Subject {
  return {
    name,
    port,
    pid: child.pid ?? 0,
    ready,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** Resident memory in MB, as the kernel counts it. */
export function memoryOf({ pid }: Subject): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}
