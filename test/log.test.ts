import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What the log writes of an error, as another process makes it. */
function logged(error: string): unknown {
  const program = `import { createLog } from './src/log.ts'; createLog('info').warn({ error: ${error} }, 'said');`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  return JSON.parse(stderr);
}

test.each([
  ['an error', 'Object.assign(new TypeError("typed"), { code: "57P01" })', { name: 'TypeError', code: '57P01' }],
  ['a copy of one', '{ ...Object.assign(new Error("typed"), { name: "error", code: 5 }), stack: new Error("typed").stack }', { name: 'error', code: 5 }],
  ['the copy of one without a name', '{ stack: new Error("typed").stack, message: "typed", detail: "typed" }', {}],
])('of %s the log keeps what its makers wrote and where, and nothing of its message', (_what, error, facts) => {
  const line = logged(error);
  expect(line).toMatchObject({ error: facts, msg: 'said' });
  expect(line).toHaveProperty('error.stack', expect.stringMatching(/^\s+at /));
  expect(JSON.stringify(line)).not.toMatch(/typed/);
});

test('what is no error is told by its type alone', () => {
  expect(logged('"typed"')).toMatchObject({ error: { type: 'string' } });
});
