import { z } from 'zod';
import { isFieldProblem } from '../src/chat/entries.ts';
import { dateOption, hiddenNumber, milestoneOption } from '../src/chat/option.ts';
import { enterIds, enterStanding, enterWhen, milestoneCommand } from './parts/milestone-form.ts';

export default milestoneCommand(
  {
    act: 'change',
    recordedAs: 'changed',
    choice: 'all',
    enter({ when = '', text = '', why = '', 'depends-on': ids = '' }, asking, { planned }) {
      const typed = enterStanding(when, planned, planned.source, asking) ?? enterWhen(when, 'when', planned.source, asking);
      if (isFieldProblem(typed)) return typed;
      const dependsOn = enterIds(ids);
      if (dependsOn === undefined)
        return { field: 'depends-on', problem: { code: 'field-invalid', params: { field: asking.words.milestone.fields.dependsOn } } };
      return { set: { text, planned: typed.announced, dependsOn }, why, typed };
    },
  },
  z.object({ milestone: milestoneOption(), when: dateOption(), revision: hiddenNumber() }),
);
