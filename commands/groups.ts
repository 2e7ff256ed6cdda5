import { z } from 'zod';
import { groupsCard } from '../src/cards/groups.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenNumber } from '../src/chat/option.ts';

const size = 10;

export default replyCommand({
  name: 'groups',
  aliases: ['groupes'],
  options: z.object({ skip: hiddenNumber() }),
  shareable: true,
  read: ({ store, sender, options: { skip = '0' } }) => store.readGroups(sender, Number(skip), size),
  run: ({ facts, words }) => groupsCard({ ...facts, size }, words),
});
