import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { comparePlan, type Plan } from '../../src/core/plan.ts';
import type { Store } from '../../src/core/store.ts';
import { choosePlan, openPlan } from '../../src/plan/choose.ts';
import { exportRecord } from '../../src/plan/export.ts';
import { importPlan, sayDifferences } from '../../src/plan/import.ts';
import { openStore } from '../../src/store/open.ts';
import { when } from '../support/milestones.ts';
import { by, databases, makeFolder, openTestStore } from '../support/store.ts';

/** In milliseconds; each test opens databases of its own, and other tests run beside it. */
const patient = { timeout: 60_000 };

const seeds = choosePlan('plan,record');
const operator = { account: 'terminal:operator', space: 'terminal:local' };
const nothing: Plan = { source: 'Our plan', milestones: [], topics: [], groups: [], confirmations: [] };

describe.each(databases)('importing a plan into the $name database', patient, ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => ({ store, close } = await openTestStore({}, make)));
  afterEach(() => close());

  function run(plan: Plan, dryRun = false) {
    return importPlan({ store, plan, by: by(), dryRun });
  }

  test('a dry run says everything and records nothing', async () => {
    const { differences, recorded } = await run(seeds, true);
    expect(recorded).toBe(false);
    expect(differences.map(({ act }) => act)).toEqual(Array(15).fill('add'));
    expect(sayDifferences(differences).at(-1)).toBe('8 milestones, 4 topics, 3 groups would be added. Nothing is ever deleted.');
    expect(await store.readPlan()).toEqual({ milestones: [], topics: [], groups: [] });
  });

  test('the second import of a plan changes nothing, and adds no line to the record', async () => {
    expect(await run(seeds)).toMatchObject({ recorded: true });
    const standing = await store.readPlan();
    const { events } = await store.readMilestone(operator, 'm2');
    const { differences, recorded } = await run(seeds);
    expect(recorded).toBe(false);
    expect(sayDifferences(differences)).toEqual(['Nothing differs: 8 milestones, 4 topics, 3 groups on record already.']);
    expect(await store.readPlan()).toEqual(standing);
    expect((await store.readMilestone(operator, 'm2')).events).toEqual(events);
  });

  test('what a dry run announces is what the import does', async () => {
    await run(seeds);
    const plan: Plan = {
      ...nothing,
      source: seeds.source,
      milestones: [
        { id: 'm3', when: when('2022-02'), text: 'Another text.', dependsOn: ['m1'] },
        { id: 'm9', when: when('2023-35'), wording: 'in the third quarter', text: 'The next phase.', dependsOn: [] },
      ],
      topics: [{ id: 't5', text: 'A new topic.' }],
      confirmations: [{ milestone: 'm6', when: when('2022-09-28'), source: 'public record' }],
    };
    const announced = (await run(plan, true)).differences;
    expect(await run(plan)).toEqual({ differences: announced, recorded: true });
    expect(sayDifferences(announced)).toEqual([
      'milestone m3 would be changed',
      '  planned: 2022-01 -> 2022-02',
      '  text: Progress report provided at open consultation meeting of IGF’s Multi-stakeholder Advisory Group. -> Another text.',
      '  depends on: m1',
      '  confirmed: 2022-02-23 stays, of which the plan says nothing',
      'milestone m9 would be added',
      '  planned: 2023-35',
      '  wording: in the third quarter',
      '  source: IS3C work plan',
      '  text: The next phase.',
      'milestone m6 would be changed',
      '  confirmed: 2022-09-28',
      '  confirmed by: public record',
      'topic t5 would be added',
      '  text: A new topic.',
      '1 milestone, 1 topic would be added; 2 milestones would be changed. Nothing is ever deleted.',
    ]);
    expect(sayDifferences(announced, true).at(-1)).toBe('1 milestone, 1 topic added; 2 milestones changed. Nothing is ever deleted.');
    expect(comparePlan(await store.readPlan(), plan).every(({ act }) => act === 'keep')).toBe(true);
    const { milestones, topics } = await store.readPlan();
    expect([milestones.length, topics.length]).toEqual([9, 5]);
  });

  test('an outcome of a day that has not come yet is refused, for nobody would see it', async () => {
    const outcomes = [{ milestone: 'm1', state: 'done', text: 'It came.', dated: '2099-01-02' }] as const;
    const lines = ['outcomes: m1 is dated 2099-01-02, which has not come yet.'];
    for (const dryRun of [true, false]) await expect(run({ ...seeds, outcomes }, dryRun)).rejects.toMatchObject({ lines });
    expect((await store.readPlan()).milestones).toEqual([]);
  });

  test('an import that breaks in the middle leaves nothing behind', async () => {
    const texts = [...seeds.topics, { id: 't5', text: 'No number of this size is counted.' }, { id: 't99999999999', text: 'x' }];
    await expect(run({ ...seeds, topics: texts })).rejects.toThrow();
    expect(await store.readPlan()).toEqual({ milestones: [], topics: [], groups: [] });
    await expect(store.loadFirst({ ...seeds, topics: texts }, by())).rejects.toThrow();
    expect(await store.readPlan()).toEqual({ milestones: [], topics: [], groups: [] });
    expect(await store.loadFirst(seeds, by())).toBe(true);
    expect((await store.readPlan()).milestones).toHaveLength(8);
  });

  test('of many that load first at the same moment one does', async () => {
    const loaded = await Promise.all(Array.from({ length: 4 }, () => store.loadFirst(seeds, by())));
    expect(loaded.filter(Boolean)).toEqual([true]);
    expect(comparePlan(await store.readPlan(), seeds).every(({ act }) => act === 'keep')).toBe(true);
  });

  test('what was exported is imported elsewhere as the same record', async () => {
    await run(seeds);
    const folder = mkdtempSync(join(tmpdir(), 'is3c-export-'));
    const other = await openTestStore({}, make);
    try {
      const plan = openPlan(await exportRecord(store, folder), []);
      await importPlan({ store: other.store, plan, by: by(), dryRun: false });
      expect(await other.store.readPlan()).toEqual(await store.readPlan());
    } finally {
      await other.close();
      rmSync(folder, { recursive: true });
    }
  });
});

