import { z } from 'zod';
import { helpCard, isAbandoned, offeredCard } from '../src/cards/proposal.ts';
import { act, type Button, type Card } from '../src/chat/card.ts';
import { type Context, type Options, replyCommand, type ShownProblem } from '../src/chat/command.ts';
import { hiddenNumber, proposalOption, wordOption } from '../src/chat/option.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import { helps, isOpen, type Proposal, volunteer } from '../src/core/proposal.ts';
import { readValue, saysNone } from '../src/text/read-value.ts';
import type { Words } from '../src/text/words.ts';
import { offerTo, takeBackFrom } from './parts/offer-chair.ts';
import { isGroupId } from './parts/which-group.ts';
import { type FoundProposal, isShown, proposalMeant, readWhichProposal, staleProposal } from './parts/which-proposal.ts';

export default replyCommand({
  name: 'volunteer',
  aliases: ['volontaire'],
  permission: 'member',
  options: z.object({ proposal: proposalOption(), kind: wordOption(), version: hiddenNumber() }),
  read: readWhichProposal('all'),
  async run(context) {
    const { facts, options, actor, store, by, words } = context;
    const shown = proposalMeant(facts, 'volunteer', options, words);
    if (!isShown(shown)) return (await groupNamed(context)) ?? shown;
    const { proposal } = shown.overview;
    const said = options.kind ?? '';
    const kind = readValue(said, helps, (all) => all.helps);
    const asks = kind === undefined && !saysNone(said);
    const offer = volunteer(actor, proposal, Number(options.version ?? proposal.version), kind);
    if (isProblem(offer)) return staleOffer(context, proposal, offer);
    if (asks) return helpCard(shown, words);
    const recorded = await store.volunteer(offer, by);
    if (recorded.kind === 'stale') return staleOffer(context, recorded.value, reworded(recorded.value));
    return offeredCard(recorded.value, kind, isAbandoned(shown), context);
  },
});

function reworded(standing: Proposal): Problem | undefined {
  return isOpen(standing) ? { code: 'proposal-reworded', params: { id: standing.id } } : undefined;
}

/** Shows what stands by now, with the same press for what it says now. */
async function staleOffer(context: Context<Options, FoundProposal>, standing: Proposal, refused: Problem | undefined): Promise<ShownProblem | Problem> {
  const stale = await staleProposal(context, standing.id, refused);
  if (isProblem(stale) || refused?.code !== 'proposal-reworded') return stale;
  return { ...stale, buttons: [offerButton(standing, context.options['kind'], context.words), ...stale.buttons] };
}

function offerButton({ id, version }: Proposal, kind: string | undefined, { proposal: said }: Words): Button {
  const label = kind !== undefined && saysNone(kind) ? said.takeBack : said.volunteer;
  const options = { proposal: id, version: String(version), ...(kind !== undefined && { kind }) };
  return act(label, 'volunteer', options, 'primary');
}

/** Whoever names a group wants to join it, or would chair it where nobody does, or takes that back. */
async function groupNamed(context: Context<Options, FoundProposal>): Promise<ShownProblem | Card | Problem | undefined> {
  const { options, store, sender, words } = context;
  const { proposal: said = '', kind = '' } = options;
  if (!isGroupId(said)) return undefined;
  const { group } = await store.readGroup(sender, said);
  if (group === undefined) return { code: 'group-unknown', params: { said } };
  if (saysNone(kind)) return takeBackFrom(group, context);
  const leads = readValue(kind, helps, (all) => all.helps) === 'lead';
  return leads ? offerTo(group, context) : toJoin(said, words);
}

function toJoin(said: string, { membership }: Words): ShownProblem {
  const join = act(membership.joinGroup(said), 'join', { group: said }, 'primary');
  return { problem: { code: 'proposal-unknown', params: { said } }, blocks: [], buttons: [join] };
}
