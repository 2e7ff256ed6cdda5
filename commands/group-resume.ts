import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { moveGroup } from '../src/core/group.ts';
import { recordGroup } from './record-group.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './which-group.ts';

export default replyCommand({
  name: 'group resume',
  listed: false,
  options: z.object({ group: groupOption() }),
  read: readWhichGroup,
  async run(context) {
    const { facts, options, actor, words } = context;
    const found = chosenGroup(facts, 'group resume', options.group, words);
    return isChosenGroup(found) ? recordGroup(context, moveGroup(actor, found.group, 'resume', '')) : found;
  },
});
