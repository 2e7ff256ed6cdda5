import { expect, test } from 'vitest';
import { operator } from '../../../src/core/account.ts';
import { when } from '../../support/milestones.ts';
import { reopen, sendAgain } from './again.ts';
import type { Seat } from './seat.ts';
import { en, expectSaid, type Story } from './story.ts';

const { fields } = en.milestone;

/** Everything that people paste, 2,000 characters of it. */
const hostile = [
  '<!channel> <!here> @everyone @here <@U00000000M> <@1400000000000000103> <#C000000001> <!subteam^S1>',
  '*b* _i_ ~s~ `c` **b** __u__ ~~s~~ ||s|| [x](https://evil.example) <https://evil.example|bank> https://evil.example/a_b',
  '# heading',
  '> quote',
  '- list',
  '1. one',
  '``` fence',
  ':smile: <:a:1> <t:0:R> &amp; &lt;b&gt; \\*',
  'שלום \u202Eevil\u202C \u2066مرحبا\u2069 👩‍👩‍👧‍👧 🇫🇷 漢字 é',
]
  .join('\n')
  .padEnd(1_996, ' and so on')
  .concat(' END');

/** The third part: forms, and what they record. */
export function tellChanges(story: () => Story): void {
  const coordinator = (): Seat => story().as('coordinator');

  test('a form is refused with all that was typed, and then recorded, once', async () => {
    const seat = coordinator();
    expect(await seat.type('milestone confirm m5')).toMatchObject({ kind: 'form', alone: true, fields: { [fields.when]: '6 July 2022' } });
    const wrong = { [fields.when]: 'soonish', [fields.source]: 'the <secretariat> & others', [fields.why]: 'it moved *again*' };
    const refused = await seat.fill(wrong);
    expectSaid(refused, en.problems['date-unreadable']({ said: 'soonish' }), ...Object.values(wrong));
    expect(await story().milestone('m5')).toMatchObject({ revision: 1 });
    const open = await reopen(story(), refused, seat, fields.when);
    const asked = story().differs('a form is asked field by field', Object.keys(open.fields).length === 1) ? { [fields.when]: 'soonish' } : wrong;
    expect(open).toMatchObject({ kind: 'form', fields: asked });

    const recorded = await seat.fill({ [fields.when]: '8 July 2022' });
    expect(recorded).toMatchObject({ kind: 'message', alone: true, pings: [] });
    expectSaid(recorded, en.milestone.recorded('m5'), '8 July 2022', 'the <secretariat> & others');
    const kept = await story().house.store.readMilestone({ account: operator }, 'm5');
    expect(kept.milestone).toMatchObject({ revision: 2, confirmed: { when: when('2022-07-08'), source: 'the <secretariat> & others' } });
    expect(kept.events[0]).toMatchObject({ act: 'confirmed', why: 'it moved *again*' });
    await sendAgain(story(), seat, 'm5');
    expect(await story().house.store.readMilestone({ account: operator }, 'm5')).toEqual(kept);
    await story().agrees(await seat.type('milestone show m5'), seat, 'milestone show m5');
  });

  test('what is wrong with a field is said of that field', async () => {
    const seat = coordinator();
    await seat.type('milestone change m8');
    const refused = await seat.fill({ [fields.dependsOn]: 'the sixth', [fields.why]: 'a test' });
    expectSaid(refused, en.problems['field-invalid']({ field: fields.dependsOn }), 'the sixth');
    await reopen(story(), refused, seat, fields.dependsOn);
    await seat.fill({ [fields.dependsOn]: 'm6, m7' });
    expect(await story().milestone('m8')).toMatchObject({ revision: 2, dependsOn: ['m6', 'm7'] });
  });

  test('a form whose object was changed meanwhile is refused, and nothing is lost', async () => {
    const [seat, rival] = [coordinator(), story().as('rival')];
    await seat.type('milestone show m5');
    expect(await seat.press(en.milestone.confirm)).toMatchObject({ kind: 'form', fields: { [fields.when]: '8 July 2022' } });
    await rival.type('milestone change m5');
    await rival.fill({ [fields.text]: 'A better text.', [fields.why]: 'clearer' });
    const typed = { [fields.when]: '9 July 2022', [fields.source]: 'a second letter', [fields.why]: 'a third time' };
    const stale = await seat.fill(typed);
    expectSaid(stale, en.problems['milestone-changed']({ id: 'm5' }), ...Object.values(typed));
    expect(await story().milestone('m5')).toMatchObject({ revision: 3, text: 'A better text.', confirmed: { when: when('2022-07-08') } });
    if (story().differs('an outdated form is filled in anew', !stale.buttons.includes(en.surface.reopen))) return;
    expect(await seat.press(en.surface.reopen)).toMatchObject({ kind: 'form', fields: typed });
    await seat.fill({});
    expect(await story().milestone('m5')).toMatchObject({ revision: 4, text: 'A better text.', confirmed: { when: when('2022-07-09') } });
  });

  test('an ambiguous date offers the other reading, which opens the form with it', async () => {
    const seat = coordinator();
    await seat.type('milestone confirm m6');
    const recorded = await seat.fill({ [fields.when]: '03/04/2023', [fields.source]: 'a letter' });
    // Which reading comes first is the locale's.
    const dayFirst = recorded.text.includes('understood as 3 April 2023');
    const april = { said: '3 April 2023', edtf: '2023-04-03' };
    const march = { said: '4 March 2023', edtf: '2023-03-04' };
    const [understood, other] = dayFirst ? [april, march] : [march, april];
    expectSaid(recorded, en.milestone.understoodAs('03/04/2023', understood.said));
    expect(await story().milestone('m6')).toMatchObject({ confirmed: { when: when(understood.edtf) } });
    const form = await seat.press(en.milestone.otherReading(other.said));
    expect(form).toMatchObject({ kind: 'form', fields: { [fields.when]: other.edtf } });
    await seat.fill({ [fields.why]: 'the other way round' });
    expect(await story().milestone('m6')).toMatchObject({ revision: 3, planned: { when: when('2022-09') }, confirmed: { when: when(other.edtf) } });
  });

  test('what is pressed on what a form answered is answered as everywhere', async () => {
    const seat = coordinator();
    await seat.type('milestone done m1');
    await seat.fill({ [fields.outcome]: 'The report was handed over.' });
    const shown = await seat.press(`${en.milestone.show} m1`);
    const unshared = !story().readsAlone && story().differs('what a form answers cannot be shared', !shown.buttons.includes(en.surface.share));
    await story().agrees(shown, seat, 'milestone show m1', unshared ? [en.surface.share] : []);
  });

  test('hostile text is shown as it was typed, and notifies nobody', async () => {
    const seat = coordinator();
    await seat.type('milestone change m4');
    const recorded = await seat.fill({ [fields.text]: hostile, [fields.why]: '@everyone <!channel>' });
    expect(await story().milestone('m4')).toMatchObject({ text: expect.toSatisfy((text) => text === hostile && text.length === 2_000) });
    const shown = await seat.type('milestone show m4');
    const shared = story().readsAlone ? shown : await seat.press(en.surface.share);
    for (const seen of [recorded, shown, shared]) expectSaid(seen, hostile);
    expect([recorded, shown, shared].flatMap(({ pings }) => pings)).toEqual([]);
    await readAll(story(), story().as('member'), ['next-milestone as of 2022-03-15', 'timeline 2022', 'milestone show m4']);
    expect(await seat.type('<!channel> @everyone <@U00000000M>')).toMatchObject({ alone: true, pings: [] });
  });

  test('text of nothing but markup comes back whole from a form that is refused', async () => {
    const seat = coordinator();
    const markup = '*_~`|<@>#\\'.repeat(200);
    await seat.type('milestone change m2');
    const refused = await seat.fill({ [fields.when]: 'soonish', [fields.text]: markup, [fields.why]: 'a test' });
    expectSaid(refused, 'soonish', markup);
    expect(refused.pings).toEqual([]);
    await reopen(story(), refused, seat, fields.when);
    await seat.fill({ [fields.when]: 'December 2021' });
    expect(await story().milestone('m2')).toMatchObject({ text: markup });
  });
}

async function readAll(story: Story, reader: Seat, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const seen = await reader.type(line);
    expect(seen.pings).toEqual([]);
    await story.agrees(seen, reader, line);
  }
}
