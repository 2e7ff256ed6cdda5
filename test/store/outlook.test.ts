import { PrismaPg } from '@prisma/adapter-pg';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/calendar.ts';
import { awaitingLimit, type Milestone, outlook, within } from '../../src/core/milestone.ts';
import type { Store } from '../../src/core/store.ts';
import type { Period, When } from '../../src/core/when.ts';
import { PrismaClient } from '../../src/store/generated/client.ts';
import { openStore } from '../../src/store/open.ts';
import { rightsOf } from '../../src/store/rights.ts';
import { toColumns } from '../../src/store/rows/milestone-row.ts';
import { storeOver } from '../../src/store/store.ts';
import { when } from '../support/milestones.ts';
import { databases, openBare } from '../support/store.ts';

const reader = { account: 'discord:1', space: 'discord:2' };

/** So few days and months that things often meet. */
const day = fc.integer({ min: 0, max: 70 }).map((count) => addDays('2022-01-20', count));
const month = day.map((text) => text.slice(0, 7));
const dates: fc.Arbitrary<When> = fc
  .oneof(
    { weight: 4, arbitrary: day },
    { weight: 4, arbitrary: month },
    fc.tuple(day, fc.integer({ min: 1, max: 30 })).map(([first, count]) => `${first}/${addDays(first, count)}`),
    fc.tuple(month, month).map((ends) => ends.toSorted().join('/')),
    fc.tuple(month, month).map((options) => `[${options.toSorted().join(',')}]`),
    fc.constantFrom('2021', '2022', '2022-33', '2022-34', '2022-40', 'XXXX'),
  )
  .map(when);
const announced = dates.map((date) => ({ when: date, source: 's' }));
const outcome = day.map((dated) => ({ text: 'x', dated }));

