import { z } from 'zod';
import { homeCard } from '../src/cards/home.ts';
import { replyCommand } from '../src/chat/command.ts';
import { asOfOption } from '../src/chat/option.ts';
import { outlook } from '../src/core/milestone.ts';

export default replyCommand({
  name: 'home',
  aliases: ['accueil'],
  options: z.object({ 'as-of': asOfOption() }),
  read: ({ store, sender, now }) => store.readHome(sender, now),
  run: ({ facts, ...view }) => homeCard(outlook(facts.milestones, view.now, facts.missing), facts, view),
});
