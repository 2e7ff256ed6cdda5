import { z } from 'zod';
import { closingCard, closingForm, concludedBlocks } from '../src/cards/closing.ts';
import { formCommand } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { groupWordOption, hiddenWord } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { closingReason, moveGroup } from '../src/core/group.ts';
import { isProblem } from '../src/core/problem.ts';
import { recordGroup } from './parts/record-group.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default formCommand({
  name: 'group conclude',
  listed: false,
  options: z.object({ group: groupWordOption(groupChoices.conclude), step: hiddenWord() }),
  opens: ({ step }) => (step === undefined ? 'card' : 'form'),
  read: readWhichGroup(groupChoices.conclude),
  form({ facts, options, actor, words }) {
    const found = chosenGroup(facts, 'group conclude', options, words);
    if (!isChosenGroup(found)) return found;
    const move = moveGroup(actor, found.group, 'conclude', '');
    return isProblem(move) ? move : closingForm(found, words);
  },
  async submit(context) {
    const { facts, options, actor, words, fields } = context;
    const found = chosenGroup(facts, 'group conclude', options, words);
    if (!isChosenGroup(found)) return found;
    const move = moveGroup(actor, found.group, 'conclude', '');
    if (isProblem(move)) return move;
    if (options.step === undefined) return closingCard(found, words);
    const entries = readEntries(closingForm(found, words), fields);
    if (isFieldProblem(entries)) return entries;
    const { outcome = '', left = '' } = entries;
    const why = closingReason({ outcome, left });
    const card = await recordGroup(context, { ...move, why });
    if (!('kind' in card)) return card;
    return { ...card, title: words.membership.concluded(found.group.id), blocks: [...concludedBlocks(why, words), ...card.blocks] };
  },
});
