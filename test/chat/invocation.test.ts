import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeInvocation, encodeInvocation, type Invocation } from '../../src/chat/invocation.ts';

describe('an invocation that travels in a button', () => {
  it('is written short and plainly', () => {
    expect(encodeInvocation({ command: 'milestone show', options: { milestone: 'm3' } })).toBe('1|milestone show|milestone=m3');
    expect(encodeInvocation({ command: 'timeline', options: { period: 'June 2022' }, shared: true })).toBe('1!|timeline|period=June%202022');
  });

  it('comes back as it was, whatever its options hold', () => {
    const options = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }));
    const invocation = fc.record({ command: fc.stringMatching(/^[a-z -]{1,20}$/), options, shared: fc.option(fc.constant(true as const), { nil: undefined }) });
    fc.assert(
      fc.property(invocation, ({ command, options: given, shared }) => {
        const sent: Invocation = { command, options: { ...given }, ...(shared && { shared }) };
        expect(decodeInvocation(encodeInvocation(sent))).toEqual(sent);
      }),
    );
  });

  it.each(['', 'hello', '0|timeline', '2|timeline|x=1', '1', '1|', '1||a=b', 'is3c:propose:v1:42'])(
    '%j, which this version did not write, is nothing',
    (text) => {
      expect(decodeInvocation(text)).toBeUndefined();
    },
  );

  it('never throws, whatever a platform gives back', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => decodeInvocation(`1|x|${text}`) !== null));
  });
});