const milestones: fc.Arbitrary<Milestone[]> = fc
  .array(
    fc.record(
      {
        planned: announced,
        confirmed: fc.option(announced, { nil: undefined }),
        outcome: fc.option(outcome, { nil: undefined, freq: 3 }),
        cancelled: fc.option(outcome, { nil: undefined, freq: 3 }),
        dependsOn: fc.uniqueArray(
          fc.integer({ min: 1, max: 20 }).map((number) => `m${number}`),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: ['planned', 'dependsOn'] },
    ),
    { minLength: 1, maxLength: 20, size: 'max' },
  )
  .map((list) => list.map((facts, index) => withoutGaps({ id: `m${index + 1}`, revision: 1, text: 't', ...facts })));

type Optional = Pick<Milestone, 'confirmed' | 'outcome' | 'cancelled'>;

/** A fact that is undefined is not there. */
function withoutGaps({
  confirmed,
  outcome: came,
  cancelled,
  ...rest
}: Omit<Milestone, keyof Optional> & { [Name in keyof Optional]: Optional[Name] | undefined }): Milestone {
  return { ...rest, ...(confirmed && { confirmed }), ...(came && { outcome: came }), ...(cancelled && { cancelled }) };
}

/** Often just before, at and after the hours at which days begin and end on Earth. */
const instant = fc
  .tuple(fc.integer({ min: -5, max: 80 }), fc.oneof(fc.constantFrom(10, 12), fc.integer({ min: 0, max: 23 })), fc.constantFrom(-1, 0, 1))
  .map(([count, hour, milliseconds]) => new Date(Date.parse(`${addDays('2022-01-20', count)}T00:00:00.000Z`) + hour * 3_600_000 + milliseconds));

/** Of many milestones, one every other day: every third has an outcome, every eleventh was cancelled beforehand. */
function oneOfMany(index: number): Milestone {
  const first = addDays('2018-01-01', index * 2);
  const edtf = [first, first.slice(0, 7), `${first}/${addDays(first, 3)}`, `[${first.slice(0, 7)},${addDays(first, 40).slice(0, 7)}]`, 'XXXX'][index % 5] ?? '';
  return {
    id: `m${index + 1}`,
    revision: 1,
    text: 't',
    planned: { when: when(edtf), source: 's' },
    ...(index % 3 === 0 && { outcome: { text: 'x', dated: addDays(first, 3) } }),
    ...(index % 11 === 0 && { cancelled: { text: 'x', dated: addDays(first, -30) } }),
    dependsOn: index > 0 && index % 7 === 0 ? [`m${index}`] : [],
  };
}

describe.each(databases)('what is read on the $name database', ({ make }) => {
  let store: Store;
  let client: PrismaClient;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const { place, remove } = await make();
    await (await openStore(place, { durable: false })).close();
    const database = await openBare(place);
    client = new PrismaClient({ adapter: new PrismaPg(database.pool) });
    store = storeOver({ pool: database.pool, client, rights: rightsOf([]), close: database.close });
    close = () => database.close().then(remove);
  });
  afterAll(() => close());

  async function hold(all: readonly Milestone[]): Promise<void> {
    await client.milestone.deleteMany();
    await client.milestone.createMany({ data: all.map(toColumns) });
  }

  async function expectTrueOutlook(all: readonly Milestone[], now: Date): Promise<void> {
    const facts = await store.readOutlook(reader, now);
    const whole = outlook(all, now);
    const read = outlook(facts.milestones, now, facts.missing);
    expect({ ...read, awaiting: read.awaiting.slice(0, 2) }).toEqual({
      ...whole,
      awaiting: whole.awaiting.slice(0, 2),
      awaitingCount: Math.min(whole.awaitingCount, awaitingLimit),
    });
  }

  test('the outlook over the rows that are read is the outlook over all', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(milestones, fc.array(instant, { minLength: 1, maxLength: 8, size: 'max' }), async (all, nows) => {
        await hold(all);
        for (const now of nows) await expectTrueOutlook(all, now);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  test('a period holds what the core says that it holds', { timeout: 60_000 }, async () => {
    const period: fc.Arbitrary<Period> = fc.oneof(
      fc.record({ from: day }),
      fc.record({ to: day }),
      fc.constant({}),
      fc.tuple(day, day).map((days) => ({ from: days.toSorted()[0] ?? '', to: days.toSorted()[1] ?? '' })),
    );
    await fc.assert(
      fc.asyncProperty(milestones, fc.array(period, { minLength: 1, maxLength: 8, size: 'max' }), async (all, periods) => {
        await hold(all);
        for (const asked of periods) {
          const { milestones: page, total } = await store.readTimeline(reader, asked, 1, 5);
          const expected = within(all, asked);
          expect({ page, total }).toEqual({ page: expected.slice(1, 6), total: expected.length });
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('a long record is read the same, and no more of it than is shown', { timeout: 60_000 }, async () => {
    const all = Array.from({ length: 2000 }, (_, index) => oneOfMany(index));
    await hold(all);
    for (const count of [-5, 0, 1, 40, 500, 1999, 3000, 4100]) {
      const now = new Date(`${addDays('2018-01-01', count)}T11:00:00.000Z`);
      expect((await store.readOutlook(reader, now)).milestones.length).toBeLessThan(30);
      await expectTrueOutlook(all, now);
    }
  });

  test('a period that ends before it begins holds nothing', async () => {
    await hold([oneOfMany(1)]);
    expect(await store.readTimeline(reader, { from: '2018-02-01', to: '2018-01-01' }, 0, 10)).toMatchObject({ milestones: [], total: 0 });
  });

  test('an empty record has nothing ahead, and is not an error', async () => {
    await hold([]);
    expect(await store.readOutlook(reader, new Date('2022-01-01'))).toEqual({
      actor: { coordinator: false, spaceState: 'unknown' },
      milestones: [],
      missing: 0,
    });
    expect(await store.readTimeline(reader, {}, 0, 10)).toMatchObject({ milestones: [], total: 0 });
  });

  test('the ends of the calendar are moments like any other', async () => {
    await hold([{ id: 'm1', revision: 1, text: 't', planned: { when: when('2022-06'), source: 's' }, dependsOn: [] }]);
    for (const now of ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '-000001-01-01T00:00:00.000Z', '+012000-01-01T00:00:00.000Z']) {
      expect((await store.readOutlook(reader, new Date(now))).milestones).toHaveLength(1);
    }
  });
});
