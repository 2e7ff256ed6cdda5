import { expect } from 'vitest';
import { z } from 'zod';
import { type GroupState, groupActs, groupMoves, groupStates, groupTable } from '../../../src/core/group.ts';
import { moveActs, moves, type ProposalState, proposalMoves, proposalStates } from '../../../src/core/proposal.ts';
import type { Store } from '../../../src/core/store.ts';

const detail = z.record(z.string(), z.unknown()).nullable();
const event = z.object({ id: z.number(), member: z.string().nullable(), act: z.string(), object: z.string(), old: detail, new: detail });
type Event = z.output<typeof event>;

const rows = {
  event,
  proposal: z.object({ id: z.string(), state: z.enum(proposalStates) }),
  working_group: z.object({ id: z.string(), state: z.enum(groupStates) }),
  offer: z.object({ proposal_id: z.string(), member_id: z.string(), kind: z.string() }),
  membership: z.object({ group_id: z.string(), member_id: z.string(), role: z.string(), state: z.string() }),
  lead: z.object({ group_id: z.string(), member_id: z.string(), role: z.string() }),
};

/** What happened, and what stands. */
export type KeptRecord = {
  readonly events: readonly Event[];
  readonly proposals: ReadonlyMap<string, ProposalState>;
  readonly groups: ReadonlyMap<string, GroupState>;
  /** Who offers what to which proposal, and who is what in which group, a line each. */
  readonly offers: readonly string[];
  readonly people: readonly string[];
};

/** Reads all of it from the tables, at one moment. */
export async function readRecord(store: Store): Promise<KeptRecord> {
  const kept = new Map<string, unknown[]>();
  await store.dump(async (dump) => {
    for await (const { table, row } of dump.rows()) kept.set(table, [...(kept.get(table) ?? []), JSON.parse(row)]);
  });
  const all = <T>(table: string, shape: z.ZodType<T>): T[] => (kept.get(table) ?? []).map((row) => shape.parse(row));
  const memberships = all('membership', rows.membership).map((row) => `${row.group_id} ${row.member_id} ${row.role} ${row.state}`);
  return {
    events: all('event', rows.event).toSorted((a, b) => a.id - b.id),
    proposals: new Map(all('proposal', rows.proposal).map(({ id, state }) => [id, state])),
    groups: new Map(all('working_group', rows.working_group).map(({ id, state }) => [id, state])),
    offers: all('offer', rows.offer)
      .map((row) => `${row.proposal_id} ${row.member_id} ${row.kind}`)
      .toSorted(),
    people: [...memberships, ...all('lead', rows.lead).map((row) => `${row.group_id} ${row.member_id} ${row.role} leads`)].toSorted(),
  };
}

/** Plays the record from its beginning by the rules, and compares what comes of it with what stands. */
export function expectSound({ events, proposals, groups, offers, people }: KeptRecord): void {
  const played = new Play();
  for (const one of events) played.take(one);
  expect(Object.fromEntries(played.proposals)).toEqual(Object.fromEntries(proposals));
  expect(Object.fromEntries(played.groups)).toEqual(Object.fromEntries(groups));
  expect(lines(played.offers)).toEqual(offers);
  expect(lines(played.people)).toEqual(people);
}

/** Values by two keys, as lines. */
function lines(values: ReadonlyMap<string, string>): string[] {
  return [...values].map(([key, value]) => `${key} ${value}`).toSorted();
}

/** Once a proposal has ended nobody offers anything to it any more. */
const open: readonly (ProposalState | undefined)[] = ['proposed', 'changes asked'];

class Play {
  readonly proposals = new Map<string, ProposalState>();
  readonly groups = new Map<string, GroupState>();
  readonly offers = new Map<string, string>();
  readonly people = new Map<string, string>();
  readonly #filers = new Map<string, string>();
  /** As what whoever came back to a group, or only belongs to it now, is credited. */
  readonly #credits = new Map<string, string>();

  take(one: Event): void {
    if (one.object.startsWith('p')) this.#takeProposal(one);
    if (one.object.startsWith('wg')) this.#takeGroup(one);
  }

