import { z } from 'zod';
import { isFieldProblem } from '../src/chat/entries.ts';
import { dateOption, hiddenNumber, milestoneOption } from '../src/chat/option.ts';
import { enterWhenAgain, milestoneCommand } from './milestone-form.ts';

export default milestoneCommand(
  {
    act: 'confirm',
    recordedAs: 'confirmed',
    choice: 'all',
    enter({ when = '', source = '', why = '' }, asking, { id, confirmed }) {
      const typed = enterWhenAgain(when, confirmed, source, asking);
      if (isFieldProblem(typed)) return typed;
      if (typed.announced.when.kind === 'unknown') return { field: 'when', problem: { code: 'confirms-nothing', params: { id } } };
      return { set: { confirmed: typed.announced }, why, typed };
    },
  },
  z.object({ milestone: milestoneOption(), when: dateOption(), revision: hiddenNumber() }),
);
