import { describe, expect, it, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { languages } from '../../src/core/member.ts';
import type { Problem } from '../../src/core/problem.ts';
import { count, sayInstant } from '../../src/text/say.ts';
import { sayProblem, type Words, wordsFor } from '../../src/text/words.ts';

/** One text, with where it stands: `milestone/fields/when`. What is made by a function is made from sample facts. */
type Leaf = { readonly path: string; readonly kind: 'text' | 'function'; readonly said: string };

/** What a refusal may be said with; `fact-…` and 4711 are looked for in what is said. */
const refusals: readonly Problem[] = [
  { code: 'question-unanswered', params: { said: 'fact-said' } },
  { code: 'unknown-command', params: { said: 'fact-said' } },
  { code: 'unknown-command', params: { said: 'fact-said', nearest: { command: 'timeline', options: {} } } },
  { code: 'unclosed-quote', params: { usage: 'fact-usage' } },
  { code: 'too-long', params: { field: 'fact-field', limit: 4711 } },
  { code: 'option-missing', params: { command: 'fact-command', option: 'fact-option' } },
  { code: 'option-invalid', params: { command: 'fact-command', usage: 'fact-usage' } },
  { code: 'too-many-words', params: { command: 'fact-command', usage: 'fact-usage' } },
  { code: 'value-unknown', params: { said: 'fact-said', choices: 'fact-choices' } },
  { code: 'milestone-open', params: { id: 'fact-id' } },
  { code: 'milestone-waits', params: { id: 'fact-id' } },
  { code: 'no-milestone-for', params: { command: 'milestone done' } },
  { code: 'no-milestone-for', params: { command: 'milestone accept' } },
  { code: 'no-topic', params: {} },
  { code: 'nothing-proposed', params: {} },
  { code: 'no-proposal-for', params: { command: 'review' } },
  { code: 'no-proposal-for', params: { command: 'withdraw' } },
  { code: 'no-group-for', params: { command: 'group pause' } },
  { code: 'no-group-for', params: { command: 'leave' } },
  { code: 'group-chaired', params: { id: 'fact-id' } },
  { code: 'chair-not-offered', params: { id: 'fact-id' } },
  { code: 'chairs-already', params: { id: 'fact-id' } },
  { code: 'person-chairs', params: { id: 'fact-id' } },
  { code: 'person-outside', params: {} },
  { code: 'person-unrelated', params: { id: 'fact-id' } },
  { code: 'person-not-in-group', params: { id: 'fact-id' } },
  { code: 'account-unknown', params: { said: '' } },
  { code: 'not-appointed', params: { said: 'fact-said' } },
  { code: 'field-missing', params: { field: 'fact-field' } },
  { code: 'field-invalid', params: { field: 'fact-field' } },
  { code: 'date-unreadable', params: { said: 'fact-said' } },
  { code: 'date-unreadable', params: { said: 'fact-said', understood: 'fact-understood' } },
  { code: 'date-open-ended', params: { said: 'fact-said', missing: 'end' } },
  { code: 'date-open-ended', params: { said: 'fact-said', missing: 'beginning', likely: 'fact-likely' } },
  { code: 'day-ahead', params: { said: 'fact-said' } },
  { code: 'confirms-nothing', params: { id: 'fact-id' } },
  { code: 'milestone-unknown', params: { said: 'fact-said' } },
  { code: 'milestone-changed', params: { id: 'fact-id' } },
  { code: 'milestone-settled', params: { id: 'fact-id', state: 'done' } },
  { code: 'milestone-settled', params: { id: 'fact-id', state: 'cancelled' } },
  { code: 'depends-on-itself', params: { id: 'fact-id' } },
  { code: 'depends-in-circle', params: { circle: ['fact-1', 'fact-2', 'fact-1'] } },
  { code: 'nothing-changed', params: { id: 'fact-id' } },
  { code: 'asks-nobody', params: { id: 'fact-id' } },
  { code: 'proposal-decided', params: { id: 'fact-id', state: 'accepted' } },
  { code: 'proposal-decided', params: { id: 'fact-id', state: 'declined' } },
  { code: 'proposal-decided', params: { id: 'fact-id', state: 'ended' } },
  { code: 'own-proposal', params: { id: 'fact-id' } },
  { code: 'sole-coordinator', params: {} },
  { code: 'topic-unknown', params: { said: 'fact-said' } },
  { code: 'topic-changed', params: { id: 'fact-id' } },
  { code: 'topic-adopted', params: { id: 'fact-id', group: 'fact-group', name: 'fact-name' } },
  { code: 'topic-retired', params: { id: 'fact-id' } },
  { code: 'topic-over', params: { id: 'fact-id', topic: 'fact-topic', group: 'fact-group', name: 'fact-name' } },
  { code: 'topic-over', params: { id: 'fact-id', topic: 'fact-topic', group: '', name: '' } },
  { code: 'proposal-unknown', params: { said: 'fact-said' } },
  { code: 'proposal-changed', params: { id: 'fact-id' } },
  { code: 'proposal-reworded', params: { id: 'fact-id' } },
  { code: 'proposal-stands', params: { id: 'fact-id', state: 'established' } },
  { code: 'typed-too-late', params: { id: 'fact-id' } },
  { code: 'proposer-gone', params: { id: 'fact-id' } },
  { code: 'proposers-only', params: { id: 'fact-id' } },
  { code: 'milestone-undated', params: {} },
  { code: 'chair-not-asked', params: { id: 'fact-id' } },
  { code: 'chair-asked', params: { id: 'fact-id' } },
  { code: 'group-unknown', params: { said: 'fact-said' } },
  { code: 'group-changed', params: { id: 'fact-id' } },
  { code: 'group-stands', params: { id: 'fact-id', state: 'concluded' } },
  { code: 'leads-only', params: { id: 'fact-id' } },
  { code: 'chairs-only', params: { id: 'fact-id' } },
  { code: 'chairs-or-coordinators', params: { id: 'fact-id' } },
  { code: 'speaks-already', params: { id: 'fact-id' } },
  { code: 'not-in-group', params: { id: 'fact-id' } },
  { code: 'sole-chair', params: { id: 'fact-id' } },
  { code: 'join-not-asked', params: { id: 'fact-id' } },
  { code: 'role-by-chair', params: { id: 'fact-id' } },
  { code: 'no-group', params: {} },
  { code: 'week-ahead', params: {} },
  { code: 'week-unreadable', params: { said: 'fact-said' } },
  { code: 'update-empty', params: {} },
  { code: 'update-unknown', params: { said: 'fact-said' } },
  { code: 'update-stands', params: { id: 'fact-id', group: 'fact-group', week: 'fact-week' } },
  { code: 'zone-unknown', params: { said: 'fact-said' } },
  { code: 'absence-unreadable', params: { said: 'fact-said' } },
  { code: 'absence-over', params: { said: 'fact-said' } },
  { code: 'channel-needed', params: {} },
  { code: 'message-unknown', params: {} },
  { code: 'channel-off', params: {} },
  { code: 'language-unknown', params: { said: 'fact-said' } },
  { code: 'coordinators-only', params: {} },
  { code: 'appoints-own', params: {} },
  { code: 'coordinates-elsewhere', params: {} },
  { code: 'visitor', params: {} },
  { code: 'space-not-accepted', params: {} },
  { code: 'space-unclear', params: {} },
  { code: 'space-needed', params: {} },
  { code: 'space-unknown', params: { said: 'fact-said' } },
  { code: 'platform-admins-only', params: {} },
  { code: 'account-unknown', params: { said: 'fact-said' } },
  { code: 'link-wrong', params: {} },
  { code: 'link-paused', params: {} },
  { code: 'link-own', params: {} },
  { code: 'link-nothing', params: {} },
  { code: 'link-over', params: {} },
  { code: 'link-none', params: {} },
  { code: 'last-coordinator', params: {} },
  { code: 'old-button', params: {} },
  { code: 'slow-just-now', params: {} },
  { code: 'not-confirmed', params: {} },
  { code: 'may-be-done', params: { reference: 'fact-reference' } },
  { code: 'unavailable', params: { reference: 'fact-reference' } },
  { code: 'unexpected', params: { reference: 'fact-reference' } },
];

/** What the functions take that take more than texts. */
const samples: Readonly<Record<string, readonly unknown[]>> = {
  ...Object.fromEntries(['add', 'change', 'confirm', 'done', 'cancel', 'reopen'].map((act) => [`milestone/titles/${act}`, ['m999']])),
  'milestone/cancel': ['m999'],
  list: [['fact-1', 'fact-2']],
  'surface/leftOut': [4711],
  'outlook/monthOf': [4711, 4712],
  'outlook/inDays': [47],
  'outlook/earliestInDays': [47],
  'outlook/andMore': [47, true],
  'outlook/outcomesMissing': [47, true],
  'timeline/shown': [47, 4711, 4712],
  'digest/more': [4711],
  'milestoneProposal/more': [4711],
  'topic/counts': [4711, 4712],
  'proposal/volunteers': [4711],
  'group/members': [4711],
  'group/schedule': ['monthly', 'fact-1', 'fact-2', 'fact-3'],
  'personal/times': [4711],
  ...Object.fromEntries(
    ['alumni', 'waiting', 'check/chairAsked', 'counted/editor', 'counted/member', 'counted/observer'].map((name) => [`membership/${name}`, [4711]]),
  ),
  'status/oldest': [47],
  'status/more': [47],
  'timeline/drawingIs': [['fact-1', 'fact-2']],
};

function sampleFor(path: string, parameters: number): readonly unknown[] {
  if (path.startsWith('problems/')) return [refusals.find(({ code }) => path === `problems/${code}`)?.params];
  return samples[path] ?? Array.from({ length: parameters }, (_, index) => `fact-${index}`);
}

function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'string') return [{ path, kind: 'text', said: value }];
  if (typeof value === 'function') return [{ path, kind: 'function', said: String(Reflect.apply(value, undefined, sampleFor(path, value.length))) }];
  return Object.entries(value ?? {}).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}/${name}`));
}

const said: Readonly<Record<string, readonly Leaf[]>> = { en: leaves(wordsFor('en')), fr: leaves(wordsFor('fr')) };

function leavesOf(language: string): readonly Leaf[] {
  return said[language] ?? [];
}

function shape(language: string): readonly string[] {
  return leavesOf(language)
    .map(({ path, kind }) => `${path}: ${kind}`)
    .toSorted();
}

/** The sample facts that a text names, without the separators that numbers get. */
function factsIn(text: string): readonly string[] {
  return [...new Set(text.replace(/(?<=\d)[,\s](?=\d)/g, '').match(/fact-\w+|47(?:1[12])?/g))].toSorted();
}

/** What may read the same in both languages, and why. */
const shared: readonly (readonly [where: RegExp, why: string, rest?: RegExp])[] = [
  [/^languageNames\//, 'each language is named in itself, so that its speakers find it'],
  [/^start\/server$/, 'it is the name of a program'],
  [/^commands\/[^/]+\/usage$/, 'a command is typed alike in both languages; only its placeholders differ'],
  [
    /^commands\/[^/]+\/examples\/\d+$/,
    'the same, where no words follow the command',
    /^((m|u|wg|t|p)\d+( (join|write|establish|observer|asked))?|off|\d{4}(-W\d\d)?|[A-Z0-9]{4}-[A-Z0-9]{4}|fr|timeline|never|back|Europe\/Paris|[a-z]+:[\w:]+|)$/,
  ],
  [/^help\/nearest$/, 'a command as it is typed'],
  [/^notices\/about$/, 'a fact and another in brackets, without a word'],
  [/^milestone\/fields\/source$/, 'the French word is “Source”'],
  [/^exported\/names\/(version|when|source)$/, 'the French words are “version”, “date” and “source”'],
];

/** `rest` is what may follow the command in an example. */
function mayBeShared({ path, said: text }: Leaf): boolean {
  const rest = text.slice(path.split('/')[1]?.length).trim();
  return shared.some(([where, , allowed]) => where.test(path) && (allowed?.test(rest) ?? true));
}

describe('both languages', () => {
  it('have the same keys at every depth, and functions where the other has them', () => {
    expect(shape('fr')).toEqual(shape('en'));
  });

  it('say nothing in the same words, but for what is named here', () => {
    const english = new Map(leavesOf('en').map(({ path, said: text }) => [path, text]));
    const same = leavesOf('fr').filter(({ path, said: text }) => english.get(path) === text);
    expect(same.filter((leaf) => !mayBeShared(leaf))).toEqual([]);
    expect(shared.filter(([where]) => !same.some(({ path }) => where.test(path)))).toEqual([]);
  });

  it('name the same facts', () => {
    const named = (language: string) => Object.fromEntries(leavesOf(language).map(({ path, said: text }) => [path, factsIn(text)]));
    expect(named('fr')).toEqual(named('en'));
  });

  it('leave no fact of a function unsaid', () => {
    const given = (path: string) => factsIn(JSON.stringify(sampleFor(path, 0)));
    const unsaid = leavesOf('fr').filter(({ path, said: text }) => given(path).some((fact) => !factsIn(text).includes(fact)));
    expect(unsaid).toEqual([]);
  });
});

/** How long a text may be, by what shows it. `plus` is what a card adds to it. */
const limits: readonly { readonly what: string; readonly where: RegExp; readonly most: number; readonly plus?: string }[] = [
  { what: 'what a platform lists of a command', where: /^(commands\/[^/]+\/(summary|options\/.+)|help\/title)$/, most: 100 },
  { what: 'the title of a form about a milestone', where: /^milestone\/titles\//, most: 24 },
  { what: 'the title of another form', where: /^here\/(appoint|dismiss)Title$/, most: 24 },
  { what: 'what sends or closes a form', where: /^((milestone|proposal)\/submits\/.+|here\/(appoint|dismiss)Submit|surface\/cancel)$/, most: 24 },
  { what: 'the label of a field', where: /^(milestone\/fields\/(?!.*Hint$).+|here\/person)$/, most: 45 },
  { what: 'a hint', where: /Hint$/, most: 100 },
  {
    what: 'a button',
    where:
      /^(surface\/(cancel|tryAgain|share|choose|reopen)|timeline\/(earlier|later|whole)|milestone\/(add|change|confirm|done|cancel|reopen|otherReading)|home\/(next|timeline|me|accept)|help\/(all|nearest)|here\/appoint|check\/again|languageNames\/.+)$/,
    most: 30,
  },
  { what: 'a button that names a milestone', where: /^milestone\/show$/, most: 30, plus: ' m999' },
  { what: 'the placeholder of a menu', where: /^(surface\/choose|milestone\/(pick|search|whichOne)|me\/pickLanguage)$/, most: 75 },
  { what: 'what the manifest of an app holds', where: /^page\/lead$/, most: 140 },
];

describe.each(languages)('in %s', (language) => {
  const words = wordsFor(language);

  it.each(limits)('$what has at most $most characters', ({ where, most, plus = '' }) => {
    const found = leavesOf(language).filter(({ path }) => where.test(path));
    expect(found).not.toEqual([]);
    expect(found.filter(({ said: text }) => `${text}${plus}`.length > most)).toEqual([]);
  });

  it('says every text, and says it whole', () => {
    expect(leavesOf(language).filter(({ said: text }) => text.trim() === '' || /undefined|null|NaN|\[object/.test(text))).toEqual([]);
  });

  it.each(refusals)('says $code', (problem) => {
    const text = sayProblem(words, problem);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    // One readable paragraph: it stands under a field, too.
    expect(text.length).toBeLessThan(300);
  });

  it('says of a reason that everybody can read that it is public', () => {
    const hints = [words.proposal.reasonHint, words.topic.whyHint, words.milestone.fields.whyHint, words.milestoneProposal.whyHint];
    for (const hint of hints) expect(hint).toMatch(/^Public/);
  });

  it('is asked for every refusal here', () => {
    expect([...new Set(refusals.map(({ code }) => code))].toSorted()).toEqual(Object.keys(words.problems).toSorted());
  });

  it('tells nobody to type what Discord does not take: a question alone, or a command that is not listed', () => {
    const texts = [
      ...leavesOf(language).filter(({ path }) => path !== 'help/nearest'),
      ...refusals.map((problem) => ({ said: sayProblem(words, problem) })),
      ...commands.filter(({ listed }) => listed).flatMap(({ name }) => words.commands[name].examples.map((one) => ({ said: `/is3c ${one}` }))),
    ];
    const lines = texts.flatMap(({ said: text }) => [...text.matchAll(/\/is3c ([\p{Ll}-]+)(?: (\p{Ll}+))?/gu)]).filter(([line]) => !line.includes('fact-'));
    const isListed = (name: string): boolean | undefined => commands.find((one) => name === one.name || name === `${one.name} show`)?.listed;
    const isTyped = ([, first = '', second]: RegExpExecArray): boolean => isListed(`${first} ${second}`) ?? isListed(first) === true;
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => !isTyped(line)).map(([line]) => line)).toEqual([]);
  });

  it('repeats in a refusal what was said and what was understood', () => {
    const text = sayProblem(words, { code: 'date-unreadable', params: { said: 'fact-said', understood: 'fact-understood' } });
    expect(factsIn(text)).toEqual(['fact-said', 'fact-understood']);
  });
});

describe('French typography', () => {
  /** Signs of the drawing, not of the language. */
  const texts = [...leavesOf('fr'), ...refusals.map((problem): Leaf => ({ path: problem.code, kind: 'function', said: sayProblem(wordsFor('fr'), problem) }))]
    .filter(({ path }) => path !== 'timeline/legend')
    .map((leaf) => ({ ...leaf, said: leaf.said.replace(/\b(slack|discord|terminal):[\w:]+/g, 'account') }));
  const faulty = (fault: RegExp) => texts.filter(({ said: text }) => fault.test(text));

  test.each([
    ['a space that breaks, or none, before : ; ? ! »', /(?<!\u00A0)[:;?!»]/],
    ['a space that breaks, or none, after «', /«(?!\u00A0)/],
    ['a space that never breaks where none belongs', /\u00A0(?![:;?!»])(?<!«\u00A0)/],
    ['a straight apostrophe', /\p{L}'/u],
    ['the quotation marks of another language', /[“”„]/],
    ['three dots, or a space before …', /\.\.\.| …/],
    ['a first day without its ordinal', /(?<!\d)1 (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/],
    ['a familiar address', /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu],
  ])('holds nowhere %s', (_, fault) => {
    expect(faulty(fault)).toEqual([]);
  });
});

describe('French grammar', () => {
  const { update, proposal, milestone, topic, group } = wordsFor('fr');

  it('gives a week its article, also in a refusal', () => {
    const week = update.weekOf('49', '2026', '30 novembre - 6 décembre');
    expect(sayProblem(wordsFor('fr'), { code: 'update-stands', params: { id: 'u1', group: 'A', week } })).toContain('pour la semaine 49');
  });

  it('offers help with a verb that stands alone', () => {
    expect(proposal.offered('p1', proposal.helps.research)).toBe('Enregistré pour p1\u00A0: vous offrez de faire des recherches');
  });

  it('elides before a vowel', () => {
    expect(proposal.offered('p1', proposal.helps.observe)).toBe('Enregistré pour p1\u00A0: vous offrez d’observer');
  });

  it('says in one way that something is recorded', () => {
    const titles = [update.recorded('u1'), milestone.recorded('m1'), milestone.added('m1'), topic.recorded['topic added']('t1'), group.recorded('wg1', 'clos')];
    expect(titles.filter((title) => !title.startsWith('Enregistré\u00A0: '))).toEqual([]);
  });
});

describe('a count', () => {
  const days = { one: (n: string) => `${n} jour`, other: (n: string) => `${n} jours` };

  test.each([
    [0, '0 jour'],
    [1, '1 jour'],
    [1.5, '1,5 jour'],
    [2, '2 jours'],
    [1234, '1\u202F234 jours'],
  ])('of %d is French', (number, expected) => {
    expect(count('fr', number, days)).toBe(expected);
  });

  test.each([
    [0, '0 days'],
    [1, '1 day'],
    [-1, '-1 days'],
    [1.5, '1.5 days'],
    [1234, '1,234 days'],
  ])('of %d is English', (number, expected) => {
    expect(count('en-GB', number, { one: '1 day', other: (n) => `${n} days` })).toBe(expected);
  });

  const counted: readonly (readonly [string, (words: Words) => (number: number) => string, RegExp])[] = [
    ['days', ({ outlook }) => outlook.inDays, /^dans [02] jour(s?)$/],
    ['what is left out', ({ surface }) => surface.leftOut, /^[02] autre(s?) /],
    [
      'what comes on top',
      ({ outlook }) =>
        (number) =>
          outlook.andMore(number, false),
      /^[02] autre(s?)$/,
    ],
    [
      'missing outcomes',
      ({ outlook }) =>
        (number) =>
          outlook.outcomesMissing(number, false),
      /^[02] résultat(s?) /,
    ],
  ];

  test.each(counted)('of %s has the singular for 0 and the plural for 2 in French', (_, say, form) => {
    const saying = say(wordsFor('fr'));
    expect([saying(0), saying(2)].map((text) => form.exec(text)?.[1])).toEqual(['', 's']);
  });
});

test('an instant says the first day of a month as each language does', () => {
  const first = new Date('2022-03-01T12:00:00Z');
  expect(sayInstant('fr', first, 'UTC')).toMatch(/^1er mars 2022 .*12:00.UTC$/);
  expect(sayInstant('en-GB', first, 'UTC')).toMatch(/^1 March 2022 .*12:00.UTC$/);
  expect(sayInstant('fr', new Date('2022-03-11T01:01:00Z'), 'UTC')).toMatch(/^11 mars 2022 .*01:01.UTC$/);
});
