import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { changeGroup } from '../src/core/group.ts';
import { ledGroup, recordGroup } from './record-group.ts';
import { isChosenGroup, readWhichGroup } from './which-group.ts';

export default replyCommand({
  name: 'group channel',
  listed: false,
  options: z.object({ group: groupOption(groupChoices.lead) }),
  read: readWhichGroup(groupChoices.lead),
  async run(context) {
    const { facts, options, place, actor, now } = context;
    const found = ledGroup(facts, 'group channel', options, context);
    if (!isChosenGroup(found)) return found;
    if (place.kind === 'direct' || actor.space === undefined) return { code: 'channel-needed', params: {} };
    return recordGroup(context, changeGroup(found.group, { channel: { space: actor.space, channel: place.channel } }, now, ''));
  },
});
