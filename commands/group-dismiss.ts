import { z } from 'zod';
import { dismissForm } from '../src/cards/group-forms.ts';
import { soleChair } from '../src/cards/membership.ts';
import type { Card } from '../src/chat/card.ts';
import { type Context, formCommand, type Options } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { groupWordOption, hiddenWord, wordOption } from '../src/chat/option.ts';
import { accountNamed, isAccount } from '../src/core/account.ts';
import { groupChoices } from '../src/core/choice.ts';
import { type Group, mayAppoint, roleIn } from '../src/core/group.ts';
import { askedBy, isSoleChair } from '../src/core/membership.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import { showRecorded } from './parts/record-group.ts';
import { chosenGroup, type FoundGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default formCommand({
  name: 'group dismiss',
  listed: false,
  options: z.object({ group: groupWordOption(groupChoices.lead), person: wordOption(), sure: hiddenWord() }),
  opens: ({ person }) => (person === undefined ? 'form' : 'card'),
  read: readWhichGroup(groupChoices.lead),
  form({ facts, options, actor, words }) {
    const found = chosenGroup(facts, 'group dismiss', options, words);
    if (!isChosenGroup(found)) return found;
    return (roleIn(actor, found.group) === undefined ? mayAppoint(actor, found.group, { account: '' }) : undefined) ?? dismissForm(found.group, words);
  },
  async submit(context) {
    const { facts, options, words, fields, actor, store, by } = context;
    const found = chosenGroup(facts, 'group dismiss', options, words);
    if (!isChosenGroup(found)) return found;
    const { id } = found.group;
    const entries = options.person === undefined ? readEntries(dismissForm(found.group, words), fields) : { person: options.person };
    if (isFieldProblem(entries)) return entries;
    const { person: named = '' } = entries;
    const account = accountNamed(named, actor.account);
    if (!isAccount(account)) return { field: 'person', problem: { code: 'account-unknown', params: { said: named } } };
    const refused = mayAppoint(actor, found.group, { account });
    if (refused !== undefined) return refused;
    if (account === actor.account && options.sure !== 'yes' && isSoleChair(actor, found.group)) {
      return soleChair(found.group, account, askedBy(actor, found.chairOffers).length > 0, words);
    }
    await store.appoint({ group: id, account }, by);
    const card = await showRecorded(context, id, 'lead dismissed');
    return account === actor.account ? steppedDown(card, found.group, context) : card;
  },
});

/** Says what they are no more to whoever ends their own office. */
function steppedDown(card: Card | Problem, before: Group, { actor, words }: Pick<Context<Options, FoundGroup>, 'actor' | 'words'>): Card | Problem {
  const role = roleIn(actor, before);
  return role === undefined || isProblem(card) ? card : { ...card, title: words.membership.officeEnded[role](before.id) };
}
