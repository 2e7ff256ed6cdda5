import type { Config } from '../config.ts';
import { operator, terminalSpace } from '../core/account.ts';
import { addDays, addMonths, dayIn, monthOf } from '../core/calendar.ts';
import { addMilestone } from '../core/milestone.ts';
import type { When } from '../core/when.ts';
import { openAlone } from './alone.ts';
import { print, wrongUsage } from './out.ts';

type Demo = { readonly key: string; readonly text: string; when(today: string): When };

/** A plan that always lies ahead, so that somebody who tries the bot sees every kind of date. */
const demos: readonly Demo[] = [
  { key: 'day', text: 'Demonstration: the working groups meet.', when: (today) => ({ kind: 'day', day: addDays(today, 10) }) },
  { key: 'month', text: 'Demonstration: a progress report is published.', when: (today) => ({ kind: 'month', month: addMonths(monthOf(today), 2) }) },
  {
    key: 'either',
    text: 'Demonstration: the coalition meets, in one month or the other.',
    when: (today) => ({ kind: 'either', options: [3, 4].map((ahead) => ({ kind: 'month', month: addMonths(monthOf(today), ahead) })) }),
  },
  { key: 'year', text: 'Demonstration: the next phase of the work.', when: (today) => ({ kind: 'year', year: Number(today.slice(0, 4)) + 1 }) },
];

/** Adds milestones that lie ahead, for trying the bot; a second time changes nothing. */
export async function seed(args: readonly string[], config: Config): Promise<number> {
  if (args.join(' ') !== 'demo') return wrongUsage('seed demo');
  const house = await openAlone(config);
  const today = dayIn('UTC', house.clock());
  try {
    for (const { key, text, when } of demos) {
      const change = addMilestone({ text, planned: { when: when(today), source: 'demonstration' }, dependsOn: [] }, '');
      const { value } = await house.store.recordMilestone(change, { account: operator, space: terminalSpace, at: house.clock(), key: `demo ${key}` });
      print(`${value.id}: ${value.text}`);
    }
  } finally {
    await house.close();
  }
  return 0;
}
