import { z } from 'zod';
import { joinedCard } from '../src/cards/membership.ts';
import { valueUnknown } from '../src/cards/which-value.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupWordOption, wordOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { joinGroup, memberRoles } from '../src/core/membership.ts';
import { isProblem } from '../src/core/problem.ts';
import { readValue } from '../src/text/read-value.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'join',
  aliases: ['rejoindre'],
  permission: 'member',
  options: z.object({ group: groupWordOption(groupChoices.join), role: wordOption() }),
  read: readWhichGroup(groupChoices.join),
  async run({ facts, options, actor, store, by, words }) {
    const found = chosenGroup(facts, 'join', options, words);
    if (!isChosenGroup(found)) return found;
    const { group, mine } = found;
    // A plain Join asks for nothing else than what somebody is there already.
    const usual = mine !== undefined && mine.state !== 'left' ? mine.role : 'member';
    const { role: said = usual } = options;
    const role = readValue(said, memberRoles, (all) => all.memberRoles);
    if (role === undefined)
      return valueUnknown(said, { command: 'join', values: memberRoles, labels: words.membership.roles, options: (one) => ({ group: group.id, role: one }) });
    const wish = joinGroup(actor, group, mine, role);
    if (isProblem(wish)) return wish;
    const recorded = await store.join(wish, by);
    if (recorded.kind === 'stale') return { code: 'group-changed', params: { id: group.id } };
    const state = mine?.state === 'in' || wish.joining === 'open' ? 'in' : 'asked';
    return joinedCard(recorded.value, { role, state }, words);
  },
});
