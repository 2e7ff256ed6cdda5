import { z } from 'zod';
import type { Card } from '../src/chat/card.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';
import { hiddenWord, wordOption } from '../src/chat/option.ts';
import type { Words } from '../src/text/words.ts';

export default replyCommand({
  name: 'here leadership',
  listed: false,
  permission: 'coordinator',
  options: z.object({ off: wordOption(), channel: hiddenWord() }),
  read: readActor,
  async run({ options, place, actor, store, by, words }) {
    if (options.off !== undefined) {
      const { usage } = words.commands['here leadership'];
      if (options.off.toLowerCase() !== 'off') return { code: 'option-invalid', params: { command: 'here leadership', usage } };
      await store.leadNoMore(by);
      return saidCard(words.proposal.leadershipOff, words);
    }
    const channel = options.channel ?? (place.kind === 'channel' ? place.channel : undefined);
    if (channel === undefined || actor.space === undefined) return { code: 'channel-needed', params: {} };
    await store.leadFrom({ space: actor.space, channel, language: words.language }, by);
    return saidCard(words.proposal.leadershipSet, words);
  },
});

function saidCard(said: string, words: Words): Card {
  const show = { kind: 'act', label: words.proposal.title, invoke: { command: 'proposals', options: {} } } as const;
  return {
    kind: 'card',
    language: words.language,
    title: words.proposal.leadershipTitle,
    tone: 'good',
    blocks: [{ kind: 'paragraph', text: [said] }],
    buttons: [show],
    audience: 'asker',
  };
}
