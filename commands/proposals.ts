import { z } from 'zod';
import { proposalsCard } from '../src/cards/proposals.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenNumber } from '../src/chat/option.ts';

export const pageSize = 10;

export default replyCommand({
  name: 'proposals',
  aliases: ['propositions'],
  options: z.object({ skip: hiddenNumber() }),
  read: ({ store, sender, options }) => store.readProposals(sender, Number(options.skip ?? 0), pageSize),
  run: ({ facts, actor, ...view }) => proposalsCard({ ...facts, size: pageSize, leads: actor.coordinator }, view),
});
