import { z } from 'zod';
import { personNeeded } from '../src/cards/membership.ts';
import { personCard } from '../src/cards/person.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, wordOption } from '../src/chat/option.ts';
import { accountNamed, isAccount } from '../src/core/account.ts';
import { groupChoices } from '../src/core/choice.ts';
import { runGroup } from './parts/record-group.ts';
import { isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group person',
  listed: false,
  options: z.object({ group: groupWordOption(groupChoices.run), person: wordOption() }),
  read: readWhichGroup(groupChoices.run),
  run(context) {
    const { facts, options, actor, words } = context;
    const found = runGroup(facts, 'group person', options, context);
    if (!isChosenGroup(found)) return found;
    const { group, person: belongs } = found;
    const { person: named = '' } = options;
    const account = accountNamed(named, actor.account);
    if (!isAccount(account)) return personNeeded(group, named, words);
    const lead = group.leads.find(({ member }) => member.accounts.includes(account));
    if (lead !== undefined) return personCard(group, { accounts: lead.member.accounts, role: lead.role }, actor, words);
    return belongs?.state === 'in' ? personCard(group, belongs, actor, words) : { code: 'person-unrelated', params: { id: group.id } };
  },
});
