let name = 'is3c';

/** Says how the deployment calls its slash command, for every text that tells people what to type. Once, before anything is answered. */
export function nameSlashCommand(given: string): void {
  name = given;
}

/** The slash command as it is typed, with what follows it: `/is3c timeline`. */
export function typed(words: string): string {
  return `/${name} ${words}`;
}

/** The slash command alone, `/is3c`. */
export function slashCommand(): string {
  return `/${name}`;
}
