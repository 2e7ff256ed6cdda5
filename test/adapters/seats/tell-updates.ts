import { afterAll, expect, test } from 'vitest';
import { operator } from '../../../src/core/account.ts';
import { sendAgain } from './again.ts';
import type { Seat } from './seat.ts';
import { en, expectSaid, fr, type Story } from './story.ts';

const { fields } = en.update;
const week = 7 * 24 * 3_600_000;

/** What people paste: marks of format, mentions and links, none of which may become one. */
const hostile = '*bold* <!channel> @everyone <@U00000000M> [x](https://evil.example) ``` fence';

/** The sixth part: progress updates, week after week, and the digest over them. The member is the chair of wg1 by now. */
export function tellUpdates(story: () => Story): void {
  const chair = (): Seat => story().as('member');
  const coordinator = (): Seat => story().as('coordinator');
  const revisions = async (id: string) => (await story().house.store.readUpdate({ account: operator }, id)).revisions;
  const goOn = (): void => {
    story().house.clock.now = new Date(story().house.clock.now.getTime() + week);
  };
  const start = new Date('2022-10-10T12:00:00Z');
  afterAll(() => {
    story().house.clock.now = start;
  });

  test('an update is written in a form, which says where it will be read, and is recorded once', async () => {
    const seat = chair();
    expect(await seat.type('update wg1')).toMatchObject({ kind: 'form', alone: true });
    const typed = { [fields.done]: `Read the drafts. ${hostile}`, [fields.next]: 'Write the chapter.', [fields.help]: 'A reviewer from a school.' };
    const recorded = await seat.fill(typed);
    expect(recorded).toMatchObject({ kind: 'message', alone: true, pings: [] });
    expectSaid(recorded, en.update.recorded('u1'), ...Object.values(typed));
    await sendAgain(story(), seat, 'u1');
    expect(await revisions('u1')).toMatchObject([{ revision: 1, done: typed[fields.done], next: typed[fields.next], help: typed[fields.help] }]);
  });

  test('an update that is edited keeps how it read before', async () => {
    const seat = chair();
    expect(await seat.type('update wg1')).toMatchObject({ kind: 'form' });
    expectSaid(await seat.fill({ [fields.done]: 'Read all the drafts.' }), en.update.recorded('u1'));
    expect(await revisions('u1')).toMatchObject([{ revision: 2, done: 'Read all the drafts.' }, { revision: 1 }]);
    const shown = await seat.press(`${en.update.show} u1`);
    expectSaid(shown, 'Read all the drafts.', en.update.revision('1'), en.update.revision('2'));
    await story().agrees(shown, seat, 'update show u1', shown.buttons.includes(en.surface.share) ? [] : [en.surface.share]);
  });

  test('the plan of last week stands in the form, to be changed to what happened', async () => {
    goOn();
    const seat = chair();
    const form = await seat.type('update wg1');
    expect(form).toMatchObject({ kind: 'form', alone: true });
    if (Object.keys(form.fields).length > 1) expect(form.fields[fields.done]).toBe('Write the chapter.');
    expectSaid(await seat.fill({ [fields.next]: 'The other half.' }), en.update.recorded('u2'), 'Write the chapter.', 'The other half.');
  });

  test('of two who write for one week the second is shown what stands, and nothing is overwritten', async () => {
    goOn();
    const [first, second] = [chair(), coordinator()];
    expect(await second.type('update wg1')).toMatchObject({ kind: 'form' });
    expectSaid(await first.type('update wg1 The chapter is written.'), en.update.recorded('u3'));
    const refused = await second.fill({ [fields.done]: 'The chapter is nearly written.' });
    expectSaid(refused, 'u3', 'The chapter is written.', 'The chapter is nearly written.');
    expect(await revisions('u3')).toMatchObject([{ revision: 1, done: 'The chapter is written.' }]);
    // Where the form can stay open it holds both; elsewhere another one opens over what stands.
    if (refused.kind === 'message') expect(await second.press(en.update.writeAnyway)).toMatchObject({ kind: 'form' });
    expectSaid(await second.fill({ [fields.done]: 'The chapter is written, nearly.' }), en.update.recorded('u3'), 'The chapter is written, nearly.');
    expect(await revisions('u3')).toMatchObject([{ revision: 2, done: 'The chapter is written, nearly.' }, { revision: 1 }]);
  });

  test('nothing new is one press, and a text too long is refused with what was typed', async () => {
    goOn();
    const seat = chair();
    const long = `The beginning ${'of a very long report '.repeat(450)}`.slice(0, 10_000);
    const refused = await seat.type(`update wg1 ${long}`);
    expect(refused.alone).toBe(true);
    expectSaid(refused, en.surface.refused, 'The beginning of a very long report');
    expectSaid(await seat.pressOld('1|update nothing|group=wg1'), en.update.recorded('u4'), en.update.nothingNew);
    expect(await revisions('u4')).toMatchObject([{ revision: 1, done: '' }]);
  });

  test.each([en, fr])('updates and digests are read as everywhere ($language)', async (words) => {
    const seat = chair();
    await seat.type(`me language ${words.language}`);
    for (const line of ['updates', 'updates wg1', 'updates wg1 since October 2022', 'updates wg2', 'digest', 'digest 2022-W41', 'digest 2022-W43']) {
      const seen = await seat.type(line);
      expect(seen).toMatchObject({ alone: true, pings: [] });
      await story().agrees(seen, seat, line);
    }
    const digest = await seat.type('digest 2022-W41');
    expectSaid(digest, words.digest.help, 'A reviewer from a school', 'Read all the drafts');
    await story().agrees(await seat.type('home'), seat, 'home');
    await seat.type('me language en');
  });
}
