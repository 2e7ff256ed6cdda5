import { z } from 'zod';
import { statusCard } from '../src/cards/status.ts';
import { replyCommand } from '../src/chat/command.ts';

export default replyCommand({
  name: 'status',
  options: z.object({}),
  read: ({ store, sender, now }) => store.readStatus(sender, now),
  run: ({ facts, actor, about, now, real, words }) =>
    statusCard(facts, about, { acts: actor.coordinator && !actor.visitor, people: !actor.visitor, now, real }, words),
});