  #takeProposal(one: Event): void {
    const { act, object, member } = one;
    const move = proposalMoves.find((name) => moveActs[name] === act);
    const state = this.proposals.get(object);
    if (move === 'propose') {
      this.proposals.set(object, 'proposed');
      this.#filers.set(object, String(member));
    } else if (move !== undefined) this.proposals.set(object, allowed(moves[state ?? 'draft'][move], `${act} of ${object}, which is ${state}`));
    this.#takeOffer(one);
  }

  #takeOffer({ act, object, member, new: now }: Event): void {
    const state = this.proposals.get(object);
    if (act === moveActs.withdraw || act === moveActs.decline) this.#endOffers(object);
    const key = `${object} ${member}`;
    if (/^(help offered|offer)/.test(act)) expect(open, `${act} of ${object}`).toContain(state);
    if (act === 'help offered') expect(this.offers.has(key), `${key} twice`).toBe(false);
    if (act === 'help offered' || act === 'offer changed') this.offers.set(key, String(now?.['kind']));
    if (act === 'offer taken back') expect(this.offers.delete(key)).toBe(true);
  }

  #endOffers(proposal: string): void {
    for (const key of [...this.offers.keys()].filter((line) => line.startsWith(`${proposal} `))) this.offers.delete(key);
  }

  #takeGroup(one: Event): void {
    const { act, object } = one;
    if (act === 'imported') this.groups.set(object, 'active');
    if (act === 'group established') this.#establish(one);
    this.#moveGroup(one);
    if (act === groupActs.conclude) for (const key of [...this.people.keys()].filter((who) => who.startsWith(`${object} `))) this.#end(key);
    this.#takePerson(one);
  }

  #moveGroup({ act, object }: Event): void {
    const state = this.groups.get(object) ?? 'concluded';
    const move = groupMoves.find((name) => groupActs[name] === act);
    if (move !== undefined) this.groups.set(object, allowed(groupTable[state][move], `${act} of ${object}, which is ${state}`));
  }

  /** Whoever proposed it and whoever volunteered belong to it. */
  #establish({ object, new: now }: Event): void {
    this.groups.set(object, 'forming');
    for (const [key, kind] of this.offers) {
      const [proposal, member] = key.split(' ');
      if (proposal === now?.['proposal']) this.people.set(`${object} ${member}`, kind === 'observe' ? 'observer in' : 'member in');
    }
    const filed = this.#filers.get(String(now?.['proposal']));
    if (filed !== undefined) this.people.set(`${object} ${filed}`, 'member in');
  }

  #end(key: string): void {
    const value = this.people.get(key) ?? '';
    if (value.endsWith(' asked')) this.#remove(key);
    else this.#leaveAs(key, value);
  }

  #takePerson({ act, object, member, old, new: now }: Event): void {
    const own = `${object} ${member}`;
    const other = `${object} ${now?.['member']}`;
    const role = String(now?.['role']);
    const becomes: Readonly<Record<string, () => void>> = {
      'member joined': () => this.#come(own, `${role} in`, old),
      'member role changed': () => void this.people.set(own, `${role} in`),
      'join asked': () => this.#come(own, `${role} asked`, old),
      'join changed': () => void this.people.set(own, `${role} asked`),
      'join taken back': () => this.#turn(own, / asked$/, undefined),
      'member left': () => this.#leave(own, `${old?.['role']} in`),
      'lead left': () => this.#leave(own, `${old?.['role']} leads`),
      'member admitted': () => this.#turn(other, / asked$/, ' in'),
      'join declined': () => this.#turn(other, / asked$/, undefined),
      'member dismissed': () => this.#turn(other, / in$/, undefined),
      'chair appointed': () => this.#lead(other, 'chair'),
      'deputy appointed': () => this.#lead(other, 'deputy'),
      'chair accepted': () => this.#lead(other, 'chair'),
      'lead dismissed': () => this.#step(other, String(old?.['role'])),
    };
    becomes[act]?.();
  }

  #leave(key: string, was: string): void {
    expect(this.people.get(key)).toBe(was);
    this.#leaveAs(key, was);
  }

  /** Whoever held an office is credited for it. */
  #leaveAs(key: string, was: string): void {
    const office = /^(chair|deputy)$/.exec(this.#credits.get(key) ?? '');
    this.people.set(key, office === null ? was.replace(/ (in|leads)$/, ' left') : `${office[0]} left`);
    this.#credits.delete(key);
  }

  #come(key: string, as: string, old: Event['old']): void {
    if (old?.['state'] === 'left') this.#credits.set(key, String(old['role']));
    this.people.set(key, as);
  }

  #lead(key: string, role: string): void {
    this.people.set(key, `${role} leads`);
    this.#credits.delete(key);
  }

  #step(key: string, from: string): void {
    this.people.set(key, 'member in');
    this.#credits.set(key, from);
  }

  /** Whoever is credited stays among those who left. */
  #remove(key: string): void {
    const credit = this.#credits.get(key);
    if (credit === undefined) this.people.delete(key);
    else this.people.set(key, `${credit} left`);
    this.#credits.delete(key);
  }

  #turn(key: string, from: RegExp, to: string | undefined): void {
    const was = this.people.get(key) ?? '';
    expect(was).toMatch(from);
    if (to === undefined) this.#remove(key);
    else this.people.set(key, was.replace(from, to));
  }
}

function allowed<State>(to: State | undefined, what: string): State {
  if (to === undefined) throw new Error(`the table does not allow it: ${what}`);
  return to;
}
