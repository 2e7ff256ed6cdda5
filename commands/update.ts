import { z } from 'zod';
import { blankUpdateForm, noMilestone, updateForm } from '../src/cards/update-form.ts';
import { formCommand } from '../src/chat/command.ts';
import { type Entries, isFieldProblem, readEntries } from '../src/chat/entries.ts';
import type { Fields } from '../src/chat/interaction.ts';
import { groupId, groupOrWordOption, hiddenNumber, textOption, weekOption } from '../src/chat/option.ts';
import { isProblem } from '../src/core/problem.ts';
import { nothingNew, statuses, type Update, type UpdateFacts } from '../src/core/update.ts';
import { parseWeekName } from '../src/core/week.ts';
import { readValue, saysNothing, saysWeek } from '../src/text/read-value.ts';
import { submitUpdate } from './parts/submit-update.ts';
import { isPlace, placeOf, readDesks } from './parts/update-place.ts';

export default formCommand({
  name: 'update',
  permission: 'lead',
  options: z.object({ group: groupOrWordOption(), text: textOption(2000), week: weekOption(), revision: hiddenNumber() }),
  opens: ({ group = '', text }) => ((text === undefined && !saysNothing(group)) || isWeekAlone(group, text) ? 'form' : 'card'),
  read: readDesks,
  form(context) {
    const place = placeOf({ command: 'update', ...context });
    return isPlace(place) ? updateForm({ ...place, milestones: context.facts.milestones }, context.words, context.now) : place;
  },
  blank(words, { group = '', week = '', revision }) {
    const [id, monday] = [groupId(group), parseWeekName(week)];
    return id === undefined || monday === undefined || revision !== undefined ? undefined : blankUpdateForm({ group: { id }, week: monday }, words);
  },
  async submit(context) {
    const { options, fields, facts, words, now } = context;
    const place = placeOf({ command: 'update', ...context });
    if (!isPlace(place)) return place;
    if (place.text !== undefined) return submitUpdate(place, typedFacts(place.text, place.last), 0, context);
    const entries = readEntries(updateForm({ ...place, milestones: facts.milestones }, words, now), withStatus(fields));
    if (isFieldProblem(entries)) return entries;
    const recorded = await submitUpdate(place, enteredFacts(entries), place.standing === undefined ? 0 : Number(options.revision ?? 0), context);
    return isProblem(recorded) && recorded.code === 'update-empty' ? { field: 'done', problem: recorded } : recorded;
  },
});

/** Whether what was typed only names the week of an update, before or behind its group. */
function isWeekAlone(group: string, text = ''): boolean {
  return saysWeek(text) || saysWeek(`${group} ${text}`);
}

/** What a line tells. That there is nothing new is no text to be read out to everybody. */
function typedFacts(text: string, last: Update | undefined): UpdateFacts {
  return saysNothing(text) ? nothingNew(last) : { status: last?.status ?? 'on track', done: text };
}

/** A status may be named in either language, whichever the form is in. */
function withStatus(fields: Fields): Fields {
  const status = readValue(fields['status'] ?? '', statuses, (values) => values.statuses);
  return status === undefined ? fields : { ...fields, status };
}

function enteredFacts({ status, done = '', next = '', help = '', milestone = '' }: Entries): UpdateFacts {
  const nothing = saysNothing(done);
  return {
    status: statuses.find((one) => one === status) ?? 'on track',
    done: nothing ? '' : done,
    ...((nothing || next !== '') && { next }),
    ...(help !== '' && { help }),
    ...(milestone !== '' && milestone !== noMilestone && { milestone }),
  };
}
