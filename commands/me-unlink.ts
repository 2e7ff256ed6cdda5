import { z } from 'zod';
import { partedCard } from '../src/cards/link.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';

export default replyCommand({
  name: 'me unlink',
  listed: false,
  permission: 'anyone',
  options: z.object({}),
  read: readActor,
  async run({ store, by, words }) {
    const parted = await store.unlink(by);
    return parted === undefined ? { code: 'link-none', params: {} } : partedCard(parted, words);
  },
});
