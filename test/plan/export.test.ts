import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../src/core/plan.ts';
import { choosePlan, openPlan } from '../../src/plan/choose.ts';
import { exportRecord, writePlan } from '../../src/plan/export.ts';
import { PlanMistakes } from '../../src/plan/mistake.ts';
import { readPlans } from '../../src/plan/read-plan.ts';
import { when } from '../support/milestones.ts';

const folder = mkdtempSync(join(tmpdir(), 'is3c-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Texts that YAML could take for something else, and any other that the database can hold. */
const awkward = fc.constantFrom(
  ...[
    '---',
    '- a',
    '# a',
    'a # b',
    'a: b',
    'null',
    '~',
    'true',
    'no',
    '*a',
    '&a',
    '!x',
    '%x',
    '@x',
    '`x',
    '"',
    "'",
    '|',
    '>-',
    '? a',
    '{a',
    '[a, b]',
    '<<',
    '2022-01',
    '1e3',
  ],
  ...[
    'a\n\n b\n  c',
    'a\r\nb',
    'a\tb',
    'a\u2028b',
    'a\u0085b',
    'a\u0007b',
    'a\u001b[31mb',
    '\u202eabc',
    'é\u0301',
    '\u{1F600}',
    'IGF’s',
    'a  b',
    'a \nb',
    `${'long '.repeat(60)}end`,
  ],
);
const sound = fc.string({ unit: 'binary', minLength: 1, maxLength: 60, size: 'max' }).map((text) => text.replaceAll('\0', '').toWellFormed().trim());
const text = fc
  .oneof(
    awkward,
    sound,
    fc.tuple(awkward, sound).map((parts) => parts.join(' ').trim()),
  )
  .filter((said) => said !== '');
const line = text.filter((said) => said.length <= 150);

const date = fc
  .constantFrom('2022-12-01', '2022-01', '2022-35', '2022-41', '2022', '2022-02/2022-05', '2022-06-06/2022-06-12', '[2022-11,2022-12]', 'XXXX')
  .map(when);
const worded = fc.record({ when: date, wording: line }, { requiredKeys: ['when'] });
const number = fc.integer({ min: 1, max: 999_999_999 });

/** Some of the milestones, each once. */
function some(ids: readonly string[]): fc.Arbitrary<string[]> {
  return fc.subarray([...ids]);
}

const plans: fc.Arbitrary<Plan> = fc
  .record({ milestones: ids('m'), topics: ids('t'), groups: ids('wg'), source: line })
  .chain(({ milestones, topics, groups, source }) =>
    fc.record({
      source: fc.constant(source),
      milestones: fc.tuple(...milestones.map((id, index) => milestoneOf(id, milestones.slice(0, index)))),
      topics: fc.tuple(...topics.map((id) => text.map((said) => ({ id, text: said })))),
      groups: fc.tuple(...groups.map((id) => line.map((name) => ({ id, name })))),
      confirmations: some(milestones).chain((confirmed) =>
        fc.tuple(...confirmed.map((milestone) => fc.tuple(worded, line).map(([facts, by]) => ({ milestone, ...facts, source: by })))),
      ),
      outcomes: fc.subarray(milestones, { minLength: milestones.length === 0 ? 0 : 1 }).chain((settled) =>
        fc.tuple(
          ...settled.map((milestone) =>
            fc.record({
              milestone: fc.constant(milestone),
              state: fc.constantFrom('done' as const, 'cancelled' as const),
              text,
              dated: fc.constant('2022-12-01'),
            }),
          ),
        ),
      ),
    }),
  )
  .map(({ outcomes, ...plan }) => (outcomes.length === 0 ? plan : { ...plan, outcomes }));

function ids(letters: string): fc.Arbitrary<string[]> {
  return fc.uniqueArray(number, { maxLength: 6 }).map((numbers) => numbers.map((count) => `${letters}${count}`));
}

function milestoneOf(id: string, earlier: readonly string[]): fc.Arbitrary<Plan['milestones'][number]> {
  return fc
    .tuple(worded, text, some(earlier), fc.option(line, { nil: undefined }))
    .map(([facts, said, dependsOn, source]) => ({ id, ...facts, text: said, dependsOn, ...(source !== undefined && { source }) }));
}

describe('an exported plan', () => {
  test('reads back as the same plan, whatever it says', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(plans, (plan) => {
        fc.pre(plan.milestones.length + plan.topics.length + plan.groups.length > 0);
        expect(readPlans(writePlan(plan))).toEqual({ plan });
      }),
      { numRuns: 200 },
    );
  });

  test('the shipped plan reads back as itself', () => {
    const plan = choosePlan('plan,record');
    expect(readPlans(writePlan(plan))).toEqual({ plan });
  });

  test('one that is too large for a file is written in several, and reads back whole', () => {
    const milestones = Array.from({ length: 600 }, (_, index) => ({
      id: `m${index + 1}`,
      when: when('2022'),
      text: 'x'.repeat(1900),
      dependsOn: index === 0 ? [] : [`m${index}`],
    }));
    const plan: Plan = { source: 's', milestones, topics: [], groups: [], confirmations: [] };
    const texts = writePlan(plan);
    expect(texts.map(({ file }) => file)).toEqual(['plan.yaml', 'plan-2.yaml']);
    expect(readPlans(texts)).toEqual({ plan });
  });

  test('a list that two milestones share is written out twice', () => {
    const dependsOn = ['m1'];
    const milestones = ['m1', 'm2', 'm3'].map((id) => ({ id, when: when('2022'), text: 'a', dependsOn: id === 'm1' ? [] : dependsOn }));
    const plan: Plan = { source: 's', milestones, topics: [], groups: [], confirmations: [] };
    expect(readPlans(writePlan(plan))).toEqual({ plan });
  });

  test('it is written for people: keys in order, no references, dates as EDTF', () => {
    const [plan] = writePlan({
      source: 'Our plan',
      milestones: [
        { id: 'm1', when: when('2022-06'), wording: 'mid June', text: 'A workshop: the first.', dependsOn: [] },
        { id: 'm2', when: when('[2022-11,2022-12]'), text: 'A report.', dependsOn: ['m1'], source: 'a coordinator' },
      ],
      topics: [],
      groups: [],
      confirmations: [],
    });
    expect(plan?.text).toMatchInlineSnapshot(`
      "source: Our plan
      milestones:
        - id: m1
          when: 2022-06
          wording: mid June
          text: "A workshop: the first."
        - id: m2
          when: "[2022-11,2022-12]"
          text: A report.
          depends-on:
            - m1
          source: a coordinator
      "
    `);
  });
});

