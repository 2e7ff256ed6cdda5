import { z } from 'zod';
import { owedAgainCard } from '../src/cards/status.ts';
import { replyCommand } from '../src/chat/command.ts';
import { wordOption } from '../src/chat/option.ts';

export default replyCommand({
  name: 'status again',
  listed: false,
  permission: 'member',
  options: z.object({ message: wordOption() }),
  read: ({ store, sender, options }) => store.readMessage(sender, options.message ?? ''),
  async run({ facts: { message, subscription }, actor, store, by, words }) {
    if (message === undefined) return { code: 'message-unknown', params: {} };
    const own = subscription !== undefined && subscription.configuredBy === actor.member;
    if (!actor.coordinator && !own) return { code: 'coordinators-only', params: {} };
    return (await store.postAgain(message.id, by)) ? owedAgainCard(words) : { code: 'message-unknown', params: {} };
  },
});
