import { z } from 'zod';
import { groupCard } from '../src/cards/groups.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group',
  aliases: ['groupe'],
  options: z.object({ group: groupOption(groupChoices.read) }),
  shareable: true,
  read: readWhichGroup(groupChoices.read),
  run({ facts, options, actor, ...view }) {
    const found = chosenGroup(facts, 'group', options, view.words);
    return isChosenGroup(found) ? groupCard(found, actor, view) : found;
  },
});
