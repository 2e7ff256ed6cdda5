import { z } from 'zod';
import { languageCard } from '../src/cards/me.ts';
import { readActor, replyCommand } from '../src/chat/command.ts';
import { wordOption } from '../src/chat/option.ts';
import { may } from '../src/core/member.ts';
import { readLanguage, wordsFor } from '../src/text/words.ts';

export default replyCommand({
  name: 'me language',
  aliases: ['language', 'langue'],
  options: z.object({ language: wordOption({ completes: 'language' }) }),
  read: readActor,
  async run({ options, actor, words, store, by }) {
    if (options.language === undefined) return languageCard(words, false);
    const language = readLanguage(options.language);
    if (language === undefined) return { code: 'language-unknown', params: { said: options.language } };
    const refused = may(actor, 'member');
    if (refused !== undefined) return refused;
    await store.setPersonal({ language }, by);
    return languageCard(wordsFor(language), true);
  },
});
