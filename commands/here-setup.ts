import { z } from 'zod';
import { setupCard } from '../src/cards/here.ts';
import { replyCommand } from '../src/chat/command.ts';
import { settle } from '../src/core/space.ts';

export default replyCommand({
  name: 'here setup',
  options: z.object({}),
  read: ({ store, sender }) => store.readSetup(sender),
  async run({ facts, actor, store, sender, by, ...view }) {
    const step = settle(actor, facts.hasCoordinator);
    if (typeof step === 'object') return step;
    if (step === 'claim' && (await store.claim(by))) return setupCard('claimed', actor, [], view);
    // Somebody else claimed it in the same moment, and their claim may have accepted this space.
    const next = step === 'claim' ? (await store.readSetup(sender)).actor.spaceState : step;
    if (next === 'accept') await store.acceptSpace(actor.space ?? '', by);
    if (next === 'ask' || next === 'unknown') await store.askForSpace(by);
    return setupCard(outcomes[next], actor, actor.coordinator ? facts.waitingSpaces : [], view);
  },
});

const outcomes = { accept: 'accepted', accepted: 'accepted', ask: 'asked', unknown: 'asked', waiting: 'waiting', claim: 'asked' } as const;
