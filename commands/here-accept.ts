import { z } from 'zod';
import { acceptedCard } from '../src/cards/here.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';
import { wordOption } from '../src/chat/option.ts';

export default replyCommand({
  name: 'here accept',
  listed: false,
  permission: 'coordinator',
  options: z.object({ space: wordOption() }),
  read: readActor,
  async run({ options: { space }, store, by, words }) {
    if (space === undefined)
      return { code: 'option-missing', params: { command: 'here accept', option: words.commands['here accept'].options['space'] ?? '' } };
    return (await store.acceptSpace(space, by)) ? acceptedCard(space, words) : { code: 'space-unknown', params: { said: space } };
  },
});
