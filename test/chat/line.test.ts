import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { nearestLine, readLine } from '../../src/chat/line.ts';

function read(line: string): string {
  const { command, options } = readLine(commands, line);
  const said = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  return [command, ...said].join(' | ');
}

describe('a typed line', () => {
  it.each([
    ['', 'home'],
    ['   ', 'home'],
    ['?', 'help'],
    ['help', 'help'],
    ['HELP Timeline', 'help | question=Timeline'],
    ['next-milestone', 'next-milestone'],
    ['Next-Milestone', 'next-milestone'],
    ['next', 'next-milestone'],
    ['next-milestone as of 2022-03-15', 'next-milestone | as-of=2022-03-15'],
    ['next-milestone As Of March 2022', 'next-milestone | as-of=March 2022'],
    ['next-milestone as-of:2022-03-15', 'next-milestone | as-of=2022-03-15'],
    ['next-milestone as of “March 2022”', 'next-milestone | as-of=March 2022'],
    ['next-milestone 15 March 2022', 'next-milestone | as-of=15 March 2022'],
    ['handover wg1 discord:123', 'handover | group=wg1 | person=discord:123'],
    ['handover Security by design slack:T1:U2', 'handover | group=Security by design | person=slack:T1:U2'],
    ['handover wg1 dora', 'handover | group=wg1 | person=dora'],
    ['handover wg1', 'handover | group=wg1'],
    ['handover wg1 @bob', 'handover | group=wg1 | person=@bob'],
    ['me show', 'me'],
    ['here show', 'here'],
    ['me m3', 'me | problem=too-many-words | line=me m3'],
    ['timeline', 'timeline'],
    ['timeline between March and June 2022', 'timeline | period=between March and June 2022'],
    ['timeline 2022 as of 2022-03-15', 'timeline | period=2022 | as-of=2022-03-15'],
    ['next-milestone au 15 mars 2022', 'next-milestone | as-of=15 mars 2022'],
    ['next-milestone au « 15 mars 2022 »', 'next-milestone | as-of= 15 mars 2022 '],
    ['next-milestone au 15/03/2022', 'next-milestone | as-of=15/03/2022'],
    ['timeline au 15 mars 2022', 'timeline | as-of=15 mars 2022'],
    ['milestone show m3 au 15 mars 2022', 'milestone show | milestone=m3 | as-of=15 mars 2022'],
    ['timeline 2022 en date du 15 mars 2022', 'timeline | period=2022 | as-of=15 mars 2022'],
    ['timeline du 6 au 10 décembre 2021', 'timeline | period=du 6 au 10 décembre 2021'],
    ['timeline du 1er mars au 15 juin 2022', 'timeline | period=du 1er mars au 15 juin 2022'],
    ['timeline de juin au 15 décembre 2022', 'timeline | period=de juin au 15 décembre 2022'],
    ['timeline au mois de juin 2022', 'timeline | period=au mois de juin 2022'],
    ['timeline au 1er trimestre 2022', 'timeline | period=au 1er trimestre 2022'],
    ['help que se passe-t-il du 1er au 15 juin 2022', 'help | question=que se passe-t-il du 1er au 15 juin 2022'],
    ['timeline period:2022', 'timeline | period=2022'],
    ['timeline March to June 2022 as of 2022-03-15', 'timeline | period=March to June 2022 | as-of=2022-03-15'],
    ['milestones', 'timeline'],
    ['aide', 'help'],
    ['volontaire p2', 'volunteer | proposal=p2'],
    ['retirer p2', 'withdraw | proposal=p2'],
    ['confidentialité', 'me privacy'],
    ['export', 'me export'],
    ['chronologie 2022', 'timeline | period=2022'],
    ['jalons', 'timeline'],
    ['prochain jalon', 'next-milestone'],
    ['prochain jalon ?', 'next-milestone'],
    ['prochain', 'next-milestone'],
    ['prochain mois', 'help | question=prochain mois'],
    ['jalon m3', 'milestone show | milestone=m3'],
    ['sujets', 'topics'],
    ['sujet t2', 'topic | topic=t2'],
    ['Groupe wg1', 'group | group=wg1'],
    ['groupes', 'groups'],
    ['rejoindre wg1', 'join | group=wg1'],
    ['quitter wg1', 'leave | group=wg1'],
    ['moi', 'me'],
    ['accueil', 'home'],
    ['proposer t2', 'propose | topic=t2'],
    ['propositions', 'proposals'],
    ['proposition p1', 'proposal | proposal=p1'],
    ['milestone', 'milestone show'],
    ['milestone m3', 'milestone show | milestone=m3'],
    ['milestone shwo m3', 'help | question=milestone shwo m3'],
    ['me langage fr', 'help | question=me langage fr'],
    ['update noting to say', 'update | group=noting | text=to say'],
    ['milestone show m3', 'milestone show | milestone=m3'],
    ['milestone   SHOW   m3', 'milestone show | milestone=m3'],
    ['milestone confirm m3 23 February 2022', 'milestone confirm | milestone=m3 | when=23 February 2022'],
    ['milestone add "Q3 2023" "Second report published"', 'milestone add | when=Q3 2023 | text=Second report published'],
    ['milestone add „Q3 2023“ «Second report»', 'milestone add | when=Q3 2023 | text=Second report'],
    ['milestone show "m3', 'milestone show | problem=unclosed-quote | line=milestone show "m3'],
    ['me lang fr', 'help | question=me lang fr'],
    ['me', 'me'],
    ['me language fr', 'me language | language=fr'],
    ['language fr', 'me language | language=fr'],
    ['what happens in June 2022', 'help | question=what happens in June 2022'],
    ['what about the "second" phase', 'help | question=what about the "second" phase'],
    ['what happens in June as of March 2022', 'help | question=what happens in June | as-of=March 2022'],
    ['que se passe-t-il en juin en date du 15 mars 2022', 'help | question=que se passe-t-il en juin | as-of=15 mars 2022'],
    ['as of March 2022', 'help | question=as of March 2022'],
    ['nxt-milestone as of March 2022', 'help | question=nxt-milestone as of March 2022'],
    ['next?', 'next-milestone'],
    ['next milestone ??', 'next-milestone'],
    ['me language?', 'me language'],
    ['update wg1 Is it done?', 'update | group=wg1 | text=Is it done?'],
    ['nxt-milestone', 'help | question=nxt-milestone'],
    ['ｎｅｘｔ', 'next-milestone'],
    ['next\u0000-milestone', 'help | question=next -milestone'],
    ['next week', 'help | question=next week'],
    ['next Tuesday', 'help | question=next Tuesday'],
    ['Next milestone in June', 'help | question=Next milestone in June'],
    ['next March 2022', 'next-milestone | as-of=March 2022'],
    ['next as of March', 'next-milestone | as-of=March'],
    ['next as-of:March', 'next-milestone | as-of=March'],
    ['next au 15 mars', 'next-milestone | as-of=15 mars'],
    ['next-milestone March', 'next-milestone | as-of=March'],
    ['here appoint slack:T123:U456', 'here appoint | person=slack:T123:U456'],
  ])('%j is read as %s', (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  it.each([
    ['nxt-milestone', 'next-milestone'],
    ['nxt milestone', 'next-milestone'],
    ['nxt-milestone as of 2022-03-15', 'next-milestone | as-of=2022-03-15'],
    ['milestone shwo m3', 'milestone show | milestone=m3'],
    ['jion wg1', 'join | group=wg1'],
    ['me langage fr', 'me language | language=fr'],
    ['me lang fr', 'me language | language=fr'],
    ['group puase wg1', 'group pause | group=wg1'],
    [`timelin ${'long '.repeat(20)}`, 'timeline'],
  ])('%j, which is no command, may have meant %s', (line, expected) => {
    const { command, options } = nearestLine(commands, line) ?? { command: 'nothing', options: {} };
    expect([command, ...Object.entries(options).map(([name, value]) => `${name}=${value}`)].join(' | ')).toBe(expected);
  });

  it('that is near to nothing may have meant nothing', () => {
    for (const line of ['good morning everybody', 'le prochain jalon', 'is', 'le']) expect(nearestLine(commands, line)).toBeUndefined();
  });

  it('is always read, whatever it holds, and never makes an option that its command does not have', () => {
    const word = fc.constantFrom(
      'next',
      'milestone',
      'show',
      'add',
      'as',
      'of',
      '"',
      '“',
      'm3',
      '\u202e',
      '\u0000',
      '<!channel>',
      '@everyone',
      '\ud800',
      'period:',
      ':',
      '2022',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 3_000 }),
          fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
        ),
        (line) => {
          const { command, options } = readLine(commands, line);
          const known = commands.find(({ name }) => name === command);
          return known !== undefined && Object.keys(options).every((option) => option === 'problem' || option === 'line' || option in known.options.shape);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds the week of an update, which is no more than words could say', () => {
    expect(readLine(commands, 'update wg1 week:2026-W47 Read the drafts.')).toEqual({
      command: 'update',
      options: { group: 'wg1', week: '2026-W47', text: 'Read the drafts.' },
    });
  });

  it.each(['me forget sure:yes', 'link ABCD-EFGH sure:yes', 'group dismiss wg1 terminal:alice SURE:yes'])(
    'holds what only buttons carry where it is spelled, and nowhere else: %s',
    (line) => {
      const carried = ({ options }: ReturnType<typeof readLine>) => [options['sure']].filter((value) => value !== undefined);
      expect(carried(readLine(commands, line, 'spelled'))).toHaveLength(1);
      expect(carried(readLine(commands, line))).toEqual([]);
      expect(carried(nearestLine(commands, line.replace('e', 'ee')) ?? readLine(commands, line))).toEqual([]);
    },
  );

  it('is read in no time when it is far too long', () => {
    expect(read(`timeline ${'x '.repeat(20_000)}`)).toMatch(/^timeline \| period=x x/);
    expect(read('"'.repeat(40_001))).toMatch(/^help \| question=/);
  });
});
