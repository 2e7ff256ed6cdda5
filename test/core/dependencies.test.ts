import { describe, expect, it } from 'vitest';
import { circleThrough } from '../../src/core/dependencies.ts';

const waits = new Map([
  ['m1', ['m2', 'm5']],
  ['m2', ['m3']],
  ['m3', ['m4', 'm1']],
  ['m4', ['m2']],
  ['m6', ['m1', 'm7']],
  ['m8', ['m8']],
]);

describe('a circle of milestones that wait for each other', () => {
  it.each([
    ['m1', ['m1', 'm2', 'm3', 'm1']],
    ['m4', ['m4', 'm2', 'm3', 'm4']],
    ['m8', ['m8', 'm8']],
    ['m5', undefined],
    ['m6', undefined],
    ['m9', undefined],
  ])('through %s is %j', (id, circle) => {
    expect(circleThrough(id, waits)).toEqual(circle);
  });

  it('is found at the end of a long way', () => {
    const long = new Map(Array.from({ length: 20_000 }, (_, index) => [`m${index}`, [`m${(index + 1) % 20_000}`]]));
    expect(circleThrough('m0', long)).toHaveLength(20_001);
  });
});
