import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { choosePlan, openPlan } from '../../src/plan/choose.ts';
import { PlanMistakes } from '../../src/plan/mistake.ts';

const folder = mkdtempSync(join(tmpdir(), 'is3c-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function mistakes(choose: () => unknown): readonly string[] {
  try {
    choose();
  } catch (error) {
    if (error instanceof PlanMistakes) return error.lines;
    throw error;
  }
  return [];
}

describe('which plan is loaded', () => {
  const own = file('own.yaml', 'source: Our plan\nmilestones:\n  - {id: m1, when: 2024, text: a}\n');
  const news = file('news.yaml', 'confirmations:\n  - {milestone: m1, when: 2024-02, source: b}\n');

  test('the shipped plan and record by their names, in any order, with spaces, named twice', () => {
    expect(choosePlan(' record , plan,, plan ')).toEqual(choosePlan('plan,record'));
    expect(choosePlan('plan').confirmations).toEqual([]);
  });

  test("one's own plan by its path, alone or with a record", () => {
    expect(choosePlan(own)).toMatchObject({ source: 'Our plan', milestones: [{ id: 'm1' }], confirmations: [] });
    expect(choosePlan(`${own},${news}`).confirmations).toHaveLength(1);
  });

  test('a file may speak of what is on record', () => {
    expect(openPlan([news], [{ id: 'm1', dependsOn: [] }]).confirmations).toHaveLength(1);
    expect(mistakes(() => openPlan([news], []))).toEqual([`${news}, line 2: confirmations 1, milestone: there is no milestone m1.`]);
  });

  test('a byte order mark and the line ends of Windows do not matter', () => {
    expect(openPlan([file('windows.yaml', '\ufeffsource: s\r\ntopics:\r\n  - id: t1\r\n    text: >-\r\n      a\r\n      b\r\n')], []).topics).toEqual([
      { id: 't1', text: 'a b' },
    ]);
  });

  test.each([
    ['no name', ' , ', 'IS3C_PLAN: names no plan; it should be plan, plan,record or the path of a plan, such as plan.yaml.'],
    ['the record alone', 'record', 'IS3C_PLAN: record says what happened to a plan, and none is named; it should be plan,record.'],
    ['no file', join(folder, 'none.yaml'), `IS3C_PLAN: ${join(folder, 'none.yaml')}: there is no such file.`],
    ['a folder', folder, `IS3C_PLAN: ${folder}: this is no file; name a plan such as plan.yaml.`],
    ['an endless device', '/dev/zero', 'IS3C_PLAN: /dev/zero: this is no file; name a plan such as plan.yaml.'],
  ])('%s is refused', (_what, chosen, line) => {
    expect(mistakes(() => choosePlan(chosen))[0]).toBe(line);
  });

  test('a large file, another encoding and a circle of links are refused', () => {
    const circle = join(folder, 'circle.yaml');
    symlinkSync(circle, circle);
    expect(mistakes(() => choosePlan(file('large.yaml', 'a'.repeat(1_000_001))))).toEqual([
      `IS3C_PLAN: ${join(folder, 'large.yaml')}: the file is larger than 1 MB, which no plan is.`,
    ]);
    expect(mistakes(() => choosePlan(file('latin.yaml', Buffer.from('source: caf\xe9\n', 'latin1'))))).toEqual([
      `IS3C_PLAN: ${join(folder, 'latin.yaml')}: the file is not written in UTF-8; save it as UTF-8.`,
    ]);
    expect(mistakes(() => choosePlan(circle))).toEqual([`IS3C_PLAN: ${circle}: the file cannot be read.`]);
  });
});
