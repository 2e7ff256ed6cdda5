import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption, weekOption } from '../src/chat/option.ts';
import { nothingNew } from '../src/core/update.ts';
import { record } from './record-update.ts';
import { isPlace, placeOf, readDesks } from './update-place.ts';

export default replyCommand({
  name: 'update nothing',
  listed: false,
  permission: 'member',
  options: z.object({ group: groupOption(), week: weekOption() }),
  read: readDesks,
  async run(context) {
    const place = placeOf({ command: 'update nothing', ...context });
    return isPlace(place) ? record(place, nothingNew(place.last), 0, context) : place;
  },
});
