import { z } from 'zod';
import { channelCard } from '../src/cards/here-channel.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenWord } from '../src/chat/option.ts';
import { channelMeant, isChannel, readHere } from './parts/here-channel.ts';

export default replyCommand({
  name: 'here',
  aliases: ['here show'],
  permission: 'coordinator',
  options: z.object({ channel: hiddenWord() }),
  read: readHere,
  run(context) {
    const { facts, options } = context;
    const meant = channelMeant(context, options.channel);
    return isChannel(meant) ? channelCard({ ...facts, channel: meant.channel }, context) : meant;
  },
});
