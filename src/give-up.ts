import { ConfigMistakes } from './config.ts';
import { PlanMistakes } from './plan/choose.ts';
import { CannotOpen } from './store/cannot-open.ts';

/** Ends the program: in plain lines for what whoever starts it can mend, with the error for anything else. */
export function giveUp(error: unknown, exit = 1): never {
  process.stderr.write(`${linesOf(error).join('\n')}\n`);
  process.exit(exit);
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof ConfigMistakes || error instanceof PlanMistakes) return error.lines;
  if (error instanceof CannotOpen) return [error.message];
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return ['PORT: another program listens there already; stop it, or set another number, such as 3001'];
  }
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
}
