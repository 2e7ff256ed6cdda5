import { z } from 'zod';
import { peopleCard } from '../src/cards/membership.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, hiddenNumber } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { isGroupId, whichGroup } from './parts/which-group.ts';

const size = 10;

export default replyCommand({
  name: 'group people',
  listed: false,
  permission: 'member',
  options: z.object({ group: groupWordOption(), skip: hiddenNumber() }),
  async read({ store, sender, options: { group = '', skip = '0' } }) {
    if (!isGroupId(group)) return store.findPeople(sender, group, groupChoices.read, size);
    return { ...(await store.readPeople(sender, group, Number(skip), size)), groups: [], named: false };
  },
  run({ facts: { group, people, more, ...found }, options, actor, words }) {
    if (group === undefined) return whichGroup(found, 'group people', options, words);
    return peopleCard({ group, people, more, skip: Number(options.skip ?? '0'), size }, actor, words);
  },
});
