import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Answer } from '../../src/chat/answer.ts';
import type { Invocation } from '../../src/chat/invocation.ts';
import { operator } from '../../src/core/account.ts';
import type { Store } from '../../src/core/store.ts';
import { wordsFor } from '../../src/text/words.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { when } from '../support/milestones.ts';
import { by } from '../support/store.ts';
import { labelsOf, missingFrom, squeeze } from './seats/facts.ts';
import type { Platform, Seat, Seen } from './seats/seat.ts';

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

type Difference = (typeof differences)[number];

/** The differences of one platform, each with its reason. */
export type Divergences = Readonly<Partial<Record<Difference, string>>>;

const en = wordsFor('en');
const fr = wordsFor('fr');

const worked = [
  ['2021-10-05', ['m1', 'November 2021', 'month only', 'earliest in 27 days', 'm2', '6–10 December 2021', 'planned December 2021']],
  ['2021-12-20', ['m3', '23 February 2022', 'planned January 2022', 'in 65 days', 'Outcome not recorded', 'm1', 'm2']],
  ['2022-03-15', ['Under way', 'm4', 'February–May 2022', 'month 2 of 4', 'm5', '6 July 2022', 'planned June 2022', 'and 1 more']],
  ['2022-10-10', ['m7', '1 December 2022', 'planned November or December 2022', 'm8', '8 March 2023', 'planned January 2023', 'depends on m6', 'and 4 more']],
] as const;

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

/** Holds what passes until it is released. */
function createGate() {
  let held = Promise.withResolvers<void>();
  let reached = Promise.withResolvers<void>();
  held.resolve();
  return {
    async pass(): Promise<void> {
      reached.resolve();
      await held.promise;
    },
    /** From now on; resolves when the first one waits. */
    hold(): Promise<void> {
      held = Promise.withResolvers();
      reached = Promise.withResolvers();
      return reached.promise;
    },
    release: (): void => held.resolve(),
  };
}

/**
 * The same story for every platform over every transport, with the platform's own library on real sockets, before the whole house: the real
 * commands over the real store. What is seen is compared with the card that the doors answer to the same question without a platform.
 */
