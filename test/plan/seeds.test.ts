import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseEdtf, toEdtf } from '../../src/core/when.ts';
import { choosePlan } from '../../src/plan/choose.ts';
import { readPlanDate } from '../../src/plan/read-date.ts';
import { publishedMilestones, publishedTopics } from './published.ts';

const plan = choosePlan('plan,record');

test('the eight milestones have the published wording, their dates and their one dependency', () => {
  expect(plan.source).toBe('IS3C work plan');
  expect(plan.milestones).toEqual(publishedMilestones.map(([id, edtf, , text]) => ({ id, when: parseEdtf(edtf), text, dependsOn: id === 'm8' ? ['m6'] : [] })));
});

test('the four topics have the published wording', () => {
  expect(plan.topics).toEqual(publishedTopics);
});

test('the three working groups have the names of the website', () => {
  expect(plan.groups).toEqual([
    { id: 'wg1', name: 'Security by design' },
    { id: 'wg2', name: 'Education and skills' },
    { id: 'wg3', name: 'Procurement, supply chain management and the business case' },
  ]);
});

test('the record confirms five occasions, each with a source, and claims no outcome', () => {
  expect(plan.confirmations.map(({ milestone, when }) => [milestone, toEdtf(when)])).toEqual([
    ['m2', '2021-12-06/2021-12-10'],
    ['m3', '2022-02-23'],
    ['m5', '2022-07-06'],
    ['m7', '2022-12-01'],
    ['m8', '2023-03-08'],
  ]);
  expect(plan.confirmations.map(({ source }) => source)).toEqual([
    'IGF 2021 Katowice, public programme',
    'IGF MAG open consultation, public record',
    'IGF MAG open consultation, public record',
    'IGF 2022 Addis Ababa, IS3C general meeting, public programme',
    'IGF MAG open consultation, public record',
  ]);
  expect(plan.outcomes).toBeUndefined();
});

test('the plan alone is the same without the confirmations', () => {
  expect(choosePlan('plan')).toEqual({ ...plan, confirmations: [] });
});

test.each(publishedMilestones)('%s could as well be written with the published date', (_id, edtf, published) => {
  expect(readPlanDate(published)).toEqual({ when: parseEdtf(edtf) });
});

test('the page furniture around the published plan is not in it', () => {
  const text = ['plan', 'record'].map((name) => readFileSync(`prisma/seed/${name}.yaml`, 'utf8')).join('');
  expect(text).not.toMatch(/Loading|WHAT WE DO|OUR ACTION PLAN|\.{3,}/);
});
