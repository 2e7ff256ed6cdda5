import { z } from 'zod';
import { wakeBlocks } from '../src/cards/groups.ts';
import { showGroupButton } from '../src/cards/membership.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { moveGroup } from '../src/core/group.ts';
import { isProblem } from '../src/core/problem.ts';
import { recordGroup } from './parts/record-group.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group wake',
  listed: false,
  options: z.object({ group: groupOption(groupChoices.wake) }),
  read: readWhichGroup(groupChoices.wake),
  async run(context) {
    const { facts, options, actor, words } = context;
    const found = chosenGroup(facts, 'group wake', options, words);
    if (!isChosenGroup(found)) return found;
    const move = moveGroup(actor, found.group, 'wake', '');
    if (isProblem(move)) return { problem: move, blocks: wakeBlocks(found.group, actor, words), buttons: [showGroupButton(found.group, words)] };
    return recordGroup(context, move);
  },
});
