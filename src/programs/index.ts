import type { Config } from '../config.ts';
import type { Program } from '../flags.ts';
import { backup, restore } from './backup.ts';
import { docs } from './docs.ts';
import { doctor } from './doctor.ts';
import { manifest } from './manifest.ts';
import { exportTo, importFrom } from './plan.ts';
import { register } from './register.ts';
import { seed } from './seed.ts';

/** What the command line does beside asking the bot; each answers the code that the process ends with. */
export const programs: Readonly<Record<Program, (args: readonly string[], config: Config) => Promise<number>>> = {
  manifest,
  register,
  docs,
  doctor,
  backup,
  restore,
  export: exportTo,
  import: importFrom,
  seed,
};
