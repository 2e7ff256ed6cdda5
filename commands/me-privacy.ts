import { z } from 'zod';
import { privacyCard } from '../src/cards/personal.ts';
import { replyCommand } from '../src/chat/command.ts';

export default replyCommand({
  name: 'me privacy',
  aliases: ['privacy', 'confidentialité'],
  options: z.object({}),
  read: ({ store, sender }) => store.readPersonal(sender),
  run: ({ facts: { data }, words }) => privacyCard(data, words),
});
