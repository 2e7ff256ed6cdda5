import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { pauseGroup } from '../src/core/group.ts';
import { ledGroup, recordGroup } from './record-group.ts';
import { isChosenGroup, readWhichGroup } from './which-group.ts';

export default replyCommand({
  name: 'group pause',
  listed: false,
  options: z.object({ group: groupOption() }),
  read: readWhichGroup,
  async run(context) {
    const found = ledGroup(context.facts, 'group pause', context.options.group, context);
    return isChosenGroup(found) ? recordGroup(context, pauseGroup(found.group, 'group paused', '')) : found;
  },
});
