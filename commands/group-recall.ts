import { z } from 'zod';
import { settledCard } from '../src/cards/membership.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group recall',
  listed: false,
  permission: 'member',
  options: z.object({ group: groupOption(groupChoices.handOver) }),
  read: readWhichGroup(groupChoices.handOver),
  async run({ facts, options, words, store, by }) {
    const found = chosenGroup(facts, 'group recall', options, words);
    if (!isChosenGroup(found)) return found;
    const { group } = found;
    const recalled = await store.recallHandover(group.id, by);
    return recalled ? settledCard(group, words.membership.recalled(group.id), words) : { code: 'asks-nobody', params: { id: group.id } };
  },
});
