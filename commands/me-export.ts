import { z } from 'zod';
import { exportCard, nothingCard } from '../src/cards/personal.ts';
import { replyCommand } from '../src/chat/command.ts';

export default replyCommand({
  name: 'me export',
  aliases: ['export', 'exporter'],
  options: z.object({}),
  read: ({ store, sender }) => store.readPersonal(sender),
  async run({ facts: { data }, store, by, real, about, words }) {
    const offer = await store.offerExport(by, real);
    return offer === undefined ? nothingCard(words) : exportCard(data, offer, about.address, words);
  },
});
