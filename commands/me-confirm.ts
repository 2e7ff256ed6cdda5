import { z } from 'zod';
import { confirmCard, linkedCard } from '../src/cards/link.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenWord } from '../src/chat/option.ts';

export default replyCommand({
  name: 'me confirm',
  listed: false,
  permission: 'member',
  options: z.object({ link: hiddenWord() }),
  read: ({ store, sender, real }) => store.readMe(sender, real),
  async run({ options: { link }, facts, store, by, real, words }) {
    // Nobody confirms an account that they are not shown.
    if (link === undefined) return facts.link === undefined ? { code: 'link-nothing', params: {} } : confirmCard(facts.link, words);
    const enterer = await store.confirmLink(link, by, real);
    return enterer === undefined ? { code: 'link-over', params: {} } : linkedCard(enterer, words);
  },
});
