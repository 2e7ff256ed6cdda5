import { z } from 'zod';
import { hiddenNumber, milestoneOption } from '../src/chat/option.ts';
import { dayIn } from '../src/core/calendar.ts';
import { milestoneCommand } from './parts/milestone-form.ts';

export default milestoneCommand(
  {
    act: 'cancel',
    recordedAs: 'cancelled',
    choice: 'open',
    enter: ({ reason = '' }, { now, zone }) => ({ set: { cancelled: { text: reason, dated: dayIn(zone, now) } }, why: reason }),
  },
  z.object({ milestone: milestoneOption('open'), revision: hiddenNumber() }),
);
