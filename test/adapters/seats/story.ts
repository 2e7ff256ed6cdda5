import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Answer } from '../../../src/chat/answer.ts';
import type { Invocation } from '../../../src/chat/invocation.ts';
import { operator } from '../../../src/core/account.ts';
import type { Milestone } from '../../../src/core/milestone.ts';
import type { Store } from '../../../src/core/store.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { openTestHouse, type TestHouse } from '../../support/house.ts';
import { labelsOf, missingFrom, squeeze } from './facts.ts';
import type { Platform, Role, Seat, Seen } from './seat.ts';

/** Where platforms may differ. Each is looked for on every platform, and has to be there exactly where it is declared. */
const differences = [
  'nobody else reads along',
  'an answer stands below what was pressed',
  'a refused form closes',
  'an outdated form is filled in anew',
  'a form that was sent is gone',
  'a form is asked field by field',
  'what a form answers cannot be shared',
  'nothing is completed',
  'nobody visits',
  'nobody has to set it up',
  'only what is listed can be typed',
  'what an older version wrote is read as a line',
  'the language is known from the second contact on',
  'nobody’s app speaks French',
] as const;

export type Difference = (typeof differences)[number];

/** The differences of one platform, each with its reason. */
export type Divergences = Readonly<Partial<Record<Difference, string>>>;

export const en = wordsFor('en');
export const fr = wordsFor('fr');

/** Holds what passes until it is released. */
class Gate {
  #held = Promise.withResolvers<void>();
  #reached = Promise.withResolvers<void>();

  constructor() {
    this.release();
  }

  async pass(): Promise<void> {
    this.#reached.resolve();
    await this.#held.promise;
  }

  /** Holds from now on; resolves when the first one waits. */
  hold(): Promise<void> {
    this.#held = Promise.withResolvers();
    this.#reached = Promise.withResolvers();
    return this.#reached.promise;
  }

  release(): void {
    this.#held.resolve();
  }
}

/** Lets the first two through together, and everybody after them at once. */
class Turnstile {
  readonly #both = Promise.withResolvers<void>();
  #came = 0;

  async pass(): Promise<void> {
    this.#came += 1;
    if (this.#came === 2) this.#both.resolve();
    await this.#both.promise;
  }
}

/** One platform before one house, and what the parts of the story share. */
export class Story {
  readonly gate: Gate;
  readonly house: TestHouse;
  readonly platform: Platform;
  readonly #declared: Divergences;
  readonly #found = new Set<Difference>();

  private constructor(house: TestHouse, platform: Platform, declared: Divergences, gate: Gate) {
    this.house = house;
    this.platform = platform;
    this.#declared = declared;
    this.gate = gate;
  }

  static async open(open: (house: TestHouse) => Promise<Platform>, declared: Divergences): Promise<Story> {
    const gate = new Gate();
    const claims = new Turnstile();
    const behind = (store: Store): Store => ({
      ...store,
      readOutlook: (...asked) => gate.pass().then(() => store.readOutlook(...asked)),
      claim: (...asked) => claims.pass().then(() => store.claim(...asked)),
    });
    const house = await openTestHouse({ behind });
    return new Story(house, await open(house), declared, gate);
  }

  async close(): Promise<void> {
    await this.platform.close();
    await this.house.close();
  }

  as(role: Role): Seat {
    return this.platform.seat.as(role);
  }

  /** Whether a difference is there; fails where that is not what was declared. */
  differs(what: Difference, really: boolean): boolean {
    this.#found.add(what);
    expect(really, `${what}: ${this.#declared[what] ?? 'not declared'}`).toBe(what in this.#declared);
    return really;
  }

  /** The declared differences that no part of the story has looked for. */
  get unseen(): readonly Difference[] {
    return differences.filter((what) => what in this.#declared && !this.#found.has(what));
  }

  /** What the doors answer to the same question without a platform. */
  ask(asker: Seat, asked: string | Invocation): Promise<Answer> {
    const { doors } = this.house;
    return doors.handle({ id: randomUUID(), ...asker.told, invoke: typeof asked === 'string' ? doors.read(asked) : asked });
  }

  /** What is seen holds all that the doors say, with the same buttons but for those left out. */
  async agrees(seen: Seen, asker: Seat, asked: string | Invocation, without: readonly string[] = []): Promise<void> {
    const answer = await this.ask(asker, asked);
    expect(missingFrom(seen, answer)).toEqual([]);
    const unshared = this.readsAlone ? [en.surface.share, fr.surface.share] : [];
    expect(seen.buttons).toEqual(labelsOf(answer).filter((label) => ![...without, ...unshared].includes(label)));
  }

  /** Nobody is there to share with; it is looked for where something is shared. */
  get readsAlone(): boolean {
    return 'nobody else reads along' in this.#declared;
  }

  async milestone(id: string): Promise<Milestone | undefined> {
    return (await this.house.store.readMilestone({ account: operator }, id)).milestone;
  }
}

/** What is seen says this, spaces and line breaks aside. */
export function expectSaid({ text }: Seen, ...said: readonly string[]): void {
  for (const one of said) expect(squeeze(text)).toContain(squeeze(one));
}

/** Whether what is seen says this. */
export function says({ text }: Seen, said: string): boolean {
  return squeeze(text).includes(squeeze(said));
}
