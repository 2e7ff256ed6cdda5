import type { Line } from '../chat/card.ts';
import { asksSomebody } from '../core/duty.ts';
import { currentWeek, type Group, owes, promptAt } from '../core/group.ts';
import { addWeeks, type Week } from '../core/week.ts';
import type { View } from './outlook.ts';
import { saySchedule } from './schedule-lines.ts';

/** A monthly rhythm leaves at most five weeks between two questions. */
const weeksAhead = 6;

/** When an active group is asked next; nobody is asked for a week that has an update. */
function nextQuestion(group: Group, told: readonly Week[], now: Date): Date | undefined {
  const week = currentWeek(group, now);
  const weeks = Array.from({ length: weeksAhead }, (_, ahead) => addWeeks(week, ahead));
  return weeks
    .filter((one) => owes(group, one) && !told.includes(one))
    .map((one) => promptAt(group, one))
    .find((at) => at > now);
}

/** When it is asked, in its own zone, and the next time in the reader's, beside the weeks that have an update as far as is known; of one that is not asked, why. */
export function askedLine(group: Group, told: readonly Week[], { now, words }: View): Line {
  const schedule = saySchedule(group.schedule, words);
  if (group.state !== 'active') return [words.group.notAsked(words.group.states[group.state], schedule)];
  const next = nextQuestion(group, told, now);
  if (!asksSomebody(group, next ?? now)) return [`${schedule} · ${words.group.nobodyToAsk}`];
  return next === undefined ? [schedule] : [schedule, ` · ${words.group.nextTime} `, { kind: 'time', at: next }];
}
