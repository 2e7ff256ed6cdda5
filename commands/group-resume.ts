import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { moveGroup } from '../src/core/group.ts';
import { recordGroup } from './parts/record-group.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group resume',
  listed: false,
  options: z.object({ group: groupOption(groupChoices.resume) }),
  read: readWhichGroup(groupChoices.resume),
  async run(context) {
    const { facts, options, actor, words } = context;
    const found = chosenGroup(facts, 'group resume', options, words);
    return isChosenGroup(found) ? recordGroup(context, moveGroup(actor, found.group, 'resume', '')) : found;
  },
});
