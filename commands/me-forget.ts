import { z } from 'zod';
import { forgetCard, forgottenCard, nothingCard } from '../src/cards/personal.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenWord } from '../src/chat/option.ts';
import { isAnything } from '../src/core/personal.ts';

export default replyCommand({
  name: 'me forget',
  options: z.object({ sure: hiddenWord() }),
  read: ({ store, sender }) => store.readPersonal(sender),
  async run({ options: { sure }, facts: { data }, actor, store, by, words }) {
    if (!isAnything(data)) return nothingCard(words);
    if (sure !== 'yes') return forgetCard(actor, words);
    const forgotten = await store.forget(by);
    if (forgotten.kind === 'coordinates') return { code: 'coordinates-elsewhere', params: {} };
    return forgotten.kind === 'forgotten' ? forgottenCard(forgotten.proposals, words) : nothingCard(words);
  },
});
