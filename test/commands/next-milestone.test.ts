import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { oneShot } from '../../src/adapters/terminal/one-shot.ts';
import { isCarried } from '../../src/chat/invocation.ts';
import { act, openTestHouse, type TestHouse } from '../support/house.ts';

/** What the terminal prints for a typed line, white space folded, so that only the words count. */
async function asked(house: TestHouse, line: string, language: 'en' | 'fr' = 'en'): Promise<string> {
  const reader = { account: 'terminal:operator', zone: 'UTC', language };
  const { output, error } = await oneShot({ words: line.split(' '), flags: { json: false, fields: {} }, reader, columns: 200, colours: false }, house.doors);
  return `${output}${error}`.replace(/\s+/g, ' ');
}

type Answer = readonly [asOf: string, facts: readonly string[]];

const planAlone: readonly Answer[] = [
  ['2021-10-05', ['Next November 2021 · month only, no day announced · earliest in 27 days', 'm1 · Submission', 'Then December 2021', 'm2 · Discussion']],
  [
    '2021-12-20',
    [
      'This month December 2021',
      'm2 · Discussion',
      'Next January 2022',
      'earliest in 12 days',
      'm3 · Progress report',
      'Outcome not recorded: m1 (November 2021)',
    ],
  ],
  [
    '2022-03-15',
    [
      'Under way February-May 2022 · month 2 of 4',
      'm4 · Finalisation',
      'Next June 2022',
      'm5 · Progress Report',
      'Outcome not recorded: m1 (November 2021), m2 (December 2021) and 1 more',
    ],
  ],
  [
    '2022-10-10',
    [
      'Next November or December 2022 · one of the two',
      'm7 · IS3C submits its second report',
      'Then January 2023',
      'm8 · Progress or final report',
      'depends on m6 (September 2022: IS3C members meet to take decision',
      'of which no outcome is recorded',
      'Outcome not recorded: m1 (November 2021), m2 (December 2021) and 4 more',
    ],
  ],
  ['2022-12-31 23:00 UTC', ['This month November or December 2022', 'm7 · IS3C submits', 'This month January 2023', 'm8 · Progress or final']],
];

const withRecord: readonly Answer[] = [
  ['2021-10-05', ['Next November 2021', 'earliest in 27 days', 'Then 6-10 December 2021', 'planned December 2021']],
  [
    '2021-12-20',
    [
      'Next 23 February 2022 · in 65 days · planned January 2022',
      'm3 · Progress report',
      'Outcome not recorded: m1 (November 2021) and m2 (6-10 December 2021)',
    ],
  ],
  ['2022-03-15', ['Under way February-May 2022 · month 2 of 4', 'Next 6 July 2022', 'planned June 2022', 'm5 · Progress Report', 'and 1 more']],
  ['2022-10-10', ['Next 1 December 2022', 'planned November or December 2022', 'Then 8 March 2023', 'planned January 2023', 'depends on m6', 'and 4 more']],
  ['2022-12-31 23:00 UTC', ['Next 8 March 2023', 'm8 · Progress or final', 'Outcome not recorded: m1 (November 2021), m2 (6-10 December 2021) and 5 more']],
];

describe.each([
  ['with the plan alone', 'plan', planAlone, 'January 2023'],
  ['with the plan and the record', 'plan,record', withRecord, '8 March 2023'],
] as const)('/is3c next-milestone %s', (_, plan, answers, last) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse({ plan, now: '2026-11-23T12:00:00Z' });
  });
  afterAll(() => house.close());

  it.each(answers)('as of %s', async (asOf, facts) => {
    const said = await asked(house, `next-milestone as of ${asOf}`);
    for (const fact of facts) expect(said).toContain(fact);
  });

  it('today says that nothing lies ahead, what the last one was, what is missing, and how to go on', async () => {
    const said = await asked(house, 'next-milestone');
    for (const fact of [
      'No milestone lies ahead.',
      last,
      'm8 · Progress or final report',
      'Nothing is recorded',
      '8 outcomes are not recorded',
      'milestone add',
    ]) {
      expect(said).toContain(fact);
    }
  });
});

