import { z } from 'zod';
import { personNeeded, removeCard, settledCard } from '../src/cards/membership.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, hiddenWord, wordOption } from '../src/chat/option.ts';
import { accountNamed, isAccount } from '../src/core/account.ts';
import { groupChoices } from '../src/core/choice.ts';
import { runGroup } from './parts/record-group.ts';
import { isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group remove',
  listed: false,
  options: z.object({ group: groupWordOption(groupChoices.run), person: wordOption(), sure: hiddenWord() }),
  read: readWhichGroup(groupChoices.run),
  async run(context) {
    const { facts, options, actor, store, by, words } = context;
    const found = runGroup(facts, 'group remove', options, context);
    if (!isChosenGroup(found)) return found;
    const { group } = found;
    const { person: named = '', sure } = options;
    const account = accountNamed(named, by.account);
    if (!isAccount(account)) return personNeeded(group, named, words);
    const gone = { code: 'person-not-in-group', params: { id: group.id } } as const;
    if (sure !== 'yes') return found.person?.state === 'in' ? removeCard(group, account, found.person.accounts, words) : gone;
    const removed = await store.dismissMember({ group: group.id, account, asChair: !actor.coordinator }, by);
    if (removed === 'changed') return { code: 'group-changed', params: { id: group.id } };
    return removed === 'settled' ? settledCard(group, words.membership.removed, words) : gone;
  },
});
