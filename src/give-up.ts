import { ConfigMistakes } from './config.ts';
import { PlanMistakes } from './plan/mistake.ts';
import { CannotOpen } from './store/cannot-open.ts';

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
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return { lines: ['PORT: another program listens there already; stop it, or set another number, such as 3001'], exit: 3 };
  }
  return { lines: [error instanceof Error ? (error.stack ?? error.message) : String(error)], exit: 3 };
}

/** A folder that cannot be one is refused like any other wrong value; the rest may mend itself. */
function exitOf({ hindrance }: CannotOpen): 2 | 3 {
  return hindrance === 'no folder' ? 2 : 3;
}
