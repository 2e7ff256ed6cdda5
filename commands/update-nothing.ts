import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { groupOrWordOption, textOption, weekOption } from '../src/chat/option.ts';
import type { DesksFacts } from '../src/core/store-groups.ts';
import { nothingNew } from '../src/core/update.ts';
import { saysNothing } from '../src/text/read-value.ts';
import { submitUpdate } from './parts/submit-update.ts';
import { isPlace, placeOf, readDesks } from './parts/update-place.ts';
import { isNamed, type Typed } from './parts/which-desk.ts';

export default replyCommand({
  name: 'update nothing',
  listed: false,
  permission: 'lead',
  options: z.object({ group: groupOrWordOption(), text: textOption(2000), week: weekOption() }),
  read: readDesks,
  async run(context) {
    const { options, facts } = context;
    const text = beyondGroup(options, facts);
    const asked =
      text === undefined ? ({ command: 'update nothing', options } as const) : ({ command: 'update', options: { week: options.week, text } } as const);
    const place = placeOf({ ...context, ...asked });
    if (!isPlace(place)) return place;
    const done = saysNothing(place.text ?? '') ? '' : (place.text ?? '');
    return submitUpdate(place, { ...nothingNew(place.last), done }, 0, context);
  },
});

/** "Nothing new this week" and "nothing was decided yet" are typed as words of an update; undefined where there is a group at most. */
function beyondGroup({ group, text }: Typed, { desks }: DesksFacts): string | undefined {
  const isGroup = group === undefined || /^wg\d+$/i.test(group) || desks.some((desk) => isNamed(desk.group, group));
  return isGroup && text === undefined ? undefined : ['nothing', group, text].filter(Boolean).join(' ');
}
