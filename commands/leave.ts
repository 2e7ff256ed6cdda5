import { z } from 'zod';
import { chairOfferGoneCard, leftCard, soleChair } from '../src/cards/membership.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, hiddenWord } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { askedBy, leaveGroup } from '../src/core/membership.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'leave',
  aliases: ['quitter'],
  options: z.object({ group: groupWordOption(groupChoices.leave), sure: hiddenWord() }),
  read: readWhichGroup(groupChoices.leave),
  async run({ facts, options, actor, store, by, words }) {
    const found = chosenGroup(facts, 'leave', options, words);
    if (!isChosenGroup(found)) return found;
    const { group, mine } = found;
    const refused = leaveGroup(actor, group, mine, options.sure === 'yes');
    if (refused?.code === 'sole-chair') return soleChair(group, undefined, askedBy(actor, found.chairOffers).length > 0, words);
    if (refused?.code === 'not-in-group' && (await store.takeBackChair(group.id, by))) return chairOfferGoneCard(group, words);
    if (refused !== undefined) return refused;
    const left = await store.leave(group.id, by);
    return left ? leftCard(group, mine?.state === 'asked', words) : { code: 'not-in-group', params: { id: group.id } };
  },
});
