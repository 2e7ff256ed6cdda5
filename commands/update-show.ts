import { z } from 'zod';
import { updateCard } from '../src/cards/update.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenNumber, updateOption } from '../src/chat/option.ts';

export default replyCommand({
  name: 'update show',
  listed: false,
  options: z.object({ update: updateOption(), revision: hiddenNumber() }),
  shareable: true,
  read: ({ store, sender, options }) => store.readUpdate(sender, options.update ?? ''),
  run({ facts: { group, revisions, writers }, options, actor, words }) {
    const update = revisions.find(({ revision }) => String(revision) === options.revision) ?? revisions[0];
    if (group === undefined || update === undefined) return { code: 'update-unknown', params: { said: options.update ?? '' } };
    return updateCard({ group, update, revisions, writers }, actor, words);
  },
});
