import { z } from 'zod';
import { digestCard } from '../src/cards/digest.ts';
import { previewCard } from '../src/cards/here-channel.ts';
import { sayWeek } from '../src/cards/week-lines.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenWord } from '../src/chat/option.ts';
import { digestOf } from '../src/core/digest.ts';
import { latestWeekOver } from '../src/core/week.ts';
import { wordsFor } from '../src/text/words.ts';
import { channelMeant, isChannel, readHere } from './parts/here-channel.ts';

export default replyCommand({
  name: 'here preview',
  listed: false,
  permission: 'coordinator',
  options: z.object({ channel: hiddenWord() }),
  read: readHere,
  async run(context) {
    const { facts, options, store, sender, now, words } = context;
    const meant = channelMeant(context, options.channel);
    if (!isChannel(meant)) return meant;
    const week = latestWeekOver(now);
    const { actor: _, ...digest } = await store.readDigest(sender, week, now);
    const on = facts.subscription !== undefined && facts.subscription.state !== 'off';
    const spoken = on ? wordsFor(facts.subscription.language) : words;
    return previewCard(digestCard(digestOf(week, digest, now), { ...context, words: spoken }), sayWeek(week, words), meant.channel, on, words);
  },
});
