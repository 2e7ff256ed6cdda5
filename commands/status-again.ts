import { z } from 'zod';
import { owedAgainCard } from '../src/cards/status.ts';
import { replyCommand } from '../src/chat/command.ts';
import { wordOption } from '../src/chat/option.ts';

const refusals = { unknown: 'message-unknown', off: 'channel-off' } as const;

export default replyCommand({
  name: 'status again',
  listed: false,
  permission: 'coordinator',
  options: z.object({ message: wordOption() }),
  read: ({ store, sender, options }) => store.readMessage(sender, options.message ?? ''),
  async run({ facts, store, by, words }) {
    const again = await store.postAgain(facts.message?.id ?? '', by);
    return again === 'owed' ? owedAgainCard(words) : { code: refusals[again], params: {} };
  },
});
