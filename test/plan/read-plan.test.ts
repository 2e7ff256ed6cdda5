import { describe, expect, test } from 'vitest';
import { toEdtf } from '../../src/core/when.ts';
import { sayMistakes } from '../../src/plan/mistake.ts';
import { readPlan, readPlans } from '../../src/plan/read-plan.ts';
import { dated, wrong } from './wrong.ts';

const examples = 'write it like "February-May 2022" or "2022-02/2022-05"';

describe('a date in a plan', () => {
  test.each([
    ['2022-01', '2022-01', undefined],
    ['2022', '2022', undefined],
    ['2022-12-01', '2022-12-01', undefined],
    ['[2022-11, 2022-12]', '[2022-11,2022-12]', undefined],
    ['"[2022-12,2022-11]"', '[2022-11,2022-12]', undefined],
    ['February-May 2022', '2022-02/2022-05', undefined],
    ['February–May 2022', '2022-02/2022-05', undefined],
    ['février-mai 2022', '2022-02/2022-05', undefined],
    ['1er juin 2022', '2022-06-01', undefined],
    ['November/December 2022', '[2022-11,2022-12]', undefined],
    ['13/05/2022', '2022-05-13', undefined],
    ['Q3 2023', '2023-35', undefined],
    ['mid June 2022', '2022-06', 'mid June 2022'],
    ['XXXX', 'XXXX', undefined],
  ])('%s is %s', (said, edtf, wording) => {
    const reading = readPlan(dated(said), { file: 'p.yaml' });
    const milestone = 'plan' in reading ? reading.plan.milestones[0] : undefined;
    expect(milestone && [toEdtf(milestone.when), milestone.wording]).toEqual([edtf, wording]);
  });

  test.each([
    ['2022-13', `"2022-13" is no date that exists, or it ends before it begins; ${examples}`],
    ['2022-02-30', `"2022-02-30" is no date that exists, or it ends before it begins; ${examples}`],
    ['2022-05/2022-02', `"2022-05/2022-02" is no date that exists, or it ends before it begins; ${examples}`],
    ['31 June 2022', `"31 June 2022" cannot be read as a date; ${examples}`],
    ['04/05/2022', '"04/05/2022" can be read in two ways; write 2022-05-04 or 2022-04-05'],
    ['next June', '"next June" means another date on another day; write the year as well'],
    ['June', '"June" means another date on another day; write the year as well'],
    ['tomorrow', '"tomorrow" means another date on another day; write the year as well'],
    ['since April 2022', `"since April 2022" has no end or no beginning, which a milestone needs; ${examples}`],
    ['2022-04/..', `"2022-04/.." has no end or no beginning, which a milestone needs; ${examples}`],
    ['9999-12', '"9999-12" lies in a year that no plan reaches'],
    ['0000', '"0000" lies in a year that no plan reaches'],
    ['soon', `"soon" cannot be read as a date; ${examples}`],
    ['{a: b}', 'should be a text; put it between quotation marks'],
    ['', 'is missing'],
    ['""', 'should not be empty'],
  ])('%s is refused: %s', (said, reason) => {
    expect(wrong(dated(said))).toEqual([`p.yaml, line 4: milestones 1, when: ${reason}.`]);
  });

  test('words of its own replace those that were typed', () => {
    const reading = readPlan(`${dated('mid June 2022')}    wording: when the days are long\n`, { file: 'p.yaml' });
    expect('plan' in reading && reading.plan.milestones[0]?.wording).toBe('when the days are long');
  });
});

