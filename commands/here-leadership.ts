import { z } from 'zod';
import { act, type Card, card, paragraph } from '../src/chat/card.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenWord, wordOption } from '../src/chat/option.ts';
import type { Words } from '../src/text/words.ts';
import { channelMeant, isChannel, readHere } from './parts/here-channel.ts';

export default replyCommand({
  name: 'here leadership',
  listed: false,
  permission: 'coordinator',
  options: z.object({ off: wordOption(), channel: hiddenWord() }),
  read: readHere,
  async run(context) {
    const { options, store, by, words } = context;
    if (options.off !== undefined) {
      const { usage } = words.commands['here leadership'];
      if (options.off.toLowerCase() !== 'off') return { code: 'option-invalid', params: { command: 'here leadership', usage } };
      await store.leadNoMore(by);
      return saidCard(words.proposal.leadershipOff, words);
    }
    const meant = channelMeant(context, options.channel);
    if (!isChannel(meant)) return meant;
    await store.leadFrom({ ...meant, language: words.language }, by);
    return saidCard(words.proposal.leadershipSet, words);
  },
});

function saidCard(said: string, words: Words): Card {
  const show = act(words.proposal.title, 'proposals');
  return card(words, {
    title: words.proposal.leadershipTitle,
    tone: 'good',
    blocks: [paragraph(said)],
    buttons: [show],
  });
}
