import { z } from 'zod';
import { settledCard } from '../src/cards/membership.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { notAsked } from '../src/core/group.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group decline',
  listed: false,
  permission: 'member',
  options: z.object({ group: groupOption(groupChoices.answerChair) }),
  read: readWhichGroup(groupChoices.answerChair),
  async run({ facts, options, words, store, by }) {
    const found = chosenGroup(facts, 'group decline', options, words);
    if (!isChosenGroup(found)) return found;
    const { group } = found;
    const declined = await store.declineChair(group.id, by);
    return declined ? settledCard(group, words.membership.refused(group.id), words) : notAsked(group);
  },
});
