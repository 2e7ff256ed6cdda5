import { z } from 'zod';
import { digestCard } from '../src/cards/digest.ts';
import { type Facts, replyCommand } from '../src/chat/command.ts';
import { asOfOption, dateOption } from '../src/chat/option.ts';
import { latestDay, mondayOf } from '../src/core/calendar.ts';
import { type Digest, digestOf } from '../src/core/digest.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import { latestWeekOver, type Week } from '../src/core/week.ts';
import { readWeek } from '../src/text/dates/look-back.ts';
import type { DateContext } from '../src/text/dates/read-when.ts';

type Answer = Facts & { readonly digest: Digest | Problem };

export default replyCommand({
  name: 'digest',
  aliases: ['récapitulatif'],
  options: z.object({ week: dateOption(), 'as-of': asOfOption() }),
  shareable: true,
  async read({ options, store, sender, now, reader }): Promise<Answer> {
    const week = weekAsked(options.week, { ...reader, now, purpose: 'asking' });
    if (typeof week !== 'string') return { actor: await store.readActor(sender), digest: week };
    const { actor, ...facts } = await store.readDigest(sender, week, now);
    return { actor, digest: digestOf(week, facts, now) };
  },
  run: ({ facts: { digest }, options, ...view }) => (isProblem(digest) ? digest : digestCard(digest, view, options['as-of'])),
});

/** The latest week that is over everywhere, unless another is named; one that has begun nowhere yet is refused. */
function weekAsked(said: string | undefined, context: DateContext): Week | Problem {
  if (said === undefined) return latestWeekOver(context.now);
  const week = readWeek(said, context);
  if (week === undefined) return { code: 'week-unreadable', params: { said } };
  return week > mondayOf(latestDay(context.now)) ? { code: 'week-ahead', params: {} } : week;
}
