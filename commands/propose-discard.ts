import { z } from 'zod';
import { proposalsCard } from '../src/cards/proposals.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';
import { topicOption } from '../src/chat/option.ts';
import { pageSize } from './proposals.ts';

export default replyCommand({
  name: 'propose discard',
  listed: false,
  permission: 'member',
  options: z.object({ topic: topicOption() }),
  read: readActor,
  async run({ options, store, sender, actor, by, ...view }) {
    const { proposal } = view.words;
    const gone = await store.dropDraft(options.topic, by);
    const { actor: _, ...page } = await store.readProposals(sender, 0, pageSize);
    const card = proposalsCard({ ...page, skip: 0, size: pageSize, leads: actor.coordinator }, view);
    return { ...card, title: gone ? proposal.dropped : proposal.noDraft };
  },
});
