import { z } from 'zod';
import { digestCard } from '../src/cards/digest.ts';
import { sayWeek } from '../src/cards/week-lines.ts';
import { type Facts, replyCommand } from '../src/chat/command.ts';
import { asOfOption, dateOption } from '../src/chat/option.ts';
import { withOtherReading } from '../src/chat/other-reading.ts';
import { latestDay, mondayOf } from '../src/core/calendar.ts';
import { type Digest, digestOf } from '../src/core/digest.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import { latestWeekOver, type Week, weekName } from '../src/core/week.ts';
import { readWeek } from '../src/text/dates/look-back.ts';
import { type DateContext, readWhen } from '../src/text/dates/read-when.ts';

type Answer = Facts & { readonly digest: Digest | Problem; readonly other?: Week | undefined };

export default replyCommand({
  name: 'digest',
  aliases: ['récapitulatif'],
  options: z.object({ week: dateOption(), 'as-of': asOfOption() }),
  shareable: true,
  async read({ options, store, sender, now, reader }): Promise<Answer> {
    const context = { ...reader, now, purpose: 'asking' } as const;
    const week = weekAsked(options.week, context);
    if (typeof week !== 'string') return { actor: await store.readActor(sender), digest: week };
    const { actor, ...facts } = await store.readDigest(sender, week, now);
    return { actor, digest: digestOf(week, facts, now), other: otherWeek(options.week, week, context) };
  },
  run({ facts: { digest, other }, options: { week: said, 'as-of': asOf }, ...view }) {
    if (isProblem(digest)) return digest;
    const card = digestCard(digest, view, asOf);
    if (other === undefined || said === undefined) return card;
    const options = { week: weekName(other), ...(asOf !== undefined && { 'as-of': asOf }) };
    const [understood, otherwise] = [sayWeek(digest.week, view.words), sayWeek(other, view.words)];
    return withOtherReading(card, { said, understood, other: otherwise, invoke: { command: 'digest', options } }, view.words);
  },
});

/** The latest week that is over everywhere, unless another is named; one that has begun nowhere yet is refused. */
function weekAsked(said: string | undefined, context: DateContext): Week | Problem {
  if (said === undefined) return latestWeekOver(context.now);
  const week = readWeek(said, context);
  if (week === undefined) return { code: 'week-unreadable', params: { said } };
  return week > mondayOf(latestDay(context.now)) ? { code: 'week-ahead', params: {} } : week;
}

/** The week of what a day in figures would be the other way round, where the year needs no looking back and that week has begun. */
function otherWeek(said: string | undefined, week: Week, context: DateContext): Week | undefined {
  const reading = said === undefined ? undefined : readWhen(said, context);
  if (reading?.kind !== 'when' || reading.when.kind !== 'day' || reading.other?.kind !== 'day' || mondayOf(reading.when.day) !== week) return undefined;
  const other = mondayOf(reading.other.day);
  return other === week || other > mondayOf(latestDay(context.now)) ? undefined : other;
}
