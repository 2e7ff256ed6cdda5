import { expect, test } from 'vitest';
import { leadsLine } from '../../src/cards/people-lines.ts';
import { wordsFor } from '../../src/text/words.ts';

test('whoever speaks for a group is named with all their accounts, so that each chat shows its own', () => {
  const leads = [['discord:5', 'slack:T1:UA'], [], ['slack:T1:UB']].map((accounts, index) => ({
    role: 'chair' as const,
    member: { id: String(index), accounts, reminders: 'direct' as const },
  }));
  expect(leadsLine({ leads }, 'chair', wordsFor('en'))).toEqual([
    { kind: 'mention', account: 'discord:5', others: ['slack:T1:UA'] },
    ', ',
    { kind: 'mention', account: 'slack:T1:UB' },
  ]);
});
