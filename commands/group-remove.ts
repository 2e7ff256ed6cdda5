import { z } from 'zod';
import { removeCard, settledCard } from '../src/cards/membership.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, hiddenWord, wordOption } from '../src/chat/option.ts';
import { isAccount } from '../src/core/account.ts';
import { ledGroup } from './record-group.ts';
import { isChosenGroup, readWhichGroup } from './which-group.ts';

export default replyCommand({
  name: 'group remove',
  listed: false,
  options: z.object({ group: groupWordOption(), person: wordOption(), sure: hiddenWord() }),
  read: readWhichGroup,
  async run(context) {
    const { facts, options, store, by, words } = context;
    const found = ledGroup(facts, 'group remove', options.group, context);
    if (!isChosenGroup(found)) return found;
    const { group } = found;
    const { person: account = '', sure } = options;
    if (!isAccount(account)) return { code: 'account-unknown', params: { said: account } };
    if (sure !== 'yes') return removeCard(group, account, words);
    const removed = await store.dismissMember(group.id, account, by);
    return removed ? settledCard(group, words.membership.removed, words) : { code: 'join-not-asked', params: { id: group.id } };
  },
});
