import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, wordOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { changeGroup, joinings } from '../src/core/group.ts';
import { ledGroup, recordGroup } from './record-group.ts';
import { isChosenGroup, readWhichGroup } from './which-group.ts';

export default replyCommand({
  name: 'group joining',
  listed: false,
  options: z.object({ group: groupWordOption(groupChoices.lead), way: wordOption() }),
  read: readWhichGroup(groupChoices.lead),
  async run(context) {
    const { facts, options, now, words } = context;
    const found = ledGroup(facts, 'group joining', options, context);
    if (!isChosenGroup(found)) return found;
    const joining = joinings.find((one) => one === options.way?.toLowerCase());
    if (joining === undefined) return { code: 'option-invalid', params: { command: 'group joining', option: 'way' } };
    const card = await recordGroup(context, changeGroup(found.group, { joining }, now, ''));
    return 'kind' in card ? { ...card, title: words.membership.joiningSet(words.membership.joinings[joining]) } : card;
  },
});
