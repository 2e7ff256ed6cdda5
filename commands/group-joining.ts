import { z } from 'zod';
import { valueUnknown, whichValueCard } from '../src/cards/which-value.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, wordOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { changeGroup, type Joining, joinings } from '../src/core/group.ts';
import { readValue } from '../src/text/read-value.ts';
import { recordGroup, runGroup } from './parts/record-group.ts';
import { isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group joining',
  listed: false,
  options: z.object({ group: groupWordOption(groupChoices.run), way: wordOption() }),
  read: readWhichGroup(groupChoices.run),
  async run(context) {
    const { facts, options, now, words } = context;
    const found = runGroup(facts, 'group joining', options, context);
    if (!isChosenGroup(found)) return found;
    const { way } = options;
    const choosing = {
      command: 'group joining',
      values: joinings,
      labels: words.membership.joinings,
      options: (one: Joining) => ({ group: found.group.id, way: one }),
    };
    if (way === undefined) return whichValueCard(choosing, words);
    const joining = readValue(way, joinings, (all) => all.joinings);
    if (joining === undefined) return valueUnknown(way, choosing);
    const card = await recordGroup(context, changeGroup(found.group, { joining }, now, ''));
    return 'kind' in card ? { ...card, title: words.membership.joiningSet(words.membership.joinings[joining]) } : card;
  },
});
