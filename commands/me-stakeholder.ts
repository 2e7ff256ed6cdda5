import { z } from 'zod';
import { stakeholderCard } from '../src/cards/balance.ts';
import type { Card } from '../src/chat/card.ts';
import { replyCommand, type ShownProblem } from '../src/chat/command.ts';
import { textOption } from '../src/chat/option.ts';
import { stakeholderGroups } from '../src/core/balance.ts';
import { readStakeholder } from '../src/text/read-stakeholder.ts';
import type { Words } from '../src/text/words.ts';

export default replyCommand({
  name: 'me stakeholder',
  listed: false,
  permission: 'member',
  options: z.object({ group: textOption(100) }),
  read: ({ store, sender, real }) => store.readMe(sender, real),
  async run({ facts, options: { group: said }, store, by, words }) {
    if (said === undefined) return stakeholderCard(facts.stakeholder, false, words);
    const stakeholder = readStakeholder(said);
    if (stakeholder === undefined) return none(said, stakeholderCard(facts.stakeholder, false, words), words);
    await store.setPersonal({ stakeholder }, by);
    return stakeholderCard(stakeholder ?? undefined, true, words);
  },
});

function none(said: string, { blocks, buttons }: Card, { balance }: Words): ShownProblem {
  const choices = stakeholderGroups.map((one) => balance.groups[one]).join(', ');
  return { problem: { code: 'value-unknown', params: { said, choices } }, blocks, buttons };
}
