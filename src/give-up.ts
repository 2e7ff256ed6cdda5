import { ConfigMistakes } from './config.ts';
import { PlanMistakes } from './plan/mistake.ts';
import { CannotOpen } from './store/database/cannot-open.ts';

type Ending = { readonly lines: readonly string[]; readonly exit: 1 | 2 | 3 };

/** Ends the program: in plain lines for what whoever starts it can mend, with the error for anything else. */
export function giveUp(error: unknown): never {
  const { lines, exit } = endingOf(error);
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(exit);
}

/** 1 is a refusal, 2 wrong usage, 3 a failure. */
function endingOf(error: unknown): Ending {
  if (error instanceof ConfigMistakes) return { lines: error.lines, exit: 2 };
  if (error instanceof PlanMistakes) return { lines: error.lines, exit: 1 };
  if (error instanceof CannotOpen) return { lines: [error.message], exit: exitOf(error) };
  const hindrance = error instanceof Error && 'syscall' in error && 'code' in error ? listening[`${error.syscall} ${error.code}`] : undefined;
  return hindrance ?? { lines: [error instanceof Error ? (error.stack ?? error.message) : String(error)], exit: 3 };
}

const noAddress: Ending = { lines: ['HOST: this machine has no such address; it should be one to listen on, such as 127.0.0.1'], exit: 2 };

/** Why nothing can be listened on, by what the system says of it. */
const listening: Readonly<Record<string, Ending>> = {
  'listen EADDRINUSE': { lines: ['PORT: another program listens there already; stop it, or set another number, such as 3001'], exit: 3 },
  'listen EACCES': { lines: ['PORT: this user may not listen there; set a number from 1024 on, such as 3000'], exit: 3 },
  'listen EADDRNOTAVAIL': noAddress,
  'getaddrinfo ENOTFOUND': noAddress,
  'getaddrinfo EAI_AGAIN': noAddress,
};

/** A folder that cannot be one is refused like any other wrong value; the rest may mend itself. */
function exitOf({ hindrance }: CannotOpen): 2 | 3 {
  return hindrance === 'no folder' ? 2 : 3;
}
