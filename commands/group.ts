import { z } from 'zod';
import { groupCard } from '../src/cards/groups.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './which-group.ts';

export default replyCommand({
  name: 'group',
  aliases: ['groupe'],
  options: z.object({ group: groupOption() }),
  shareable: true,
  read: readWhichGroup,
  run({ facts, options, actor, ...view }) {
    const found = chosenGroup(facts, 'group', options.group, view.words);
    return isChosenGroup(found) ? groupCard(found, actor, view) : found;
  },
});
