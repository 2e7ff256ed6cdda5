import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeInvocation, type Invocation } from '../../src/chat/invocation.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { file, person } from '../support/proposals.ts';
import { by, databases, type TestPlace } from '../support/store.ts';
import { discordHttp } from './seats/discord-http.ts';
import { expectSound, readRecord } from './seats/history.ts';
import type { Platform, Seat } from './seats/seat.ts';
import { slackHttp } from './seats/slack-http.ts';

// People on Slack and on Discord press at the same time whatever they like about the same proposals and groups. Whatever comes of it, the record
// is a history that the two tables of moves allow, and what stands is what it says: nobody is lost, and nobody is there twice.

let house: TestHouse;
let platforms: readonly Platform[];
let seats: readonly Seat[];

async function open(make: () => Promise<TestPlace>): Promise<void> {
  house = await openTestHouse({ make });
  const opened = [await slackHttp(house), await discordHttp(house)] as const;
  platforms = opened;
  const [slack, discord] = [opened[0].seat, opened[1].seat];
  await slack.type('here setup');
  await house.store.acceptSpace(discord.told.space ?? '', by({ space: discord.told.space ?? '' }));
  for (const one of [discord, slack.as('rival'), discord.as('rival')]) await house.store.appointCoordinator(one.account, by());
  seats = [slack, discord].flatMap((seat) => [seat, seat.as('rival'), seat.as('member'), seat.as('francophone')]);
}

async function close(): Promise<void> {
  for (const platform of platforms) await platform.close();
  expect(house.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  await house.close();
}

/** What the presses are about: two proposals of this run, and the groups that there are. */
type Objects = { readonly proposals: readonly string[] };
type Press = (objects: Objects) => Invocation;

const proposal = fc.nat({ max: 1 });
const group = fc.integer({ min: 1, max: 4 }).map((number) => `wg${number}`);
const anybody = fc.nat({ max: 7 });

const aboutProposal = (command: string, options: fc.Arbitrary<Readonly<Record<string, string>>>): fc.Arbitrary<Press> =>
  fc.tuple(proposal, options, fc.constantFrom(1, 1, 1, 2)).map(([which, more, version]) => ({ proposals }) => ({
    command,
    options: { proposal: proposals[which] ?? '', version: String(version), ...more },
  }));

const aboutGroup = (command: string, options: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constant({})): fc.Arbitrary<Press> =>
  fc.tuple(group, options).map(([which, more]) => () => ({ command, options: { group: which, ...more } }));

const somebody = anybody.map((index) => ({ person: seats[index]?.account ?? '' }));

const press: fc.Arbitrary<Press> = fc.oneof(
  { weight: 6, arbitrary: aboutProposal('volunteer', fc.record({ kind: fc.constantFrom('lead', 'write', 'observe', 'none') })) },
  {
    weight: 2,
    arbitrary: aboutProposal(
      'review',
      fc.record({ decision: fc.constantFrom('establish', 'establish', 'changes', 'decline'), reason: fc.constant('because') }),
    ),
  },
  { weight: 1, arbitrary: aboutProposal('withdraw', fc.constant({})) },
  { weight: 6, arbitrary: aboutGroup('join', fc.record({ role: fc.constantFrom('editor', 'member', 'observer') })) },
  { weight: 3, arbitrary: aboutGroup('leave', fc.constantFrom<Readonly<Record<string, string>>>({}, { sure: 'yes' })) },
  {
    weight: 2,
    arbitrary: aboutGroup(
      'group appoint',
      fc.tuple(somebody, fc.constantFrom('chair', 'deputy')).map(([who, role]) => ({ ...who, role })),
    ),
  },
  { weight: 1, arbitrary: aboutGroup('group dismiss', somebody) },
  { weight: 1, arbitrary: aboutGroup('group joining', fc.record({ way: fc.constantFrom('open', 'asked') })) },
  {
    weight: 2,
    arbitrary: aboutGroup(
      'group answer',
      fc.tuple(somebody, fc.constantFrom('yes', 'no')).map(([who, answer]) => ({ ...who, answer })),
    ),
  },
  {
    weight: 1,
    arbitrary: aboutGroup(
      'group remove',
      somebody.map((who) => ({ ...who, sure: 'yes' })),
    ),
  },
  { weight: 2, arbitrary: aboutGroup('group chair') },
  { weight: 1, arbitrary: aboutGroup('group decline') },
  { weight: 1, arbitrary: aboutGroup('group pause') },
  { weight: 1, arbitrary: aboutGroup('group resume') },
  { weight: 1, arbitrary: aboutGroup('group rest', fc.constant({ why: 'no time' })) },
  { weight: 1, arbitrary: aboutGroup('group wake') },
);

/** Presses that are made at the same moment, by one person each. */
class Round implements fc.AsyncCommand<Objects, readonly Seat[]> {
  readonly #presses: readonly Press[];
  readonly #from: number;

  constructor(presses: readonly Press[], from: number) {
    this.#presses = presses;
    this.#from = from;
  }

  check(): boolean {
    return true;
  }

  async run(objects: Objects, people: readonly Seat[]): Promise<void> {
    const pressed = this.#presses.map((one, index) => ({ seat: people[(this.#from + index) % people.length], carried: encodeInvocation(one(objects)) }));
    await Promise.all(pressed.map(({ seat, carried }) => seat?.pressOld(carried)));
    expectSound(await readRecord(house.store));
  }

  toString(): string {
    return this.#presses.map((one) => encodeInvocation(one({ proposals: ['p#1', 'p#2'] }))).join(' & ');
  }
}

const round = fc.tuple(fc.array(press, { minLength: 2, maxLength: 8 }), anybody).map(([presses, from]) => new Round(presses, from));

/** Everybody volunteers; then four coordinators decide differently while others still change their minds. */
const about =
  (command: string, options: Readonly<Record<string, string>>): Press =>
  ({ proposals: [first = ''] }) => ({ command, options: { proposal: first, version: '1', ...options } });
const decide = (decision: string): Press => about('review', { decision, reason: 'because' });
const offer = (kind: string): Press => about('volunteer', { kind });
const race = [
  new Round(['lead', 'write', 'observe', 'lead', 'write', 'lead', 'review', 'observe'].map(offer), 0),
  new Round([decide('establish'), decide('decline'), offer('none'), offer('write'), decide('changes'), decide('establish'), offer('none'), offer('lead')], 0),
];

describe.each(databases)('whoever presses whatever on both chats at once, on the $name database', ({ make }) => {
  beforeAll(() => open(make));
  afterAll(() => close());

  test('makes a history that the rules allow, and what stands is what it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 4, maxLength: 8 }), async (rounds) => {
        const proposals = [await file(house.store, undefined, person('proposer')), await file(house.store, undefined, person('proposer'))];
        await fc.asyncModelRun(() => ({ model: { proposals }, real: seats }), [...race, ...rounds]);
      }),
      { numRuns: 6, endOnFailure: true },
    );
    const { events } = await readRecord(house.store);
    const acts = events.map(({ act }) => act);
    for (const act of ['help offered', 'member joined']) expect(acts).toContain(act);
  }, 120_000);
});
