/** How long a code may be entered, and how long what was entered waits for the asking side, in milliseconds of the real clock. */
export const linkLives = { code: 10 * 60_000, entered: 60 * 60_000 } as const;

/** So many wrong codes are read from one account within an hour; then it pauses. */
export const wrongTries = { most: 5, within: 60 * 60_000 } as const;

/** Letters and digits of a code, without those that look alike: thirty to the power of eight cannot be guessed in ten minutes. */
export const codeLetters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
export const codeLength = 8;

/** A code as it is shown, in two halves. */
export function sayCode(code: string): string {
  return `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;
}

/** A code however it was typed: small letters, with a dash, a space or none. */
export function readCode(said: string): string {
  return said.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** Whether an account has to pause, after so many wrong codes within the hour. */
export function hasToPause(wrong: number): boolean {
  return wrong >= wrongTries.most;
}