describe('exporting into a folder', () => {
  const record = { milestones: [{ id: 'm1', revision: 1, text: 'a', planned: { when: when('2022'), source: 's' }, dependsOn: [] }], topics: [], groups: [] };
  const store = { readPlan: () => Promise.resolve(record) };

  test('writes what an import reads, in a new folder, and nothing else', async () => {
    const target = join(folder, 'new', 'deeper');
    const paths = await exportRecord(store, target);
    expect(paths).toEqual([join(target, 'plan.yaml')]);
    expect(readdirSync(target)).toEqual(['plan.yaml']);
    expect(openPlan(paths, []).milestones[0]?.id).toBe('m1');
  });

  test('writes over nothing', async () => {
    const target = mkdtempSync(join(folder, 'taken-'));
    writeFileSync(join(target, 'plan.yaml'), 'mine');
    await expect(exportRecord(store, target)).rejects.toThrow(PlanMistakes);
    expect(readFileSync(join(target, 'plan.yaml'), 'utf8')).toBe('mine');
  });

  test('where nothing can be written, that is said', async () => {
    const target = join(folder, 'file');
    writeFileSync(target, 'mine');
    await expect(exportRecord(store, target)).rejects.toThrow(`${target}: nothing can be written there`);
  });

  test('an empty record is not written, since nothing could be read from it', async () => {
    const target = join(folder, 'empty');
    await expect(exportRecord({ readPlan: () => Promise.resolve({ milestones: [], topics: [], groups: [] }) }, target)).rejects.toThrow(PlanMistakes);
    expect(existsSync(target)).toBe(false);
  });
});
