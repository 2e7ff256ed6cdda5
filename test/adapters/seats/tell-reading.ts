import { expect, test } from 'vitest';
import { sayWhen } from '../../../src/text/dates/say-when.ts';
import { when } from '../../support/milestones.ts';
import { by } from '../../support/store.ts';
import type { Seat } from './seat.ts';
import { en, expectSaid, type Story, says } from './story.ts';

const say = (edtf: string): string => sayWhen(when(edtf), 'en');
const planned = (edtf: string): string => en.outlook.planned(say(edtf));

/** The worked answers, fact by fact. */
const worked: readonly (readonly [day: string, facts: readonly string[]])[] = [
  ['2021-10-05', ['m1', say('2021-11'), 'month only', 'earliest in 27 days', 'm2', say('2021-12-06/2021-12-10'), planned('2021-12')]],
  ['2021-12-20', ['m3', say('2022-02-23'), planned('2022-01'), 'in 65 days', 'Outcome not recorded', 'm1', 'm2']],
  ['2022-03-15', ['Under way', 'm4', say('2022-02/2022-05'), 'month 2 of 4', 'm5', say('2022-07-06'), planned('2022-06'), 'and 1 more']],
  ['2022-10-10', ['m7', say('2022-12-01'), planned('[2022-11,2022-12]'), 'm8', say('2023-03-08'), planned('2023-01'), 'depends on m6', 'and 4 more']],
];

const lines = ['', 'home', 'help', 'help timeline', 'me', 'timeline', 'timeline 2022', 'milestone show m3', 'milestone show m99', 'what happens in June 2022'];

/** The first part: what anybody reads. */
export function tellReading(story: () => Story): void {
  const member = (): Seat => story().as('member');

  test.each(worked)('what comes next as of %s is the same as without a platform', async (day, facts) => {
    const seen = await member().type(`next-milestone as of ${day}`);
    expect(seen).toMatchObject({ kind: 'message', alone: true, replaced: false, pings: [] });
    expectSaid(seen, ...facts);
    await story().agrees(seen, member(), `next-milestone as of ${day}`);
  });

  test.each(lines)('“/is3c %s” is the same as without a platform', async (line) => {
    const seen = await member().type(line);
    expect(seen).toMatchObject({ kind: 'message', alone: true, pings: [] });
    await story().agrees(seen, member(), line);
  });

  test('a mistyped command offers the nearest, and pressing that works', async () => {
    const seen = await member().type('timelin');
    expect(seen.buttons).toContain('/is3c timeline');
    await story().agrees(seen, member(), 'timelin');
    const pressed = await member().press('/is3c timeline');
    story().differs('an answer stands below what was pressed', !pressed.replaced);
    await story().agrees(pressed, member(), 'timeline');
  });

  test('an ambiguous date is said in words, with the other reading as a button', async () => {
    const seen = await member().type('next-milestone as of 03/04/2022');
    await story().agrees(seen, member(), 'next-milestone as of 03/04/2022');
    // Which reading comes first is the locale's.
    const dayFirst = says(seen, en.milestone.understoodAs('03/04/2022', say('2022-04-03')));
    const other = dayFirst ? '2022-03-04' : '2022-04-03';
    const pressed = await member().press(en.milestone.otherReading(say(other)));
    await story().agrees(pressed, member(), `next-milestone as of ${other}`);
  });

  test('where it is not clear which milestone is meant, a menu asks', async () => {
    const seen = await member().type('milestone show report');
    await story().agrees(seen, member(), 'milestone show report');
    await story().agrees(await member().choose('m5 · 6 July 2022'), member(), 'milestone show m5');
  });

  test('the timeline is paged forward and back', async () => {
    await addLaterWork(story());
    await story().agrees(await member().type('timeline'), member(), 'timeline');
    for (const [button, from, to] of [
      [en.timeline.later, 11, 20],
      [en.timeline.later, 21, 23],
      [en.timeline.earlier, 11, 20],
      [en.timeline.earlier, 1, 10],
    ] as const) {
      const seen = await member().press(button);
      expectSaid(seen, `${from}-${to} of 23`);
      await story().agrees(seen, member(), { command: 'timeline', options: { skip: String(from - 1) } });
    }
  });

  test('what is typed is completed', async () => {
    const { complete } = member();
    if (story().differs('nothing is completed', complete === undefined)) return;
    expect(await complete?.('milestone show m')).toEqual(expect.arrayContaining(['m1', 'm3', 'm8']));
  });

  test('a button from long ago is said to be one', async () => {
    const said = en.problems['old-button']({});
    const gone = await member().pressOld('1|milestone vote|milestone=m3');
    expectSaid(gone, said);
    expect(gone).toMatchObject({ alone: true, replaced: false, buttons: [en.help.all] });
    const older = await member().pressOld('v0:vote:3');
    story().differs('what an older version wrote is read as a line', !says(older, said));
    await story().agrees(await member().pressOld('1|milestone show|milestone=m3'), member(), 'milestone show m3');
  });

  test('a card is shared with everybody, with the sharer named and nobody notified', async () => {
    const seen = await member().type('next-milestone');
    if (story().differs('nobody else reads along', !seen.buttons.includes(en.surface.share))) return;
    const shared = await member().press(en.surface.share);
    expect(shared).toMatchObject({ alone: false, replaced: false, pings: [] });
    expectSaid(shared, en.surface.sharedBy, member().name);
    await story().agrees(shared, member(), 'next-milestone', [en.surface.share]);
    const other = story().as('coordinator');
    expect(other.look()).toEqual(shared);
    expect(await other.press(en.home.timeline)).toMatchObject({ alone: true, replaced: false });
  });
}

/** Enough of a plan for three pages. */
async function addLaterWork({ house }: Story): Promise<void> {
  for (let year = 2031; year <= 2045; year += 1) {
    const set = { text: `Later work of ${year}.`, planned: { when: when(`${year}-05`), source: 'a test' }, dependsOn: [] };
    await house.store.recordMilestone({ act: 'added', revision: 0, set, why: '' }, by());
  }
}
