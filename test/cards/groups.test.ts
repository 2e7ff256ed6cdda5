import { expect, it } from 'vitest';
import { groupCard, groupsCard } from '../../src/cards/groups.ts';
import type { GroupState } from '../../src/core/group.ts';
import { wordsFor } from '../../src/text/words.ts';
import { milestone } from '../support/milestones.ts';
import { actor, chair, group, update } from '../support/people.ts';

const people = { editor: 0, member: 0, observer: 0, asked: 0, left: 0 };
const labels = (state: GroupState, language: 'en' | 'fr') => {
  const shown = { group: group({ state }), people, chairAsked: false, milestones: [milestone('m1', '2022-01')], proposed: [], chairOffers: [], events: [] };
  const { blocks } = groupCard(shown, actor(), { words: wordsFor(language), now: new Date('2022-01-01T00:00:00Z'), zone: 'UTC' });
  return blocks.flatMap((block) => (block.kind === 'facts' ? block.facts.map(({ label }) => label) : []));
};

it.each([
  ['en', 'Ahead of it', 'What stays open'],
  ['fr', 'Jalons ouverts', 'Reste ouvert'],
] as const)('an open milestone lies ahead of a group at work, and stays open where it has ended, in %s', (language, ahead, open) => {
  expect(labels('active', language)).toContain(ahead);
  expect(labels('concluded', language)).toContain(open);
  expect(labels('concluded', language)).not.toContain(ahead);
});

it('more groups than one page holds are counted, and turned with words that fit a list', () => {
  const groups = Array.from({ length: 10 }, () => ({ group: group(), people }));
  const page = (skip: number, total: number) => groupsCard({ groups, skip, size: 10, total }, wordsFor('en'));
  const said = ({ blocks, buttons }: ReturnType<typeof page>) => [...blocks.filter(({ kind }) => kind === 'note'), ...buttons.map(({ label }) => label)];
  expect(said(page(0, 10))).toEqual([]);
  expect(said(page(0, 30))).toEqual([{ kind: 'note', text: ['1-10 of 30'] }, 'More']);
  expect(said(page(10, 30))).toEqual([{ kind: 'note', text: ['11-20 of 30'] }, 'Back', 'More']);
  expect(said(page(20, 30))).toEqual([{ kind: 'note', text: ['21-30 of 30'] }, 'Back']);
});

it.each([
  ['is there', {}, 'next'],
  ['wants no question', { reminders: 'never' }, 'nobody is there to be asked'],
  ['is away then', { absence: { from: '2021-12-01' } }, 'nobody is there to be asked'],
] as const)('the next question is told of a group whose only chair %s', (_how, facts, said) => {
  const shown = { group: group({ leads: [chair('c', facts)] }), people, chairAsked: false, milestones: [], proposed: [], chairOffers: [], events: [] };
  const { blocks } = groupCard(shown, actor(), { words: wordsFor('en'), now: new Date('2022-01-01T00:00:00Z'), zone: 'UTC' });
  expect(JSON.stringify(blocks)).toContain(said);
});

it('the next question that is told is none for a week that has an update', () => {
  const shown = { group: group({ leads: [chair('c')] }), people, chairAsked: false, milestones: [], proposed: [], chairOffers: [], events: [] };
  const view = { words: wordsFor('en'), now: new Date('2022-01-04T00:00:00Z'), zone: 'UTC' };
  const asked = (last?: string) => JSON.stringify(groupCard({ ...shown, ...(last !== undefined && { last: update('u1', last) }) }, actor(), view).blocks);
  expect(asked()).toContain('2022-01-06T10:00:00.000Z');
  expect(asked('2021-12-27')).toContain('2022-01-06T10:00:00.000Z');
  expect(asked('2022-01-03')).not.toContain('2022-01-06T10:00:00.000Z');
  expect(asked('2022-01-03')).toContain('2022-01-13T10:00:00.000Z');
});
