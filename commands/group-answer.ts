import { z } from 'zod';
import { answerCard, settledCard } from '../src/cards/membership.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, wordOption } from '../src/chat/option.ts';
import { isAccount } from '../src/core/account.ts';
import { ledGroup } from './record-group.ts';
import { isChosenGroup, readWhichGroup } from './which-group.ts';

export default replyCommand({
  name: 'group answer',
  listed: false,
  options: z.object({ group: groupWordOption(), person: wordOption(), answer: wordOption() }),
  read: readWhichGroup,
  async run(context) {
    const { facts, options, store, by, words } = context;
    const found = ledGroup(facts, 'group answer', options.group, context);
    if (!isChosenGroup(found)) return found;
    const { group } = found;
    const { person: account = '', answer } = options;
    if (!isAccount(account)) return { code: 'account-unknown', params: { said: account } };
    if (answer !== 'yes' && answer !== 'no') return answerCard(group, account, words);
    const answered = await store.answerJoin({ group: group.id, account, admitted: answer === 'yes' }, by);
    return answered ? settledCard(group, words.membership.answered[answer], words) : { code: 'join-not-asked', params: { id: group.id } };
  },
});
