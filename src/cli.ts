import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { localeOf } from './adapters/terminal/decode.ts';
import { askServer, type BridgeRequest, type BridgeResponse, clearCard } from './bridge.ts';
import { type Config, readConfig } from './config.ts';
import { answerArguments, programOf } from './flags.ts';
import { giveUp } from './give-up.ts';
import { openHouse } from './house.ts';
import { createLog } from './log.ts';
import { stayAwake } from './stay-awake.ts';
import { CannotOpen } from './store/database/cannot-open.ts';
import { tryLock, type Unlock } from './store/database/lock.ts';
import { nameSlashCommand } from './text/slash.ts';

/**
 * PostgreSQL's parser is one function of 100 kB: optimising it takes Node seconds of a processor and 600 MB, for one answer. So code is optimised here
 * only once it has run for long; a server, which does run for long, needs it sooner.
 */
setFlagsFromString('--wasm-tiering-budget=2000000000');

/** How long a folder may stay held by somebody who does not answer, in tries of a tenth of a second. */
const tries = 200;

/** Opens the database itself, answers, and closes it. */
async function answerHere(config: Config, asked: BridgeRequest, unlock: Unlock | undefined): Promise<BridgeResponse> {
  const house = await openHouse(config, createLog(config.LOG_LEVEL ?? 'warn'), unlock);
  try {
    return await answerArguments(asked, house.doors);
  } finally {
    await house.close();
  }
}

/** Asks the lock first: whoever gets it is alone, and whoever does not asks the server that holds it. */
async function answer(config: Config, asked: BridgeRequest): Promise<BridgeResponse> {
  if (config.DATABASE_URL !== undefined) return answerHere(config, asked, undefined);
  for (let tried = 0; tried < tries; tried += 1) {
    const unlock = tryLock(config.IS3C_DATA);
    if (unlock !== undefined) {
      clearCard(config.IS3C_DATA);
      return answerHere(config, asked, unlock);
    }
    const answered = await askServer(config.IS3C_DATA, asked);
    if (answered !== undefined) return answered;
    await sleep(100);
  }
  throw new CannotOpen('in use', `The data folder ${config.IS3C_DATA} is in use by another process that does not answer: stop that one first.`);
}

async function main(args: readonly string[]): Promise<number> {
  const config = readConfig();
  nameSlashCommand(config.IS3C_COMMAND);
  const program = programOf(args);
  if (program !== undefined) {
    const { programs } = await import('./programs/index.ts');
    return programs[program.program](program.rest, config);
  }
  const locale = localeOf(config.LC_ALL ?? config.LANG);
  const { output, error, exit } = await answer(config, {
    args: [...args],
    columns: process.stdout.columns ?? 80,
    colours: process.stdout.isTTY === true && config.NO_COLOR === undefined,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(locale !== undefined && { locale }),
  });
  process.stderr.write(error);
  process.stdout.write(output);
  return exit;
}

try {
  const exit = await stayAwake(() => main(process.argv.slice(2)));
  // What was written is out before the program ends, by itself: an emptied loop could be waited on for ever.
  process.stdout.write('', () => process.exit(exit));
} catch (error) {
  giveUp(error);
}
