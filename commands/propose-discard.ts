import { z } from 'zod';
import { proposalsCard } from '../src/cards/proposals.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';
import { hiddenWord } from '../src/chat/option.ts';
import { pageSize } from './proposals.ts';

export default replyCommand({
  name: 'propose discard',
  listed: false,
  permission: 'member',
  options: z.object({ draft: hiddenWord() }),
  read: readActor,
  async run({ options, store, sender, actor, by, ...view }) {
    const { proposal } = view.words;
    const gone = options.draft === undefined ? undefined : await store.dropDraft(options.draft, by);
    const page = await store.readProposals(sender, 0, pageSize);
    const card = proposalsCard({ ...page, size: pageSize, leads: actor.coordinator }, view);
    return gone === undefined ? card : { ...card, title: gone ? proposal.dropped : proposal.noDraft };
  },
});
