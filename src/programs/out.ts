/** Prints what was asked for. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Says what is wrong, or how far long work has come, beside what was asked for. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Wrong usage: says how it is typed, and ends with the code for it. */
export function wrongUsage(usage: string): number {
  remark(`Type it like this: npm run -s is3c -- ${usage}`);
  return 2;
}
