import { z } from 'zod';
import { linkedCard } from '../src/cards/link.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';

export default replyCommand({
  name: 'me confirm',
  listed: false,
  permission: 'member',
  options: z.object({}),
  read: readActor,
  async run({ store, by, real, words }) {
    const enterer = await store.confirmLink(by, real);
    return enterer === undefined ? { code: 'link-nothing', params: {} } : linkedCard(enterer, words);
  },
});
