import { z } from 'zod';
import { exportCard, nothingCard } from '../src/cards/personal.ts';
import { replyCommand } from '../src/chat/command.ts';
import { isAnything } from '../src/core/personal.ts';

export default replyCommand({
  name: 'me export',
  aliases: ['export', 'exporter'],
  options: z.object({}),
  read: ({ store, sender }) => store.readPersonal(sender),
  async run({ facts: { data }, store, by, real, about, words }) {
    return isAnything(data) ? exportCard(data, await store.offerExport(by, real), about.address, words) : nothingCard(words);
  },
});
