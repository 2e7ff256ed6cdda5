import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends the output with one plain line to read or to search for: `N passed, N failed`, and `, N skipped` when some were. */
export class LastLine implements Reporter {
  #line = '';

  onInit(): void {
    process.once('exit', () => process.stdout.write(this.#line));
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    this.#line = `${tally(modules, errors.length)}\n`;
  }
}

/** Counts a file that broke outside its tests, and an error that nobody caught, as a failure each: only a green run reads as one. */
function tally(modules: readonly TestModule[], uncaught: number): string {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const broken = modules.filter((module) => !module.ok() && module.children.allTests('failed').next().done).length;
  const passed = states.filter((state) => state === 'passed').length;
  const failed = states.filter((state) => state === 'failed').length + broken + uncaught;
  const skipped = states.filter((state) => state === 'skipped' || state === 'pending').length;
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
