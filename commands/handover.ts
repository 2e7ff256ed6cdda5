import { z } from 'zod';
import { handedOverCard, handOverForm } from '../src/cards/pack.ts';
import { type FieldProblem, formCommand } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { groupOption, personOption } from '../src/chat/option.ts';
import { accountNamed, isAccount } from '../src/core/account.ts';
import { groupChoices } from '../src/core/choice.ts';
import { askedBy, handOver } from '../src/core/membership.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default formCommand({
  name: 'handover',
  permission: 'chair',
  options: z.object({ group: groupOption(groupChoices.handOver), person: personOption() }),
  opens: ({ person }) => (person === undefined ? 'form' : 'card'),
  read: readWhichGroup(groupChoices.handOver),
  form({ facts, options, actor, words }) {
    const found = chosenGroup(facts, 'handover', options, words);
    if (!isChosenGroup(found)) return found;
    const refused = handOver(actor, found.group, '', '');
    return isProblem(refused) ? refused : handOverForm(found.group, words);
  },
  async submit({ facts, options, actor, store, by, words, fields, whoIs }) {
    const found = chosenGroup(facts, 'handover', options, words);
    if (!isChosenGroup(found)) return found;
    const { group } = found;
    const entries = options.person === undefined ? readEntries(handOverForm(group, words), fields) : { person: options.person };
    if (isFieldProblem(entries)) return entries;
    const { person: named = '', note = '' } = entries;
    const person = accountNamed(named, actor.account);
    if (!isAccount(person)) return { field: 'person', problem: { code: 'account-unknown', params: { said: named } } };
    const handover = handOver(actor, group, person, note);
    if (isProblem(handover)) return atPerson(handover);
    const { outside, ...told } = await whoIs(person);
    if (outside) return { field: 'person', problem: { code: 'person-outside', params: {} } };
    const handed = await store.handOver({ ...handover, ...told }, by);
    return handed === 'asked'
      ? handedOverCard(group, person, askedBy(actor, found.chairOffers), words)
      : atPerson({ code: refusals[handed], params: { id: group.id } });
  },
});

const refusals = { 'asked already': 'chair-asked', 'chairs already': 'person-chairs', own: 'chairs-already', changed: 'group-changed' } as const;

/** What is wrong with the person stands at the field in which they are chosen. */
function atPerson(problem: Problem): Problem | FieldProblem {
  return problem.code === 'chair-asked' || problem.code === 'person-chairs' ? { field: 'person', problem } : problem;
}
