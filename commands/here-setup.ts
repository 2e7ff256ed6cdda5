import { z } from 'zod';
import { setupCard } from '../src/cards/here.ts';
import { replyCommand } from '../src/chat/command.ts';
import { settle } from '../src/core/space.ts';

export default replyCommand({
  name: 'here setup',
  options: z.object({}),
  read: ({ store, sender }) => store.readSetup(sender),
  async run({ facts, actor, store, by, ...view }) {
    const step = settle(actor, facts.hasCoordinator);
    switch (step) {
      case 'claim':
        if (await store.claim(by)) return setupCard('claimed', actor, [], view);
        await store.askForSpace(by);
        return setupCard('asked', actor, [], view);
      case 'accept':
        await store.acceptSpace(actor.space ?? '', by);
        return setupCard('accepted', actor, facts.waitingSpaces, view);
      case 'ask':
        await store.askForSpace(by);
        return setupCard('asked', actor, [], view);
      case 'accepted':
      case 'waiting':
        return setupCard(step, actor, actor.coordinator ? facts.waitingSpaces : [], view);
      default:
        return step;
    }
  },
});
