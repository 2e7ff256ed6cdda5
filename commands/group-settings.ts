import { z } from 'zod';
import { settingsForm } from '../src/cards/group-forms.ts';
import { formCommand } from '../src/chat/command.ts';
import { type Entries, isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { groupOption, hiddenNumber } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { changeGroup, type Group, rhythms } from '../src/core/group.ts';
import { readZone } from '../src/text/read-zone.ts';
import { recordGroup, runGroup } from './parts/record-group.ts';
import { isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default formCommand({
  name: 'group settings',
  listed: false,
  options: z.object({ group: groupOption(groupChoices.run), revision: hiddenNumber() }),
  opens: () => 'form',
  read: readWhichGroup(groupChoices.run),
  form(context) {
    const found = runGroup(context.facts, 'group settings', context.options, context);
    return isChosenGroup(found) ? settingsForm(found.group, context.words) : found;
  },
  async submit(context) {
    const { facts, options, words, fields, now } = context;
    const found = runGroup(facts, 'group settings', options, context);
    if (!isChosenGroup(found)) return found;
    const entries = readEntries(settingsForm(found.group, words), fields);
    if (isFieldProblem(entries)) return entries;
    const zone = readZone(entries['zone'] ?? '');
    if (zone === undefined) return { field: 'zone', problem: { code: 'zone-unknown', params: { said: entries['zone'] ?? '' } } };
    const madeFrom = { ...found.group, revision: Number(options.revision ?? found.group.revision) };
    return recordGroup(context, changeGroup(madeFrom, entered(madeFrom, entries, zone), now, ''));
  },
});

/** What the form sets; an emptied charter is taken away. */
function entered({ schedule }: Group, { rhythm, weekday, hour, charter = '' }: Entries, zone: string) {
  return {
    schedule: {
      rhythm: rhythms.find((one) => one === rhythm) ?? schedule.rhythm,
      weekday: Number(weekday ?? schedule.weekday),
      hour: Number(hour ?? schedule.hour),
      zone,
    },
    charter: charter === '' ? null : charter,
  };
}