describe('what is wrong is said in plain words, with its line', () => {
  test.each([
    ['an empty file', '', ['p.yaml: the file is empty.']],
    ['nothing but a comment', '# later\n', ['p.yaml: the file is empty.']],
    ['a plain text', 'hello', ['p.yaml, line 1: the file should hold keys such as "source:" and "milestones:".']],
    [
      'no entries',
      'source: s\nmilestones: []\n',
      ['p.yaml, line 1: there is nothing to load; a plan has milestones, topics, groups, confirmations, outcomes.'],
    ],
    ['no source', 'topics:\n  - id: t1\n    text: a\n', ['p.yaml, line 1: source: is missing: say who published this plan.']],
    ['a slip in a key', 'milestone:\n  - id: m1\n', ['p.yaml, line 1: milestone: is not known here; did you mean "milestones"?.']],
    [
      'an unknown key',
      'source: s\ngroups:\n  - id: wg1\n    name: a\n    chairperson: b\n',
      ['p.yaml, line 5: groups 1, chairperson: is not known here; known are id, name.'],
    ],
    [
      'a key of the language',
      '__proto__:\n  source: s\n',
      ['p.yaml, line 1: __proto__: is not known here; known are source, milestones, topics, groups, confirmations, outcomes.'],
    ],
    ['another id', 'source: s\ntopics:\n  - id: m1\n    text: a\n', ['p.yaml, line 3: topics 1, id: "m1" is no id; write one such as t1.']],
    ['an id with a leading zero', 'source: s\ntopics:\n  - id: t01\n    text: a\n', ['p.yaml, line 3: topics 1, id: "t01" is no id; write one such as t1.']],
    [
      'a long text',
      `source: s\ntopics:\n  - id: t1\n    text: ${'a'.repeat(2001)}\n`,
      ['p.yaml, line 4: topics 1, text: is 2,001 characters long, and 2,000 is the most.'],
    ],
    ['an entry that is a text', 'source: s\ntopics:\n  - t1\n', ['p.yaml, line 3: topics 1: should hold keys, such as "id:", each on a line of its own.']],
    ['a list that is none', 'source: s\ntopics:\n  id: t1\n', ['p.yaml, line 2: topics: should be a list; begin each entry with "- ".']],
    ['NUL', 'source: "a\\0"\ntopics: [{id: t1, text: a}]\n', ['p.yaml, line 1: source: holds a character that cannot be kept; type it anew.']],
    ['half a character', 'source: "\\uD800"\ntopics: [{id: t1, text: a}]\n', ['p.yaml, line 1: source: holds a character that cannot be kept; type it anew.']],
    [
      'another state',
      'outcomes: [{milestone: m1, state: late, text: a, dated: 2022-13-01}]\n',
      [
        'p.yaml, line 1: outcomes 1, state: should be done or cancelled.',
        'p.yaml, line 1: outcomes 1, dated: should be a day such as 2022-12-01.',
        'p.yaml, line 1: outcomes 1, milestone: there is no milestone m1.',
      ],
    ],
    [
      'ids and dates at once',
      'source: s\nmilestones:\n- {id: m1, when: soon, text: a}\n- {id: m1, when: 2022, text: b}\n- {id: m2, when: 2022, depends-on: m9}\n',
      [
        'p.yaml, line 3: milestones 1, when: "soon" cannot be read as a date; write it like "February-May 2022" or "2022-02/2022-05".',
        'p.yaml, line 4: milestones 2, id: another milestone is m1 already.',
        'p.yaml, line 5: milestones 3, text: is missing.',
        'p.yaml, line 5: milestones 3, depends-on 1: there is no milestone m9.',
      ],
    ],
    [
      'an id that cannot be read may be the one that others name',
      'source: s\nmilestones:\n- {id: one, when: 2022, text: a}\n- {id: m2, when: 2022, text: b, depends-on: m1}\n',
      ['p.yaml, line 3: milestones 1, id: "one" is no id; write one such as m1.'],
    ],
  ])('%s', (_what, text, lines) => {
    expect(wrong(text)).toEqual(lines);
  });

  test('every mistake of a file is found at once, in its order', () => {
    const text = `source: s
milestones:
  - id: m1
    when: 2022-13
    txet: a
  - id: m2
    when: 04/05/2022
    text: a
topics:
  - id: t1
`;
    expect(wrong(text).map((line) => line.replace(/;.*/, ''))).toEqual([
      'p.yaml, line 3: milestones 1, text: is missing.',
      'p.yaml, line 4: milestones 1, when: "2022-13" is no date that exists, or it ends before it begins',
      'p.yaml, line 5: milestones 1, txet: is not known here',
      'p.yaml, line 7: milestones 2, when: "04/05/2022" can be read in two ways',
      'p.yaml, line 10: topics 1, text: is missing.',
    ]);
  });

  test('of many mistakes the first are said and the others counted', () => {
    const text = `source: s\ntopics:\n${'  - id: x\n    text: a\n'.repeat(100)}`;
    expect(wrong(text)).toHaveLength(21);
    expect(wrong(text).at(-1)).toBe('... and 80 more.');
  });
});

