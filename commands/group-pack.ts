import { z } from 'zod';
import { packCard } from '../src/cards/pack.ts';
import { replyCommand } from '../src/chat/command.ts';
import { groupOption } from '../src/chat/option.ts';
import { mayLead } from '../src/core/group.ts';

export default replyCommand({
  name: 'group pack',
  listed: false,
  permission: 'member',
  options: z.object({ group: groupOption() }),
  read: ({ store, sender, options: { group = '' } }) => store.readPack(sender, group),
  run({ facts: { pack, offers }, options: { group: said = '' }, actor, ...view }) {
    if (pack === undefined) return { code: 'group-unknown', params: { said } };
    const offer = offers.find(({ member }) => member.id === actor.member);
    const refused = offer === undefined ? mayLead(actor, pack.group) : undefined;
    return refused ?? packCard(pack, offer?.note ?? '', offer !== undefined, view);
  },
});
