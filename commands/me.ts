import { z } from 'zod';
import { meCard } from '../src/cards/me.ts';
import { replyCommand } from '../src/chat/command.ts';

export default replyCommand({
  name: 'me',
  options: z.object({}),
  read: ({ store, sender, now }) => store.readDesks(sender, undefined, undefined, now),
  run({ facts, actor, words, zone }) {
    const mine = facts.desks.flatMap(({ group }) => (actor.leads?.includes(group.id) === true ? [group] : []));
    return meCard(actor, mine, zone, words);
  },
});
