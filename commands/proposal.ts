import { z } from 'zod';
import { proposalCard } from '../src/cards/proposal.ts';
import { replyCommand } from '../src/chat/command.ts';
import { proposalOption } from '../src/chat/option.ts';
import { isShown, proposalMeant, readWhichProposal } from './parts/which-proposal.ts';

export default replyCommand({
  name: 'proposal',
  aliases: ['proposition'],
  listed: false,
  options: z.object({ proposal: proposalOption() }),
  read: readWhichProposal('all'),
  run({ facts, options, actor, ...view }) {
    const shown = proposalMeant(facts, 'proposal', options, view.words);
    return isShown(shown) ? proposalCard(shown, actor, view) : shown;
  },
});
