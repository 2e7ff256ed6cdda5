import { z } from 'zod';
import { noGroupInPeriod, updatesCard } from '../src/cards/updates.ts';
import { whichGroupCard } from '../src/cards/which-group.ts';
import { replyCommand } from '../src/chat/command.ts';
import { dateOption, groupOrWordOption, hiddenNumber } from '../src/chat/option.ts';
import { isProblem } from '../src/core/problem.ts';
import { readUpdatesPage } from './parts/updates-page.ts';

export default replyCommand({
  name: 'updates',
  options: z.object({ group: groupOrWordOption(), period: dateOption(), skip: hiddenNumber() }),
  shareable: true,
  read: readUpdatesPage,
  run({ facts: { found }, now, words }) {
    if (isProblem(found)) return found;
    if ('said' in found) return noGroupInPeriod(found, words);
    return 'which' in found ? whichGroupCard(found.which, 'updates', found.asked, { words }) : updatesCard(found, { now, words });
  },
});
