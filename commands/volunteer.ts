import { z } from 'zod';
import { helpCard, isAbandoned, offeredCard } from '../src/cards/proposal.ts';
import { replyCommand, type ShownProblem } from '../src/chat/command.ts';
import { hiddenNumber, proposalOption, wordOption } from '../src/chat/option.ts';
import { isProblem } from '../src/core/problem.ts';
import { helps, volunteer } from '../src/core/proposal.ts';
import { readValue, saysNone } from '../src/text/read-value.ts';
import type { Words } from '../src/text/words.ts';
import { isShown, proposalMeant, readWhichProposal, staleProposal } from './which-proposal.ts';

export default replyCommand({
  name: 'volunteer',
  aliases: ['volontaire'],
  permission: 'member',
  options: z.object({ proposal: proposalOption(), kind: wordOption(), version: hiddenNumber() }),
  read: readWhichProposal('all'),
  async run(context) {
    const { facts, options, actor, store, by, words } = context;
    const shown = proposalMeant(facts, 'volunteer', options, words);
    if (!isShown(shown)) return groupNamed(options.proposal, words) ?? shown;
    const { proposal } = shown.overview;
    const said = options.kind ?? '';
    const kind = readValue(said, helps, (all) => all.helps);
    const asks = kind === undefined && !saysNone(said);
    const offer = volunteer(actor, proposal, Number(options.version ?? proposal.version), kind);
    if (isProblem(offer)) return staleProposal(context, proposal.id, offer);
    if (asks) return helpCard(shown, words);
    const recorded = await store.volunteer(offer, by);
    return recorded.kind === 'stale' ? staleProposal(context, proposal.id) : offeredCard(recorded.value, kind, isAbandoned(shown), context);
  },
});

/** Whoever names a group wants to join it. */
function groupNamed(said: string | undefined, { membership }: Words): ShownProblem | undefined {
  if (said === undefined || !/^wg\d+$/.test(said)) return undefined;
  const join = { kind: 'act', label: membership.joinGroup(said), invoke: { command: 'join', options: { group: said } }, style: 'primary' } as const;
  return { problem: { code: 'proposal-unknown', params: { said } }, blocks: [], buttons: [join] };
}
