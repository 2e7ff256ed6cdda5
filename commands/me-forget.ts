import { z } from 'zod';
import { forgetCard, forgottenCard, nothingCard } from '../src/cards/personal.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';
import { hiddenWord } from '../src/chat/option.ts';

export default replyCommand({
  name: 'me forget',
  options: z.object({ sure: hiddenWord() }),
  read: readActor,
  async run({ options: { sure }, actor, store, by, words }) {
    if (actor.member === undefined) return nothingCard(words);
    if (sure !== 'yes') return forgetCard(actor, words);
    const forgotten = await store.forget(by);
    if (forgotten === 'coordinates') return { code: 'coordinates-elsewhere', params: {} };
    return forgotten === 'forgotten' ? forgottenCard(words) : nothingCard(words);
  },
});
