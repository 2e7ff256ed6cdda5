import { z } from 'zod';
import { hiddenNumber, milestoneOption } from '../src/chat/option.ts';
import { milestoneCommand } from './parts/milestone-form.ts';

export default milestoneCommand(
  {
    act: 'reopen',
    recordedAs: 'reopened',
    choice: 'settled',
    enter: ({ why = '' }) => ({ set: { outcome: null, cancelled: null }, why }),
  },
  z.object({ milestone: milestoneOption('settled'), revision: hiddenNumber() }),
);
