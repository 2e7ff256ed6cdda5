import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { offerTo } from './parts/offer-chair.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group offer',
  listed: false,
  permission: 'member',
  options: z.object({ group: groupOption(groupChoices.read) }),
  read: readWhichGroup(groupChoices.read),
  async run(context) {
    const { facts, options, words } = context;
    const found = chosenGroup(facts, 'group offer', options, words);
    return isChosenGroup(found) ? offerTo(found.group, context) : found;
  },
});
