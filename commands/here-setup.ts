import { z } from 'zod';
import { type SetupOutcome, setupCard } from '../src/cards/here.ts';
import { replyCommand } from '../src/chat/command.ts';
import { type SetupStep, settle } from '../src/core/space.ts';
import type { By, Sender, Store } from '../src/core/store.ts';

export default replyCommand({
  name: 'here setup',
  options: z.object({}),
  read: ({ store, sender }) => store.readSetup(sender),
  async run({ facts, actor, store, sender, by, ...view }) {
    const step = settle(actor, facts.hasCoordinator);
    if (typeof step === 'object') return step;
    const outcome = await take(step, { store, sender, by, space: actor.space ?? '' });
    return setupCard(outcome, actor, actor.coordinator ? facts.waitingSpaces : [], view);
  },
});

type Setting = { readonly store: Store; readonly sender: Sender; readonly by: By; readonly space: string };

/** Takes the step, and says how the space stands afterwards. */
async function take(step: SetupStep, setting: Setting): Promise<SetupOutcome> {
  const { store, by, space } = setting;
  switch (step) {
    case 'claim':
      return (await store.claim(by)) ? 'claimed' : standing(setting);
    case 'accept':
      await store.acceptSpace(space, by);
      return 'accepted';
    case 'ask':
      await store.askForSpace(by);
      return 'asked';
    default:
      return step;
  }
}

/** Somebody else claimed it in the same moment; their claim may have accepted this space. */
async function standing({ store, sender, by }: Setting): Promise<SetupOutcome> {
  const { spaceState } = (await store.readSetup(sender)).actor;
  if (spaceState !== 'unknown') return spaceState;
  await store.askForSpace(by);
  return 'asked';
}
