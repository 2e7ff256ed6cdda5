import { z } from 'zod';
import { hiddenNumber, milestoneOption } from '../src/chat/option.ts';
import { enterDay, milestoneCommand } from './milestone-form.ts';

export default milestoneCommand(
  {
    act: 'done',
    recordedAs: 'done',
    enter({ outcome = '', dated = '', why = '' }, asking) {
      const day = enterDay(dated, asking);
      return typeof day === 'string' ? { set: { outcome: { text: outcome, dated: day } }, why } : day;
    },
  },
  z.object({ milestone: milestoneOption(), revision: hiddenNumber() }),
);
