import { describe, expect, it, test } from 'vitest';
import { mayChangeTopics, retireTopic, rewordTopic, sayInterest, type Topic, topicClosed } from '../../src/core/topic.ts';
import { actor } from '../support/people.ts';

function topic(facts: Partial<Topic> = {}): Topic {
  return { id: 't2', version: 3, text: 'Consumer testing.', state: 'open', ...facts };
}

const adopted = topic({ state: 'adopted', group: 'wg4' });
const retired = topic({ state: 'retired' });

test('topics are changed by coordinators alone', () => {
  expect([actor({ coordinator: true }), actor({ member: 'x' }), actor({ coordinator: true, visitor: true })].map((who) => mayChangeTopics(who)?.code)).toEqual([
    undefined,
    'coordinators-only',
    'visitor',
  ]);
});

test('a topic that is taken up is refused with the name of its group', () => {
  expect(topicClosed(adopted, 'Testing')).toEqual({ code: 'topic-adopted', params: { id: 't2', group: 'wg4', name: 'Testing' } });
  expect([topicClosed(retired, undefined)?.code, topicClosed(topic(), undefined)]).toEqual(['topic-retired', undefined]);
});

describe('a change of a topic', () => {
  it('is made from the version that it was read at', () => {
    expect(rewordTopic(topic(), 'Testing for consumers.', 'clearer')).toEqual({
      act: 'topic reworded',
      id: 't2',
      version: 3,
      text: 'Testing for consumers.',
      why: 'clearer',
    });
    expect(retireTopic(topic(), 'done elsewhere')).toEqual({ act: 'topic retired', id: 't2', version: 3, why: 'done elsewhere' });
  });

  test.each([
    ['the same words', rewordTopic(topic(), 'Consumer testing.', ''), 'nothing-changed'],
    ['words for what is taken up', rewordTopic(adopted, 'Other.', ''), 'topic-adopted'],
    ['words for what is retired', rewordTopic(retired, 'Other.', ''), 'topic-retired'],
    ['an end of what has ended', retireTopic(retired, ''), 'topic-retired'],
  ])('is no %s', (_what, change, code) => {
    expect(change).toMatchObject({ code });
  });
});

describe('interest', () => {
  test.each([
    ['is said of the words that stand', topic(), 3, 'join', { topic: 't2', version: 3, kind: 'join' }],
    ['is taken back without a kind', topic(), 3, undefined, { topic: 't2', version: 3 }],
    ['is not said of words that were replaced', topic(), 2, 'lead', { code: 'topic-changed' }],
    ['is not said of what is taken up', adopted, 3, 'lead', { code: 'topic-adopted' }],
  ] as const)('%s', (_what, standing, version, kind, expected) => {
    expect(sayInterest(standing, 'Testing', version, kind)).toMatchObject(expected);
  });
});
