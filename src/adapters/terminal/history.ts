import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** How many lines the prompt remembers. */
export const historySize = 500;

/** The lines typed at the prompt before, the newest first; none when the file cannot be read. */
export function readHistory(file: string): readonly string[] {
  try {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.replace(/\p{Cc}/gu, ''))
      .filter((line) => line !== '');
    return lines.reverse().slice(0, historySize);
  } catch {
    return [];
  }
}

/** Keeps the lines, given newest first, for their owner's eyes only. Throws where the disk does. */
export function writeHistory(file: string, lines: readonly string[]): void {
  const part = `${file}.part`;
  writeFileSync(
    part,
    lines
      .map((line) => `${line.trimEnd()}\n`)
      .toReversed()
      .join(''),
    { mode: 0o600 },
  );
  renameSync(part, file);
}
