import type { Handle, Suggest } from './interaction.ts';
import type { Invocation } from './invocation.ts';

/** What an adapter is handed when it starts. */
export type Doors = {
  readonly handle: Handle;
  readonly suggest: Suggest;
  /** Reads what a person typed after the slash command; what cannot be read is answered by the first door. */
  readonly read: (line: string) => Invocation;
  /** Whether an invocation will be answered with a form, from its options alone: Discord must know before the answer is there. */
  readonly opens: (invocation: Invocation) => 'form' | 'card';
};

/** Where an adapter tells its operator what happened: facts first, then words. Never a secret, a response URL or text that people typed. */
export type Log = {
  info(facts: object, said: string): void;
  warn(facts: object, said: string): void;
  error(facts: object, said: string): void;
};

/** One platform over one transport. */
export type Adapter = {
  /** As logs and `status` name it: `slack over HTTP`. */
  readonly name: string;
  /** Begins to take interactions; rejects when the platform refuses the tokens. */
  start(doors: Doors): Promise<void>;
  /** Takes no more work, finishes what was acknowledged, and closes its connections. */
  stop(): Promise<void>;
};
