import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenNumber, proposalOption, textOption } from '../src/chat/option.ts';
import { recordMove } from './parts/record-move.ts';
import { isShown, proposalMeant, readWhichProposal } from './parts/which-proposal.ts';

export default replyCommand({
  name: 'withdraw',
  aliases: ['retirer'],
  listed: false,
  permission: 'member',
  options: z.object({ proposal: proposalOption('own'), why: textOption(500), version: hiddenNumber() }),
  read: readWhichProposal('own'),
  run(context) {
    const { facts, options, words } = context;
    const shown = proposalMeant(facts, 'withdraw', options, words);
    return isShown(shown) ? recordMove(context, shown.overview.proposal, 'withdraw', options.version, options.why ?? '') : shown;
  },
});
