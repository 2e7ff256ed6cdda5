import type { REST } from '@discordjs/rest';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { Doors, Log } from '../../chat/adapter.ts';
import type { Belongs } from './belonging.ts';
import type { Act, Completion } from './decode.ts';
import { complete, deliver, type Peer } from './deliver.ts';
import { openDrafts } from './drafts.ts';
import { type Replies, repliesOver, reportFailure } from './rest.ts';
import { Seen } from './seen.ts';

/** What both transports share: each interaction is taken once, answered, and known while it is under way. */
export class Desk {
  readonly #replies: Replies;
  readonly #log: Log;
  readonly #belongs: Belongs | undefined;
  readonly #drafts = openDrafts();
  readonly #seen = new Seen();
  readonly #underWay = new Set<Promise<void>>();
  #doors: Doors | undefined;

  /** `belongs` where the bot's token is at hand. */
  constructor(rest: REST, log: Log, belongs?: Belongs) {
    this.#belongs = belongs;
    this.#replies = repliesOver(rest);
    this.#log = log;
  }

  get isOpen(): boolean {
    return this.#doors !== undefined;
  }

  open(doors: Doors): void {
    this.#doors = doors;
  }

  /** Takes no more, and finishes what was taken. */
  async close(): Promise<void> {
    this.#doors = undefined;
    await Promise.all(this.#underWay);
  }

  /**
   * Begins to answer an interaction, its first response by `respond` where the transport has a way of its own; undefined for one that was
   * taken before, and when closed. The promise is kept when all is said, and never breaks.
   */
  take(one: Act | Completion, respond?: (response: APIInteractionResponse) => void): Promise<void> | undefined {
    if (this.#doors === undefined || !this.#seen.take(one.target.id)) return undefined;
    const work = this.#answer(one, this.#doors, this.#peerFor(one, respond)).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
    return work;
  }

  /** Hears that the bot was removed from a server. */
  left(space: string): void {
    if (this.#doors === undefined) return;
    const work = this.#doors.left(space).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  /** A direct message names no server, so that whether its sender still is in one has to be asked. */
  #known(one: Act): Act {
    const [belongs, { interaction }] = [this.#belongs, one];
    if (belongs === undefined || interaction.space !== undefined) return one;
    return { ...one, interaction: { ...interaction, belongs: (space) => belongs(interaction.sender, space) } };
  }

  #peerFor({ target }: Act | Completion, respond: ((response: APIInteractionResponse) => void) | undefined): Peer {
    const replies = this.#replies;
    return {
      respond: async (response) => (respond === undefined ? replies.respond(target, response) : respond(response)),
      edit: (message) => replies.edit(target, message),
      followUp: (message, audience) => replies.followUp(target, message, audience),
    };
  }

  async #answer(one: Act | Completion, doors: Doors, peer: Peer): Promise<void> {
    const delivery = { doors, drafts: this.#drafts, log: this.#log };
    try {
      await (one.kind === 'act' ? deliver(this.#known(one), delivery, peer) : complete(one, delivery, peer));
    } catch (error) {
      reportFailure(this.#log, { interaction: one.target.id, command: one.interaction.invoke.command }, error);
    }
  }
}
