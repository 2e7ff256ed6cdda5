import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { dated, wrong } from './wrong.ts';

describe('hostile files', () => {
  test.each([
    ['an anchor and its alias', 'a: &a [x]\nb: *a\n', 'anchors and aliases'],
    [
      'a bomb of aliases',
      `a: &a [x,x]\n${Array.from('bcdefghi', (name, index) => `${name}: &${name} [*${'abcdefgh'[index]},*${'abcdefgh'[index]}]\n`).join('')}`,
      'anchors and aliases',
    ],
    ['an alias of nothing', 'a: *b\n', 'anchors and aliases'],
    ['an alias of itself', 'a: &a [*a]\n', 'anchors and aliases'],
    ['a tag', 'source: !!js/function x\n', 'tags (!)'],
    ['a known tag', 'source: !!str x\n', 'tags (!)'],
    ['two documents', 'source: a\n---\nsource: b\n', 'more than one document'],
    ['a key twice', 'source: a\nsource: b\n', 'this key stands here twice'],
    ['a list as a key', '? [a]\n: b\n', 'a key should be a plain word'],
    ['a tab', 'source: a\ntopics:\n\t- id: t1\n', 'a tab'],
    ['an open quotation mark', 'source: "a\n', 'is missing'],
    ['a colon in a text', 'source: a: b\n', 'a colon and a space'],
    ['a deep list', `source: ${'['.repeat(20)}${']'.repeat(20)}\n`, 'nested too deeply'],
    ['a very deep list', '['.repeat(20_000), 'nested too deeply'],
    ['more than a megabyte', `source: ${'a'.repeat(1_000_000)}`, 'larger than 1 MB'],
    ['an unknown version', '%YAML 9.9\n---\nsource: a\n', 'cannot be read as YAML'],
  ])('%s', (_what, text, reason) => {
    expect(wrong(text)[0]).toContain(reason);
  });

  test('an older YAML does not turn words into truth values', () => {
    const reading = readPlan('%YAML 1.1\n---\nsource: no\ntopics: [{id: t1, text: on}]\n', { file: 'p.yaml' });
    expect('plan' in reading && [reading.plan.source, reading.plan.topics[0]?.text]).toEqual(['no', 'on']);
  });

  test('nothing of a file steers the terminal', () => {
    const said = wrong('source: s\n"\\e[31mred\\u202e":\n  - id: "\\e[2J"\ntopics: [{id: "\\e]0;x\\a", text: a}]\n').join('\n');
    expect(said).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    expect(said).toContain('red');
  });

  const scraps = fc.constantFrom(
    ...[
      'source',
      'milestones',
      'id',
      'when',
      'text',
      'depends-on',
      'confirmations',
      'milestone',
      'm1',
      't1',
      '2022-01',
      'mid June',
      '__proto__',
      'constructor',
    ],
    ...[
      ': ',
      ':',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '&a ',
      '*a',
      '!!str ',
      '|',
      '>-',
      '#',
      '? ',
      '---',
      '%YAML 1.1',
      '\t',
      '\0',
      '<<',
      '~',
    ],
    ...['\u{1F600}', '\u202e', '\u2028', '\r', '\ufeff', '\ud800'],
  );

  test('no text at all makes it throw, and every mistake is in our words', { timeout: 60_000 }, () => {
    const texts = fc.oneof(
      fc.array(scraps, { maxLength: 80, size: 'max' }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', size: 'max', maxLength: 300 }),
      fc.array(scraps, { maxLength: 30, size: 'max' }).map((parts) => `source: s\nmilestones:\n  - id: m1\n    when: 2022\n    text: ${parts.join('')}`),
      fc.json().map((text) => text),
      fc.string({ unit: 'binary', maxLength: 40 }).map((text) => dated(JSON.stringify(text))),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const lines = wrong(text);
        expect(lines.join('\n')).not.toMatch(/Invalid|expected|Too (big|small)|Unrecognized|undefined|\[object|at line \d+, column/);
        for (const line of lines) expect(line).toMatch(/^(p\.yaml(, line \d+)?: .+\.|\.\.\. and \d+ more\.)$/u);
      }),
      { numRuns: 500 },
    );
  });
});
