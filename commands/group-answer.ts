import { z } from 'zod';
import { answerCard, personNeeded, settledCard } from '../src/cards/membership.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, wordOption } from '../src/chat/option.ts';
import { accountNamed, isAccount } from '../src/core/account.ts';
import { groupChoices } from '../src/core/choice.ts';
import { type JoinAnswer, memberRoles } from '../src/core/membership.ts';
import { readValue } from '../src/text/read-value.ts';
import { runGroup } from './parts/record-group.ts';
import { isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group answer',
  listed: false,
  options: z.object({ group: groupWordOption(groupChoices.run), person: wordOption(), answer: wordOption() }),
  read: readWhichGroup(groupChoices.run),
  async run(context) {
    const { facts, options, actor, sender, store, by, words } = context;
    const found = runGroup(facts, 'group answer', options, context);
    if (!isChosenGroup(found)) return found;
    const { group } = found;
    const { person: named = '', answer } = options;
    const account = accountNamed(named, by.account);
    if (!isAccount(account)) return personNeeded(group, named, words);
    const said = answerIn(answer);
    const answered = said && (await store.answerJoin({ group: group.id, account, ...said, asChair: !actor.coordinator }, by));
    if (answered === 'changed') return { code: 'group-changed', params: { id: group.id } };
    if (answered === 'settled') return settledCard(group, words.membership.answered[said?.admitted === true ? 'yes' : 'no'], words);
    // Whoever asks as something else by now is let in as that once it was read.
    const { asking } = await store.readAsking(sender, group.id, { account });
    return asking === undefined ? { code: 'join-not-asked', params: { id: group.id } } : answerCard(group, asking, words);
  },
});

/** Yes, no, or yes as what was read; undefined where nothing is said yet. */
function answerIn(said: string | undefined): Pick<JoinAnswer, 'admitted' | 'role'> | undefined {
  const role = memberRoles.find((one) => one === said);
  if (role !== undefined) return { admitted: true, role };
  const answer = readValue(said ?? '', ['yes', 'no'], (all) => all.answers);
  return answer === undefined ? undefined : { admitted: answer === 'yes' };
}
