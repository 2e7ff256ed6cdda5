import { currentWeek, type Group, owes, promptAt } from '../core/group.ts';
import { addWeeks } from '../core/week.ts';

/** A monthly rhythm leaves at most five weeks between two questions. */
const weeksAhead = 6;

/** When a group is asked next; undefined while it is asked nothing. */
export function nextQuestion(group: Group, now: Date): Date | undefined {
  if (group.state !== 'active') return undefined;
  const week = currentWeek(group, now);
  const weeks = Array.from({ length: weeksAhead }, (_, ahead) => addWeeks(week, ahead));
  return weeks
    .filter((one) => owes(group, one))
    .map((one) => promptAt(group, one))
    .find((at) => at > now);
}
