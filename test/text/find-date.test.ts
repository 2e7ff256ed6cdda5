import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateContext, findDate } from '../../src/text/dates/read-when.ts';
import { answerOf } from './cases.ts';

const context: DateContext = { now: new Date('2022-06-15T10:00:00Z'), zone: 'UTC', tag: 'en-GB', language: 'en', purpose: 'asking' };
const inFrench: DateContext = { ...context, tag: 'fr', language: 'fr' };

function found(text: string, reader: DateContext): string | undefined {
  const date = findDate(text, reader);
  return date === undefined ? undefined : `${date.said}: ${answerOf(date.reading)}`;
}

describe('the date inside a question', () => {
  it.each([
    ['what happens in June 2022 with wg1?', 'June 2022: 2022-06'],
    ['what happens in May?', 'May: 2023-05'],
    ['what happens in may', 'may: 2023-05'],
    ['what happens in 2022?', '2022: 2022'],
    ['what happened since last month in wg2', 'since last month: 2022-05-01/..'],
    ['is there anything next week?', 'next week: 2022-06-20/2022-06-26'],
    ['what is due by the end of Q3?', 'by the end of Q3: ../2022-09-30'],
    ['between March and June 2022, what happens?', 'between March and June 2022: 2022-03/2022-06'],
    ['we may meet on Friday 17 June at 10:00', 'Friday 17 June at 10:00: 2022-06-17'],
    ['meeting on 03/04/2022 please', '03/04/2022: 2022-04-03'],
    ['who joined on the 15th?', '15th: 2022-06-15'],
    ['Finalise text (Feb-May 2022), then publish', 'Feb-May 2022: 2022-02/2022-05'],
    ['June 2022 Progress report to the MAG', 'June 2022: 2022-06'],
    ['in the second half of 2022 what is planned', 'second half of 2022: 2022-41'],
    ['que se passe-t-il en juin 2022 ?', 'juin 2022: 2022-06'],
    ['que s’est-il passé en juin 2022', 'juin 2022: 2022-06'],
    ['what is next in June 2022', 'June 2022: 2022-06'],
    ['what comes next on 5 June 2022', '5 June 2022: 2022-06-05'],
    ['what was last in June 2022', 'June 2022: 2022-06'],
    ['was there one during June 2022?', 'June 2022: 2022-06'],
    ['what is next after June 2022', 'after June 2022: 2022-07-01/..'],
    ['what is starting on 5 June 2022', 'starting on 5 June 2022: 2022-06-05/..'],
    ['what does group 2 do in March', 'March: 2023-03'],
    ['who joined on the 15th in March', '15th in March: 2023-03-15'],
    ['next June', 'next June: 2023-06'],
    ['this past June', 'past June: 2021-06'],
  ])('%j', (text, expected) => {
    expect(found(text, context)).toBe(expected);
  });

  it.each([
    ['que se passe-t-il en juin 2022 avec wg1 ?', 'juin 2022: 2022-06'],
    ['quoi de neuf depuis mars', 'depuis mars: 2022-03-01/..'],
    ['que se passe-t-il la semaine prochaine ?', 'semaine prochaine: 2022-06-20/2022-06-26'],
    ["qu'est-ce qui est prévu d'ici la fin de l'année ?", "d'ici la fin de l'année: ../2022-12-31"],
    ['quoi aujourd’hui ?', 'aujourd’hui: 2022-06-15'],
    ['que fait-on le 15 ?', 'le 15: 2022-06-15'],
    ['what happens in June 2022', 'June 2022: 2022-06'],
    ['que s’est-il passé en juin 2022', 'juin 2022: 2022-06'],
    ["que s'est-il passé en 2022 ?", '2022: 2022'],
    ["que s'est-il passé fin 2022 ?", 'fin 2022: 2022-09/2022-12'],
    ["que s'est-il réellement passé entre mars et juin 2022", 'entre mars et juin 2022: 2022-03/2022-06'],
    ["ce qui s'est passé hier", 'hier: 2022-06-14'],
    ["ce qui s'est passé le mois passé", 'mois passé: 2022-05'],
    ["quelle réunion s'est tenue le mois passé", 'mois passé: 2022-05'],
    ["qu'est-ce qui s'est passé après juin 2022", 'après juin 2022: 2022-07-01/..'],
    ['quel jalon est passé en juin 2022', 'juin 2022: 2022-06'],
    ['passé le 5 juin 2022', 'passé le 5 juin 2022: 2022-06-06/..'],
    ['que reste-t-il passé juin 2022 ?', 'passé juin 2022: 2022-07-01/..'],
    ['quoi de neuf en décembre', 'décembre: 2022-12'],
    ['quoi de neuf en juin 2022', 'juin 2022: 2022-06'],
    ['quoi de neuf cette semaine ?', 'cette semaine: 2022-06-13/2022-06-19'],
    ['y a-t-il du neuf depuis mars', 'depuis mars: 2022-03-01/..'],
    ['réunion du neuf au douze juin', 'neuf au douze juin: 2023-06-09/2023-06-12'],
    ['que fait le groupe 2 en mars', 'mars: 2023-03'],
    ['que se passe-t-il en sept-oct 2022', 'sept-oct 2022: 2022-09/2022-10'],
    ['le prochain en juin 2022', 'juin 2022: 2022-06'],
    ['jeudi prochain en huit', 'jeudi prochain en huit: 2022-06-23'],
    ['au plus tard en juin', 'au plus tard en juin: ../2022-06-30'],
  ])('%j in French', (text, expected) => {
    expect(found(text, inFrench)).toBe(expected);
  });
});

describe('words that only look like one', () => {
  it.each([
    'what may happen',
    'who will march with us',
    'to March',
    'the second group',
    'the 3rd group please',
    'on the 2nd group',
    'one second',
    'show m3',
    'show m3 and 12',
    'next milestone',
    'last update',
    '24/7 support',
    '3/4 of the groups',
    'version 1.2',
    'wg1 T3',
    'S1 wins',
    'in the first half of the meeting',
    'I have one day',
    'what is happening now',
    'sun',
    'TBD',
    '',
  ])('%j', (text) => {
    expect(found(text, context)).toBeUndefined();
  });

  it.each([
    'les mars',
    'le 2 groupes',
    'sept groupes',
    'groupe T3',
    'un mois',
    'jeu concours',
    'l’ordre du jour',
    'la fin de la réunion',
    'quand vient le second jalon ?',
  ])('%j in French', (text) => {
    expect(found(text, inFrench)).toBeUndefined();
  });
});

describe('whatever is asked', () => {
  it('is a part of it, and never a throw', () => {
    const words = fc.constantFrom('what', 'in', 'June', '2022', 'may', 'the', 'of', 'le', 'semaine', 'next', '15', '\ud800', '\u0000', '?', '«', '  ');
    const asked = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(words, { maxLength: 20 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(asked, fc.constantFrom(context, inFrench), (text, reader) => {
        const date = findDate(text, reader);
        if (date === undefined) return;
        expect(text).toContain(date.said);
        expect(date.reading.kind).not.toBe('unreadable');
      }),
      { numRuns: 150 },
    );
  });

  it.each(['a ', 'June or ', 'next week in ', 'mai juin ', '\u0000', 'x'])(
    '%j ten thousand times over is gone through before the test runs out of time',
    (piece) => {
      expect(() => findDate(piece.repeat(10_000), context)).not.toThrow();
    },
  );
});
