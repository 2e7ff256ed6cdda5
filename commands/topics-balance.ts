import { z } from 'zod';
import { balanceCard } from '../src/cards/balance.ts';
import { replyCommand } from '../src/chat/command.ts';

export default replyCommand({
  name: 'topics balance',
  listed: false,
  options: z.object({}),
  shareable: true,
  read: ({ store, sender }) => store.readBalance(sender),
  run: ({ facts: { balances }, words }) => balanceCard(balances, words),
});
