import { z } from 'zod';
import { isFieldProblem } from '../src/chat/entries.ts';
import { dateOption, hiddenNumber, milestoneOption } from '../src/chat/option.ts';
import { enterNear, enterStanding, milestoneCommand } from './parts/milestone-form.ts';

export default milestoneCommand(
  {
    act: 'confirm',
    recordedAs: 'confirmed',
    choice: 'all',
    enter({ when = '', source = '', why = '' }, asking, { id, planned, confirmed }) {
      const typed = enterStanding(when, confirmed, source, asking) ?? enterNear(when, planned.when, source, asking);
      if (isFieldProblem(typed)) return typed;
      if (typed.announced.when.kind === 'unknown') return { field: 'when', problem: { code: 'confirms-nothing', params: { id } } };
      return { set: { confirmed: typed.announced }, why, typed };
    },
  },
  z.object({ milestone: milestoneOption(), when: dateOption(), revision: hiddenNumber() }),
);