describe('an alternative', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse({ plan: 'plan', now: '2026-11-23T12:00:00Z' });
    for (const when of ['June or September 2027', '2027 or 2030']) await house.doors.handle(act('milestone add', {}, { fields: { when, text: 'Workshop' } }));
  });
  afterAll(() => house.close());

  it.each([
    ['en', '2027-06-15', ['Under way 2027 or 2030 · one of the two m10', 'This month June or September 2027 · one of the two m9']],
    ['en', '2027-07-15', ['Under way 2027 or 2030 · one of the two m10', 'Next June or September 2027 · one of the two · earliest in 48 days m9']],
    ['en', '2028-01-15', ['Next 2027 or 2030 · one of the two · earliest in 717 days m10']],
    ['fr', '2027-06-15', ['En cours 2027 ou 2030 · l’un des deux m10', 'Ce mois-ci juin ou septembre 2027 · l’un des deux m9']],
    ['fr', '2027-07-15', ['Prochain jalon juin ou septembre 2027 · l’un des deux · au plus tôt dans 48 jours m9']],
  ] as const)('in %s as of %s stands where its options are', async (language, asOf, facts) => {
    const said = await asked(house, `next-milestone as of ${asOf}`, language);
    for (const fact of facts) expect(said).toContain(fact);
  });
});

test.each([
  ['from the beginning of October 2022 until the end of the second quarter of the year 2029', undefined],
  ['from the beginning of October 2022 until the end of the second quarter of the year 2029', 'the twenty-first of September 2022'],
] as const)('the page behind %j, as of %j, is one press away on every platform', async (period, asOf) => {
  const house = await openTestHouse();
  for (let index = 0; index < 12; index += 1)
    await house.doors.handle(act('milestone add', {}, { fields: { when: `${index + 1} March 2028`, text: `Workshop ${index}` } }));
  const answer = await house.doors.handle(act('timeline', { period, ...(asOf !== undefined && { 'as-of': asOf }) }));
  const buttons = answer.kind === 'card' ? answer.buttons.flatMap((button) => (button.kind === 'act' ? [button.invoke] : [])) : [];
  const later = buttons.find(({ options }) => options['skip'] !== undefined);
  expect(later === undefined ? 'none' : isCarried(later)).toBe(true);
  const next = await house.doors.handle(act('timeline', later?.options));
  expect(JSON.stringify(next)).toContain('Workshop 11');
  expect(JSON.stringify(next)).toContain('11-14 of 14');
  if (asOf !== undefined) expect(next).toMatchObject({ blocks: [{ text: [expect.anything(), { at: new Date('2022-09-21T12:00:00Z') }] }, {}, {}, {}, {}] });
  await house.close();
});