export function adapterContract(name: string, open: (house: TestHouse) => Promise<Platform>, declared: Divergences): void {
  const gate = createGate();
  const found = new Set<Difference>();
  let house: TestHouse;
  let platform: Platform;

  const behind = (store: Store): Store => ({ ...store, readOutlook: (...asked) => gate.pass().then(() => store.readOutlook(...asked)) });

  beforeAll(async () => {
    house = await openTestHouse({ behind });
    platform = await open(house);
  });
  afterAll(async () => {
    await platform.close();
    await house.close();
  });

  /** Whether a difference is there; fails where that is not what was declared. */
  function differs(what: Difference, really: boolean): boolean {
    found.add(what);
    expect(really, `${what}: ${declared[what] ?? 'not declared'}`).toBe(what in declared);
    return really;
  }

  const seat = (): Seat => platform.seat;
  const member = (): Seat => platform.seat.as('member');

  function ask(asker: Seat, asked: string | Invocation): Promise<Answer> {
    const invoke = typeof asked === 'string' ? house.doors.read(asked) : asked;
    return house.doors.handle({ id: randomUUID(), ...asker.told, invoke });
  }

  /** What is seen holds all that the doors say, with the same buttons. */
  async function agrees(seen: Seen, asker: Seat, asked: string | Invocation, without: readonly string[] = []): Promise<void> {
    const answer = await ask(asker, asked);
    expect(missingFrom(seen, answer)).toEqual([]);
    const shared = [en.surface.share, fr.surface.share];
    const hidden = [...without, ...('nobody else reads along' in declared ? shared : [])];
    expect(seen.buttons).toEqual(labelsOf(answer).filter((label) => !hidden.includes(label)));
  }

  const milestone = async (id: string) => (await house.store.readMilestone({ account: operator }, id)).milestone;

  function expectHeld(seen: Seen, typed: Readonly<Record<string, string>>): void {
    for (const text of Object.values(typed)) expect(squeeze(seen.text)).toContain(squeeze(text));
  }

  describe(`${name}: reading`, () => {
    test.each(worked)('what comes next as of %s is the same as without a platform', async (day, facts) => {
      const seen = await member().type(`next-milestone as of ${day}`);
      expect(seen).toMatchObject({ kind: 'message', alone: true, replaced: false, pings: [] });
      for (const fact of facts) expect(squeeze(seen.text)).toContain(squeeze(fact));
      await agrees(seen, member(), `next-milestone as of ${day}`);
    });

    test.each(['', 'home', 'help', 'help timeline', 'me', 'timeline', 'timeline 2022', 'milestone show m3', 'milestone show m99', 'what happens in June 2022'])(
      '“/is3c %s” is the same as without a platform',
      async (line) => {
        const seen = await member().type(line);
        expect(seen).toMatchObject({ kind: 'message', alone: true, pings: [] });
        await agrees(seen, member(), line);
      },
    );

    test('a mistyped command offers the nearest, and pressing that works', async () => {
      const seen = await member().type('timelin');
      expect(seen.buttons).toEqual(['/is3c timeline']);
      await agrees(seen, member(), 'timelin');
      const pressed = await member().press('/is3c timeline');
      differs('an answer stands below what was pressed', !pressed.replaced);
      await agrees(pressed, member(), 'timeline');
    });

    test('where it is not clear which milestone is meant, a menu asks', async () => {
      const seen = await member().type('milestone show report');
      await agrees(seen, member(), 'milestone show report');
      await agrees(await member().choose('m5 · 6 July 2022'), member(), 'milestone show m5');
    });

    test('the timeline is paged forward and back', async () => {
      for (let count = 1; count <= 15; count += 1) {
        const planned = { when: when(`${2030 + count}-05`), source: 'a test' };
        await house.store.recordMilestone({ act: 'added', revision: 0, set: { text: `Later work ${count}.`, planned, dependsOn: [] }, why: '' }, by());
      }
      await agrees(await member().type('timeline'), member(), 'timeline');
      for (const [button, skip] of [
        [en.timeline.later, '10'],
        [en.timeline.later, '20'],
        [en.timeline.earlier, '10'],
        [en.timeline.earlier, '0'],
      ] as const) {
        const seen = await member().press(button);
        expect(seen.text).toContain(`${Number(skip) + 1}-${Math.min(Number(skip) + 10, 23)} of 23`);
        await agrees(seen, member(), { command: 'timeline', options: { skip } });
      }
    });

    test('what is typed is completed', async () => {
      const { complete } = member();
      if (differs('nothing is completed', complete === undefined)) return;
      expect(await complete?.('milestone show m')).toEqual(expect.arrayContaining(['m1', 'm3', 'm8']));
    });

    test('a button from long ago is said to be one', async () => {
      const gone = await member().pressOld('1|milestone vote|milestone=m3');
      expect(squeeze(gone.text)).toContain(squeeze(en.problems['old-button']({})));
      expect(gone).toMatchObject({ alone: true, replaced: false, buttons: [en.help.all] });
      const older = await member().pressOld('v0:vote:3');
      differs('what an older version wrote is read as a line', !squeeze(older.text).includes(squeeze(en.problems['old-button']({}))));
      const shown = await member().pressOld('1|milestone show|milestone=m3');
      await agrees(shown, member(), 'milestone show m3');
    });
  });

  describe(`${name}: sharing`, () => {
    test('a card is shared with everybody, with the sharer named and nobody notified', async () => {
      const seen = await member().type('next-milestone');
      if (differs('nobody else reads along', !seen.buttons.includes(en.surface.share))) return;
      const shared = await member().press(en.surface.share);
      expect(shared).toMatchObject({ alone: false, replaced: false, pings: [] });
      expect(shared.text).toContain(en.surface.sharedBy);
      expect(shared.text).toContain(member().name);
      expect(missingFrom(shared, await ask(member(), 'next-milestone'))).toEqual([]);
      expect(seat().look()).toEqual(shared);
      const pressed = await seat().press(en.home.timeline);
      expect(pressed).toMatchObject({ alone: true, replaced: false });
    });
  });

  describe(`${name}: who may`, () => {
    test('of two who set the bot up at the same moment one becomes coordinator, and appoints the other', async () => {
      const both = [seat(), seat().as('rival')] as const;
      const answers = await Promise.all(both.map((admin) => admin.type('here setup')));
      const winners = both.filter((_, index) => squeeze(answers[index]?.text ?? '').includes(squeeze(en.here.claimed)));
      if (!differs('nobody has to set it up', winners.length === 0)) expect(winners).toHaveLength(1);
      const [winner = seat()] = winners;
      const loser = winner === both[0] ? both[1] : both[0];
      const form = await winner.press(en.here.appoint);
      expect(form).toMatchObject({ kind: 'form', alone: true, fields: { [en.here.person]: '' } });
      const appointed = await winner.fill({ [en.here.person]: loser.account });
      expect(squeeze(appointed.text)).toContain(squeeze(en.here.appointed));
      expect(appointed.pings).toEqual([]);
      for (const admin of both) expect(await house.store.readActor({ account: admin.account })).toMatchObject({ coordinator: true });
    });

    test('whoever is no coordinator is told so, kindly', async () => {
      const refused = await member().type('milestone confirm m3');
      expect(refused).toMatchObject({ kind: 'message', alone: true, buttons: [en.help.all] });
      expect(squeeze(refused.text)).toContain(squeeze(en.problems['coordinators-only']({})));
      await agrees(await member().press(en.help.all), member(), 'help');
    });

    test('the buttons of a shared card act for nobody else', async () => {
      const card = await seat().type('milestone show m3');
      await agrees(card, seat(), 'milestone show m3');
      if ('nobody else reads along' in declared) return;
      await seat().press(en.surface.share);
      member().look();
      const refused = await member().press(en.milestone.confirm);
      expect(squeeze(refused.text)).toContain(squeeze(en.problems['coordinators-only']({})));
      expect(refused).toMatchObject({ kind: 'message', alone: true, replaced: false });
    });

    test('a visitor reads, and cannot act', async () => {
      if (differs('nobody visits', !platform.people.includes('visitor'))) return;
      const visitor = seat().as('visitor');
      visitor.look();
      const refused = await visitor.press(en.milestone.confirm);
      expect(squeeze(refused.text)).toContain(squeeze(en.problems.visitor({})));
      expect(refused.alone).toBe(true);
      await member().type('next-milestone');
      await member().press(en.surface.share);
      visitor.look();
      await agrees(await visitor.press(en.home.timeline), visitor, 'timeline');
    });

    test('a command that is not listed can be typed', async () => {
      const typing = seat().type('milestone reopen m3');
      const refused = await typing.then(
        () => false,
        () => true,
      );
      differs('only what is listed can be typed', refused);
    });
  });

  describe(`${name}: changing`, () => {
    const { fields } = en.milestone;

    test('a form is refused with all that was typed, is recorded once, and is refused when it is out of date', async () => {
      const opened = await seat().type('milestone confirm m5');
      expect(opened).toMatchObject({ kind: 'form', alone: true, fields: { [fields.when]: '6 July 2022' } });
      const wrong = { [fields.when]: 'soonish', [fields.source]: 'the <secretariat> & others', [fields.why]: 'it moved *again*' };
      let seen = await seat().fill(wrong);
      expect(squeeze(seen.text)).toContain(squeeze(en.problems['date-unreadable']({ said: 'soonish' })));
      expectHeld(seen, wrong);
      expect((await milestone('m5'))?.revision).toBe(1);
      if (differs('a refused form closes', seen.kind === 'message')) seen = await seat().press(en.surface.reopen);
      else expect(seen.errors[fields.when]).toContain('soonish');
      const asked = differs('a form is asked field by field', Object.keys(seen.fields).length === 1) ? { [fields.when]: 'soonish' } : wrong;
      expect(seen).toMatchObject({ kind: 'form', fields: asked });

      const recorded = await seat().fill({ [fields.when]: '8 July 2022' });
      expect(recorded).toMatchObject({ kind: 'message', alone: true, pings: [] });
      expectHeld(recorded, { title: en.milestone.recorded('m5'), when: '8 July 2022', source: 'the <secretariat> & others' });
      const kept = await house.store.readMilestone({ account: operator }, 'm5');
      expect(kept.milestone).toMatchObject({ revision: 2, confirmed: { when: when('2022-07-08'), source: 'the <secretariat> & others' } });
      expect(kept.events[0]).toMatchObject({ act: 'confirmed', why: 'it moved *again*' });

      const { again } = seat();
      if (!differs('a form that was sent is gone', again === undefined)) {
        const twice = await again?.();
        expect(twice).toMatchObject({ kind: 'message', alone: true });
        expect(twice?.text).toContain('m5');
        expect(twice?.text).not.toContain(en.surface.refused);
      }
      expect(await house.store.readMilestone({ account: operator }, 'm5')).toEqual(kept);
      await agrees(await seat().type('milestone show m5'), seat(), 'milestone show m5');
    });

    test('a form whose object was changed meanwhile is refused, and nothing is lost', async () => {
      await seat().type('milestone confirm m5');
      const rival = seat().as('rival');
      await rival.type('milestone change m5');
      await rival.fill({ [fields.text]: 'A better text.', [fields.why]: 'clearer' });
      const typed = { [fields.when]: '9 July 2022', [fields.source]: 'a second letter', [fields.why]: 'a third time' };
      const stale = await seat().fill(typed);
      expect(squeeze(stale.text)).toContain(squeeze(en.problems['milestone-changed']({ id: 'm5' })));
      expectHeld(stale, typed);
      expect(await milestone('m5')).toMatchObject({ revision: 3, text: 'A better text.', confirmed: { when: when('2022-07-08') } });
      if (differs('an outdated form is filled in anew', !stale.buttons.includes(en.surface.reopen))) return;
      const reopened = await seat().press(en.surface.reopen);
      expect(reopened).toMatchObject({ kind: 'form', fields: typed });
      await seat().fill({});
      expect(await milestone('m5')).toMatchObject({ revision: 4, text: 'A better text.', confirmed: { when: when('2022-07-09') } });
    });

    test('an ambiguous date offers the other reading, which opens the form with it', async () => {
      await seat().type('milestone confirm m6');
      const recorded = await seat().fill({ [fields.when]: '03/04/2023', [fields.source]: 'a letter' });
      const readings = { '3 April 2023': '2023-04-03', '4 March 2023': '2023-03-04' } as const;
      const [understood, other] = recorded.text.includes('understood as 3 April 2023')
        ? (['3 April 2023', '4 March 2023'] as const)
        : (['4 March 2023', '3 April 2023'] as const);
      expect(squeeze(recorded.text)).toContain(squeeze(en.milestone.understoodAs('03/04/2023', understood)));
      expect(await milestone('m6')).toMatchObject({ confirmed: { when: when(readings[understood]) } });
      const form = await seat().press(en.milestone.otherReading(other));
      expect(form).toMatchObject({ kind: 'form', fields: { [fields.when]: readings[other] } });
      await seat().fill({ [fields.why]: 'the other way round' });
      expect(await milestone('m6')).toMatchObject({ revision: 3, confirmed: { when: when(readings[other]) } });
    });

    test('what a form answers has the same buttons, and one of them can be shared', async () => {
      await seat().type('milestone done m1');
      await seat().fill({ [fields.outcome]: 'The report was handed over.' });
      const shown = await seat().press(`${en.milestone.show} m1`);
      if ('nobody else reads along' in declared) return agrees(shown, seat(), 'milestone show m1');
      const unshared = differs('what a form answers cannot be shared', !shown.buttons.includes(en.surface.share));
      await agrees(shown, seat(), 'milestone show m1', unshared ? [en.surface.share] : []);
    });

    test('hostile text is shown as it was typed, and notifies nobody', async () => {
      expect(hostile).toHaveLength(2_000);
      await seat().type('milestone change m4');
      const recorded = await seat().fill({ [fields.text]: hostile, [fields.why]: '@everyone <!channel>' });
      expect((await milestone('m4'))?.text).toBe(hostile);
      const shown = await seat().type('milestone show m4');
      const shared = 'nobody else reads along' in declared ? shown : await seat().press(en.surface.share);
      for (const { text, pings } of [recorded, shown, shared]) {
        expect(squeeze(text)).toContain(squeeze(hostile));
        expect(pings).toEqual([]);
      }
      for (const line of ['next-milestone as of 2022-03-15', 'timeline 2022', 'milestone show m4']) {
        const seen = await member().type(line);
        expect(seen.pings).toEqual([]);
        await agrees(seen, member(), line);
      }
      expect(await member().type('<!channel> @everyone <@U00000000M>')).toMatchObject({ alone: true, pings: [] });
    });
  });

  describe(`${name}: languages`, () => {
    test('a button changes the language, and it stays', async () => {
      await member().type('me');
      const set = await member().press(en.languageNames.fr);
      expect(set.text).toContain(fr.me.languageSet(fr.languageNames.fr));
      for (const line of ['next-milestone as of 2022-10-10', 'timeline 2022', 'timelin', 'milestone show m8', 'help', 'milestone confirm m3']) {
        await agrees(await member().type(line), member(), line);
      }
      expect((await member().type('next-milestone as of 2022-10-10')).text).toContain('décembre 2022');
      await member().type('me');
      expect((await member().press(fr.languageNames.en)).text).toContain(en.me.languageSet(en.languageNames.en));
    });

    test('a form speaks its reader’s language, and so does what is wrong with it', async () => {
      const rival = seat().as('rival');
      await rival.type('me language fr');
      const { fields } = fr.milestone;
      expect(await rival.type('milestone confirm m2')).toMatchObject({ kind: 'form', fields: { [fields.when]: '6–10 décembre 2021' } });
      const refused = await rival.fill({ [fields.when]: 'bientôt peut-être', [fields.why]: 'essai' });
      expect(squeeze(refused.text)).toContain(squeeze(fr.problems['date-unreadable']({ said: 'bientôt peut-être' })));
      await rival.type('me language en');
    });

    test('a person whose app speaks French is answered in French', async () => {
      if (differs('nobody’s app speaks French', !platform.people.includes('francophone'))) return;
      const reader = seat().as('francophone');
      const first = await reader.type('next-milestone');
      differs('the language is known from the second contact on', !first.text.includes(fr.outlook.title));
      await vi.waitFor(async () => agrees(await reader.type('next-milestone'), reader, 'next-milestone'), { timeout: 5_000 });
    });
  });

  describe(`${name}: the end`, () => {
    test('a stop finishes what is under way, and takes nothing new', async () => {
      const waits = gate.hold();
      const answer = member().type('next-milestone');
      await waits;
      const stopped = platform.stop();
      gate.release();
      expect((await answer).text).toContain(en.outlook.title);
      await stopped;
      if (platform.knock !== undefined) expect(await platform.knock()).toBe('refused');
      expect(house.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    });

    test('every declared difference was looked for', () => {
      expect(Object.keys(declared).filter((what) => !found.has(what as Difference))).toEqual([]);
    });
  });
}
