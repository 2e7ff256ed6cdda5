import { expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { programs as names, type Program } from '../../src/flags.ts';
import { programs } from '../../src/programs/index.ts';

const config = readConfig({ IS3C_DATA: '/dev/null' });

/** What a program says on standard error, and how it ends. */
async function run(name: Program, args: readonly string[]): Promise<{ readonly said: string; readonly exit: number }> {
  const error = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const exit = await programs[name](args, config);
    return { said: error.mock.calls.join(''), exit };
  } finally {
    error.mockRestore();
  }
}

test.each(names)('%s answers an argument that it does not know with what there is', async (name) => {
  const usage = expect.stringContaining(`npm run -s is3c -- ${name}`);
  for (const args of [['--nonsense'], ['slack', 'demo'], ['slack', '--nonsense'], ['discord', '--guild']]) {
    if (name !== 'import' || args.some((arg) => arg.startsWith('-'))) expect(await run(name, args)).toEqual({ said: usage, exit: 2 });
  }
});