describe('what is asked about', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  });
  afterAll(() => house.close());

  it.each([
    ['what happens in June 2022', ['In the plan, June 2022', 'm5 · 6 July 2022 (planned June 2022)']],
    ['timeline between March and June 2022', ['Timeline, March-June 2022', 'm4 · February-May 2022', 'm5 · 6 July 2022']],
    ['timeline since December 2022', ['m7 · 1 December 2022', 'm8 · 8 March 2023']],
    ['timeline june', ['Timeline, June 2022', 'm5']],
    ['timeline since April', ['Timeline, from 1 April 2022 on', 'm8']],
    ['timeline mid June 2022', ['Timeline, June 2022 (“mid June 2022”)', 'm5']],
    ['timeline early 2022', ['Timeline, January-April 2022 (“early 2022”)', 'm3']],
    ['timeline 03/04/2022', ['“03/04/2022” is understood as 3 April 2022.', '/is3c timeline 2022-03-04 It is 4 March 2022']],
    [
      'timeline since 03/04/2022 as of 2022-10-10',
      ['Timeline, from 3 April 2022 on', '/is3c timeline 2022-03-04/.. as of 2022-10-10 It is from 4 March 2022 on'],
    ],
    ['next-milestone --as-of 2022-07-01', ['As of 1 July 2022', 'm5']],
    ['next-milestone --as-of=2022-07-01', ['As of 1 July 2022', 'm5']],
    ['timeline 2022 --as-of=15 March 2022', ['Timeline, 2022', 'As of 15 March 2022']],
    ['next-milestone as of: 6 July 2022', ['As of 6 July 2022', 'm5']],
    ['timeline 2022 --as-of 15 March 2022', ['Timeline, 2022', 'As of 15 March 2022']],
    ['next-milestone as of June', ['As of 1 June 2022', 'm5']],
    ['next-milestone as of 8/11', ['As of 8 November 2021', '/is3c next-milestone as of 2022-08-11']],
    ['next-milestone as of next June', ['As of 1 June 2023']],
    ['next-milestone as of in 20 hours', ['As of 11 October 2022']],
    ['next-milestone en date du 15 mars', ['As of 15 March 2022']],
    ['what happens in June as of March 2022', ['In the plan, June 2022', 'As of 1 March 2022']],
    ['what comes next as of March 2022', ['Perhaps one of these helps', '/is3c next-milestone']],
    ['nxt-milestone as of March 2022', ['is no command', '/is3c next-milestone as of March 2022']],
    ['next?', ['Next 1 December 2022']],
    ['next-milestone?', ['Next 1 December 2022']],
    ['next milestone ?', ['Next 1 December 2022']],
    ['help next?', ['How to type it `/is3c next-milestone [as of WHEN]`']],
    ['timeline 2022 as of 15 March 2022', ['Timeline, 2022', 'As of 15 March 2022']],
    ['help June 2022 as of 15 March 2022', ['In the plan, June 2022', 'As of 15 March 2022']],
    ['updates 03/04/2022', ['Updates, 3 April 2022', '“03/04/2022” is understood as 3 April 2022.', '/is3c updates period:2022-03-04 It is 4 March 2022']],
    ['updates wg1 03/04/2022', ['/is3c updates wg1 2022-03-04 It is 4 March 2022']],
    ['digest 03/04/2022', ['“03/04/2022” is understood as', '/is3c digest 2022-W09 It is']],
    ['timeline 15/04/2022', ['Timeline, 15 April 2022']],
    ['what happens on 03/04/2022', ['In the plan, 3 April 2022', '“03/04/2022” is understood as 3 April 2022.', '/is3c timeline 2022-03-04 It is 4 March']],
    ['timeline 1999', ['Nothing in the plan touches 1999.', 'Whole timeline']],
    ['next-milestone as of since 2022', ['“since 2022” only says from when on', 'write “2022”']],
    ['timeline as of until June 2022', ['“until June 2022” only says until when', 'write “June 2022”']],
    ['timeline banana', ['“banana” cannot be read as a date', 'Try']],
    ['next week', ['In the plan, 17-23 October 2022']],
    ['next month', ['In the plan, November 2022', 'm7']],
    ['next quarter', ['In the plan, January-March 2023', 'm8']],
    ['next year', ['In the plan, 2023', 'm8']],
    ['2022', ['In the plan, 2022', 'm3']],
    ['in 2022?', ['In the plan, 2022', 'm3']],
    ['next banana', ['“next banana” is no command.', '/is3c next']],
    ['what happened to t2 in 2022?', ['t2 · ']],
    ['is t2 for 2023', ['t2 · ']],
    ['tell me about m6', ['m6 · September 2022', 'IS3C members meet to take decision']],
    ['H1', ['In the plan, January-June 2023', 'm8']],
    ['S1?', ['In the plan, January-June 2023', 'm8']],
    ['timeline at the latest in June 2022', ['Timeline, until 30 June 2022', 'm5']],
    ['the milestone 5', ['m5 · 6 July 2022']],
    ['juin 2022', ['In the plan, June 2022', 'm5']],
    ['jion wg1', ['Did you mean join wg1']],
    ['nxt-milestone', ['“nxt-milestone” is no command.', '/is3c next-milestone']],
    ['milestone show', ['Which milestone?', 'm8 · 8 March 2023']],
    ['milestone show final report', ['m8 · 8 March 2023']],
    ['milestone show group FINAL report', ['m8 · 8 March 2023']],
    ['milestone show 100%', ['There is no milestone “100%”.']],
    ['milestone show January 2022', ['m3 · 23 February 2022', 'State outcome not recorded']],
    ['milestone show January 2022 as of 1 February 2022', ['m3 · 23 February 2022', 'State ahead']],
    ['milestone show December', ['m7 · 1 December 2022']],
    ['milestone show 2021', ['Which milestone?', 'm1 · November 2021', 'm2 · 6-10 December 2021']],
    ['milestone show December 2021', ['m2 · 6-10 December 2021']],
    ['milestone show 1999', ['There is no milestone “1999”.']],
    ['milestone #3', ['m3 · 23 February 2022']],
    ['milestone show m3 as of 1 February 2022', ['m3 · 23 February 2022', 'State ahead']],
    ['milestone show katowice', ['Which milestone?', 'm1 · November 2021']],
  ] as const)('%s', async (line, facts) => {
    const said = await asked(house, line);
    for (const fact of facts) expect(said).toContain(fact);
  });

  it.each([
    ['que se passe-t-il en juin 2022', ['juin 2022', 'm5 · 6 juillet 2022 (prévu']],
    ['mois prochain', ['Dans le plan : novembre 2022']],
    ['prochain jalon', ['1er décembre 2022']],
    ['le prochain jalon', ['/is3c next-milestone']],
    ['quelle est la prochaine étape ?', ['/is3c next-milestone']],
    ['quelle est la prochaine échéance', ['/is3c next-milestone']],
    ['prochaine échéance', ['Prochain jalon 1er décembre 2022']],
    ['le jalon 5', ['m5 · 6 juillet 2022']],
    ['le jalon n° 5 ?', ['m5 · 6 juillet 2022']],
    ['le jalon de juin 2022', ['Dans le plan : juin 2022']],
    ['jalon janvier 2022', ['m3 · 23 février 2022']],
    ['jalon rapport introuvable', ['Il n’y a pas de jalon « rapport introuvable ».']],
    ['la semaine prochaine', ['Dans le plan : 17-23 octobre 2022']],
    ['2022', ['Dans le plan : 2022', 'm3']],
    ['timeline du 6 au 10 décembre 2021', ['Chronologie : 6-10 décembre 2021', 'm2']],
    ['timeline du 1er mars au 15 juin 2022', ['Chronologie : 1er mars - 15 juin 2022', 'm5']],
    ['help que se passe-t-il du 1er au 15 juin 2022', ['1er-15 juin 2022']],
    ['next-milestone en date du: 15 mars 2022', ['Situation au 15 mars 2022']],
    ['timeline au 15 mars 2022', ['Chronologie', 'Situation au 15 mars 2022']],
    ['juin 2022', ['Dans le plan : juin 2022', 'm5']],
    ['juin 2022 ?', ['Dans le plan : juin 2022', 'm5']],
    ['jion wg1', ['Vouliez-vous dire join wg1']],
    ['T4 2022', ['Dans le plan : octobre-décembre 2022', 'm7']],
    ['qu’est-ce qui est prévu au T4 2022 ?', ['Dans le plan : octobre-décembre 2022', 'm7']],
    ['que se passe-t-il au T1 2023 ?', ['Dans le plan : janvier-mars 2023', 'm8']],
    ['quoi de neuf depuis le T4 2022', ['Dans le plan : à partir du 1er octobre 2022', 'm8']],
    ['t4', ['t4 · ']],
    ['T4 de l’année 2022', ['Dans le plan : octobre-décembre 2022', 'm7']],
    ['quoi de neuf entre le T3 et le T4 2022', ['Dans le plan : juillet-décembre 2022']],
    ['parle-moi de t2 en juin 2022', ['t2 · ']],
    ['qui veut t2 en 2022 ?', ['t2 · ']],
    ['le sujet t2 en 2022', ['t2 · ']],
    ['que devient le sujet t2 2022 ?', ['t2 · ']],
  ] as const)('%s, in French', async (line, facts) => {
    const said = await asked(house, line, 'fr');
    for (const fact of facts) expect(said).toContain(fact);
  });
});
