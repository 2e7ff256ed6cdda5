import { z } from 'zod';
import { peopleCard } from '../src/cards/membership.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, hiddenNumber } from '../src/chat/option.ts';

const size = 10;

export default replyCommand({
  name: 'group people',
  listed: false,
  permission: 'member',
  options: z.object({ group: groupWordOption(), skip: hiddenNumber() }),
  read: ({ store, sender, options: { group = '', skip = '0' } }) => store.readPeople(sender, group, Number(skip), size),
  run({ facts: { group, ...page }, options: { group: said = '', skip = '0' }, actor, words }) {
    return group === undefined ? { code: 'group-unknown', params: { said } } : peopleCard({ ...page, group, skip: Number(skip), size }, actor, words);
  },
});
