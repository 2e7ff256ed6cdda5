import { z } from 'zod';
import { confirmCard, enteredCard, offerCard, whoseCard } from '../src/cards/link.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenWord, wordOption } from '../src/chat/option.ts';

export default replyCommand({
  name: 'me link',
  aliases: ['link', 'lier'],
  permission: 'member',
  options: z.object({ code: wordOption(), sure: hiddenWord() }),
  read: ({ store, sender, real }) => store.readMe(sender, real),
  async run({ options: { code, sure }, facts, store, by, real, words }) {
    if (code === undefined) return facts.link === undefined ? offerCard(await store.offerLink(by, real), by.account, words) : confirmCard(facts.link, words);
    const entered = await store.enterLink(code, sure === 'yes', by, real);
    switch (entered.kind) {
      case 'found':
        return whoseCard(entered.asker, code, words);
      case 'entered':
        return enteredCard(entered.asker, by.account, words);
      default:
        return { code: `link-${entered.kind}`, params: {} };
    }
  },
});
