export type Hindrance = 'in use' | 'no folder' | 'wrong version' | 'damaged' | 'migration' | 'unreachable';

/** Why the database cannot be opened, in words for whoever starts the program. */
export class CannotOpen extends Error {
  readonly hindrance: Hindrance;

  constructor(hindrance: Hindrance, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CannotOpen';
    this.hindrance = hindrance;
  }
}
