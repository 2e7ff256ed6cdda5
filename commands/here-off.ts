import { z } from 'zod';
import { channelCard } from '../src/cards/here-channel.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenWord } from '../src/chat/option.ts';
import { channelMeant, isChannel, readHere } from './parts/here-channel.ts';

export default replyCommand({
  name: 'here off',
  listed: false,
  permission: 'coordinator',
  options: z.object({ channel: hiddenWord() }),
  read: readHere,
  async run(context) {
    const { facts, options, store, by, words } = context;
    const meant = channelMeant(context, options.channel);
    if (!isChannel(meant)) return meant;
    await store.unsubscribe(meant, by);
    return channelCard({ channel: meant.channel, leadership: facts.leadership }, context, words.here.switchedOff);
  },
});