test('what the record does not take is said, and never passed over', async () => {
  const forgetful = { readPlan: () => Promise.resolve({ milestones: [], topics: [], groups: [] }), importPlan: () => Promise.resolve() };
  const plan = { ...nothing, topics: [{ id: 't1', text: 'A topic.' }] };
  await expect(importPlan({ store: forgetful, plan, by: by(), dryRun: false })).rejects.toMatchObject({
    lines: ['The plan is imported, but for these facts, which the record did not take:', 'topic t1', '  text: A topic.'],
  });
});

test('long and hostile facts are shown on a line each', () => {
  const text = `${'a'.repeat(500)}\n\u001b[31m`;
  const lines = sayDifferences([{ id: 't1', kind: 'topic', act: 'change', facts: [{ name: 'text', old: 'b\u202ec', new: text }] }]);
  expect(lines).toEqual(['topic t1 would be changed', `  text: b\u{FFFD}c -> ${'a'.repeat(120)}...`, '1 topic would be changed. Nothing is ever deleted.']);
});

/** A program that loads a large plan into the record of a folder, saying when it begins. */
function loading(data: string): string {
  const open = JSON.stringify(new URL('../../src/store/open.ts', import.meta.url));
  return `import { openStore } from ${open};
    const { store } = await openStore({ data: ${JSON.stringify(data)} }, { durable: false });
    const when = { kind: 'year', year: 2022 };
    const milestones = Array.from({ length: 4000 }, (_, index) => ({ id: 'm' + (index + 1), when, text: 'A milestone.', dependsOn: [] }));
    process.stdout.write('begun');
    await store.loadFirst({ source: 's', milestones, topics: [], groups: [], confirmations: [] }, { account: 'terminal:operator', at: new Date(0), key: 'first plan' });
    process.stdout.write('done');`;
}

test('a first start that is killed in the middle leaves nothing half-loaded, and the next one loads', patient, async () => {
  const { place, remove } = await makeFolder();
  const data = 'data' in place ? place.data : '';
  try {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', loading(data)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
    await once(child.stdout, 'data');
    await sleep(200);
    child.kill('SIGKILL');
    await once(child, 'close');
    const { store, close } = await openStore(place, { durable: false });
    const { length } = (await store.readPlan()).milestones;
    const loaded = await store.loadFirst(seeds, by());
    await close();
    expect(said.join('')).toBe('begun');
    expect({ length, loaded }).toEqual({ length: 0, loaded: true });
  } finally {
    await remove();
  }
});
