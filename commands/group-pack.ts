import { z } from 'zod';
import { packCard } from '../src/cards/pack.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { mayChair } from '../src/core/group.ts';
import { isGroupId, whichGroup } from './parts/which-group.ts';

export default replyCommand({
  name: 'group pack',
  listed: false,
  permission: 'member',
  options: z.object({ group: groupOption(groupChoices.readPack) }),
  async read({ store, sender, options: { group = '' } }) {
    return isGroupId(group) ? { ...(await store.readPack(sender, group)), groups: [], named: false } : store.findPack(sender, group, groupChoices.readPack);
  },
  run({ facts: { pack, offers, ...found }, options, actor, ...view }) {
    if (pack === undefined) return whichGroup(found, 'group pack', options, view.words);
    const offer = offers.find(({ member }) => member.id === actor.member);
    const refused = offer === undefined ? mayChair(actor, pack.group) : undefined;
    return refused ?? packCard(pack, offer?.note ?? '', offer !== undefined, view);
  },
});
