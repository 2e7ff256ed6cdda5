import { z } from 'zod';
import { restForm } from '../src/cards/closing.ts';
import { formCommand } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { groupWordOption, textOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { moveGroup } from '../src/core/group.ts';
import { isProblem } from '../src/core/problem.ts';
import { recordGroup } from './parts/record-group.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default formCommand({
  name: 'group rest',
  listed: false,
  permission: 'coordinator',
  options: z.object({ group: groupWordOption(groupChoices.rest), why: textOption(500) }),
  opens: ({ why }) => (why === undefined ? 'form' : 'card'),
  read: readWhichGroup(groupChoices.rest),
  form({ facts, options, actor, words }) {
    const found = chosenGroup(facts, 'group rest', options, words);
    if (!isChosenGroup(found)) return found;
    const move = moveGroup(actor, found.group, 'rest', '');
    return isProblem(move) ? move : restForm(found.group, words);
  },
  async submit(context) {
    const { facts, options, actor, words, fields } = context;
    const found = chosenGroup(facts, 'group rest', options, words);
    if (!isChosenGroup(found)) return found;
    const entries = options.why === undefined ? readEntries(restForm(found.group, words), fields) : { why: options.why };
    return isFieldProblem(entries) ? entries : recordGroup(context, moveGroup(actor, found.group, 'rest', entries['why'] ?? ''));
  },
});
