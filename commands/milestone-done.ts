import { z } from 'zod';
import { isFieldProblem } from '../src/chat/entries.ts';
import { hiddenNumber, hiddenWord, milestoneOption } from '../src/chat/option.ts';
import { enterDay, milestoneCommand } from './parts/milestone-form.ts';

export default milestoneCommand(
  {
    act: 'done',
    recordedAs: 'done',
    choice: 'open',
    enter({ outcome = '', dated = '', why = '' }, asking) {
      const entered = enterDay(dated, asking);
      if (isFieldProblem(entered)) return entered;
      const { day, typed } = entered;
      return { set: { outcome: { text: outcome, dated: day } }, why, ...(typed !== undefined && { typed }) };
    },
  },
  z.object({ milestone: milestoneOption('open'), when: hiddenWord(), revision: hiddenNumber() }),
);
