import { z } from 'zod';
import { privacyCard } from '../src/cards/personal.ts';
import { replyCommand } from '../src/chat/command.ts';
import { nobody } from '../src/core/account.ts';

export default replyCommand({
  name: 'me privacy',
  aliases: ['privacy', 'confidentialité'],
  options: z.object({}),
  read: ({ store, sender }) => store.readPersonal(sender),
  run: ({ facts: { data }, sender, words }) => privacyCard(sender.account === nobody ? undefined : data, words),
});
