import { z } from 'zod';
import { stakeholderCard } from '../src/cards/balance.ts';
import { replyCommand } from '../src/chat/command.ts';
import { textOption } from '../src/chat/option.ts';
import { readStakeholder } from '../src/text/read-stakeholder.ts';

export default replyCommand({
  name: 'me stakeholder',
  listed: false,
  permission: 'member',
  options: z.object({ group: textOption(100) }),
  read: ({ store, sender, real }) => store.readMe(sender, real),
  async run({ facts, options: { group: said }, store, by, words }) {
    if (said === undefined) return stakeholderCard(facts.stakeholder, false, words);
    const stakeholder = readStakeholder(said);
    if (stakeholder === undefined) return { code: 'option-invalid', params: { command: 'me stakeholder', option: 'group' } };
    await store.setPersonal({ stakeholder }, by);
    return stakeholderCard(stakeholder ?? undefined, true, words);
  },
});
