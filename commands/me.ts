import { z } from 'zod';
import { meCard } from '../src/cards/me.ts';
import { replyCommand } from '../src/chat/command.ts';
import { isAbsenceOver } from '../src/core/absence.ts';
import { dayIn } from '../src/core/calendar.ts';

export default replyCommand({
  name: 'me',
  aliases: ['moi', 'me show'],
  options: z.object({}),
  read: ({ store, sender, real }) => store.readMe(sender, real),
  run({ facts, actor, ...view }) {
    const { absence, ...present } = actor;
    const isOver = absence !== undefined && isAbsenceOver(absence, dayIn(actor.zone ?? absence.zone ?? view.zone, view.now));
    return meCard(facts, isOver ? present : actor, view);
  },
});
