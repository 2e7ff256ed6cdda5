import { z } from 'zod';
import { coordinatorCard } from '../src/cards/here.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';
import { wordOption } from '../src/chat/option.ts';

export default replyCommand({
  name: 'here dismiss',
  listed: false,
  permission: 'coordinator',
  options: z.object({ person: wordOption() }),
  read: readActor,
  async run({ options: { person = '' }, store, by, words }) {
    const outcome = await store.dismissCoordinator(person, by);
    if (outcome === 'last') return { code: 'last-coordinator', params: {} };
    return outcome === 'unknown' ? { code: 'account-unknown', params: { said: person } } : coordinatorCard(person, false, words);
  },
});
