import { z } from 'zod';
import { checkCard } from '../src/cards/check.ts';
import { replyCommand } from '../src/chat/command.ts';
import { wordOption } from '../src/chat/option.ts';

export default replyCommand({
  name: 'check',
  listed: false,
  options: z.object({ key: wordOption() }),
  read: ({ store, sender, options }) => store.readRecorded(sender, options.key ?? ''),
  run: ({ facts, options, words }) => checkCard(facts.event, options.key ?? '', words),
});
