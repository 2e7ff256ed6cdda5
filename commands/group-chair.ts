import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { notAsked, roleIn } from '../src/core/group.ts';
import { showRecorded } from './parts/record-group.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group chair',
  listed: false,
  permission: 'member',
  options: z.object({ group: groupOption(groupChoices.answerChair) }),
  read: readWhichGroup(groupChoices.answerChair),
  async run(context) {
    const { facts, options, words, store, by, actor } = context;
    const found = chosenGroup(facts, 'group chair', options, words);
    if (!isChosenGroup(found)) return found;
    const { id } = found.group;
    const accepted = await store.acceptChair(id, by);
    if (!accepted && roleIn(actor, found.group) !== 'chair') return notAsked(found.group);
    const card = await showRecorded(context, id, 'chair accepted');
    return 'kind' in card ? { ...card, title: words.proposal.chairDone(id) } : card;
  },
});