describe('what files say together', () => {
  const plan = 'source: s\nmilestones:\n  - {id: m1, when: 2022, text: a}\n  - {id: m2, when: 2023, text: b, depends-on: [m1]}\n';

  test('ids are given once, in one file or in several', () => {
    expect(wrong(`${plan}  - {id: m1, when: 2022, text: a}\n`)).toEqual(['p.yaml, line 5: milestones 3, id: another milestone is m1 already.']);
    const reading = readPlans([
      { file: 'a.yaml', text: plan },
      { file: 'b.yaml', text: 'source: s\nmilestones:\n  - {id: m2, when: 2022, text: a}\ntopics: [{id: t1, text: a}, {id: t1, text: a}]\n' },
    ]);
    expect('mistakes' in reading && sayMistakes(reading.mistakes)).toEqual([
      'b.yaml, line 3: milestones 1, id: another milestone is m2 already.',
      'b.yaml, line 4: topics 2, id: another topic is t1 already.',
    ]);
  });

  test('a record confirms what another file plans, and nothing else', () => {
    const record = { file: 'r.yaml', text: 'confirmations:\n  - {milestone: m1, when: 2022-06-01, source: a}\n' };
    expect(readPlans([record, { file: 'a.yaml', text: plan }])).toMatchObject({ plan: { source: 's', confirmations: [{ milestone: 'm1' }] } });
    expect(readPlans([record])).toEqual({ mistakes: [{ file: 'r.yaml', line: 2, path: 'confirmations 1, milestone', said: 'there is no milestone m1' }] });
    expect(readPlans([record], [{ id: 'm1', dependsOn: [] }])).toMatchObject({ plan: { source: 'r.yaml', milestones: [] } });
  });

  test('nothing is confirmed or settled twice', () => {
    const again = `${plan}confirmations:\n  - {milestone: m1, when: 2022-06-01, source: a}\n  - {milestone: m1, when: 2022-06-02, source: a}\n`;
    expect(wrong(again)).toEqual(['p.yaml, line 7: confirmations 2, milestone: m1 is confirmed twice.']);
    const outcome = '  - {milestone: m1, state: done, text: a, dated: 2022-06-01}\n';
    expect(wrong(`${plan}outcomes:\n${outcome}${outcome}`)).toEqual(['p.yaml, line 7: outcomes 2, milestone: m1 has two outcomes.']);
  });

  test('a milestone depends on one that is there', () => {
    expect(wrong(`${plan}  - {id: m3, when: 2022, text: a, depends-on: "m1, m9"}\n`)).toEqual([
      'p.yaml, line 5: milestones 3, depends-on 2: there is no milestone m9.',
    ]);
    const known = readPlan(`${plan}  - {id: m3, when: 2022, text: a, depends-on: [m9]}\n`, { file: 'p.yaml', known: [{ id: 'm9', dependsOn: [] }] });
    expect('plan' in known && known.plan.milestones[2]?.dependsOn).toEqual(['m9']);
  });

  test('none waits for itself, be it through others or through the record', () => {
    const circle =
      'source: s\nmilestones:\n  - {id: m1, when: 2022, text: a, depends-on: [m3]}\n  - {id: m2, when: 2022, text: a, depends-on: [m1]}\n  - {id: m3, when: 2022, text: a, depends-on: [m2]}\n';
    expect(wrong(circle)).toEqual(['p.yaml, line 3: milestones 1, id: waits for itself: m1 depends on m3 depends on m2 depends on m1.']);
    expect(wrong('source: s\nmilestones:\n  - {id: m1, when: 2022, text: a, depends-on: [m1]}\n')).toEqual([
      'p.yaml, line 3: milestones 1, id: waits for itself: m1 depends on m1.',
    ]);
    const others = [
      '{id: m1, when: 2022, text: a}',
      '{id: m5, when: 2022, text: a, depends-on: [m1, m6]}',
      '{id: m6, when: 2022, text: a, depends-on: [m1, m7]}',
      '{id: m7, when: 2022, text: a, depends-on: [m6]}',
    ];
    expect(wrong(`source: s\nmilestones:\n${others.map((entry) => `  - ${entry}\n`).join('')}`)).toEqual([
      'p.yaml, line 5: milestones 3, id: waits for itself: m6 depends on m7 depends on m6.',
    ]);
    const through = readPlan(plan, { file: 'p.yaml', known: [{ id: 'm1', dependsOn: ['m2'] }] });
    expect('plan' in through).toBe(true);
    const closing = readPlan('source: s\nmilestones:\n  - {id: m2, when: 2022, text: a, depends-on: [m1]}\n', {
      file: 'p.yaml',
      known: [{ id: 'm1', dependsOn: ['m2'] }],
    });
    expect('mistakes' in closing && closing.mistakes[0]?.said).toBe('waits for itself: m1 depends on m2 depends on m1');
  });

  test('a long chain and a wide fan are no circle', () => {
    const entries = Array.from(
      { length: 5000 },
      (_, index) => `  - {id: m${index + 1}, when: 2022, text: a, depends-on: [${index < 2 ? '' : `m${index}, m1`}]}\n`,
    );
    expect(wrong(`source: s\nmilestones:\n${entries.join('')}`)).toEqual([]);
  });

  test('two publishers are two imports', () => {
    const reading = readPlans([
      { file: 'a.yaml', text: plan },
      { file: 'b.yaml', text: 'source: other\ntopics:\n  - {id: t1, text: a}\n' },
    ]);
    expect('mistakes' in reading && sayMistakes(reading.mistakes)).toEqual([
      'b.yaml, line 1: source: is not that of a.yaml; import the two one after the other.',
    ]);
  });
});
