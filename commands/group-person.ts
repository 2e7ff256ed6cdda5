import { z } from 'zod';
import { personNeeded } from '../src/cards/membership.ts';
import { personCard } from '../src/cards/person.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, wordOption } from '../src/chat/option.ts';
import { isAccount } from '../src/core/account.ts';
import { groupChoices } from '../src/core/choice.ts';
import { ledGroup } from './record-group.ts';
import { isChosenGroup, readWhichGroup } from './which-group.ts';

export default replyCommand({
  name: 'group person',
  listed: false,
  options: z.object({ group: groupWordOption(groupChoices.lead), person: wordOption() }),
  read: readWhichGroup(groupChoices.lead),
  run(context) {
    const { facts, options, actor, words } = context;
    const found = ledGroup(facts, 'group person', options, context);
    if (!isChosenGroup(found)) return found;
    const { group, person: belongs } = found;
    const { person: account = '' } = options;
    if (!isAccount(account)) return personNeeded(group, account, words);
    const lead = group.leads.find(({ member }) => member.accounts.includes(account));
    if (lead !== undefined) return personCard(group, { accounts: lead.member.accounts, role: lead.role }, actor, words);
    return belongs?.state === 'in' ? personCard(group, belongs, actor, words) : { code: 'person-not-in-group', params: { id: group.id } };
  },
});
