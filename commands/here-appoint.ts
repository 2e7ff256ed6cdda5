import { z } from 'zod';
import { coordinatorCard, coordinatorForm } from '../src/cards/here.ts';
import { formCommand, readActor } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { wordOption } from '../src/chat/option.ts';
import { accountNamed, isAccount } from '../src/core/account.ts';

export default formCommand({
  name: 'here appoint',
  listed: false,
  permission: 'coordinator',
  options: z.object({ person: wordOption() }),
  opens: ({ person }) => (person === undefined ? 'form' : 'card'),
  read: readActor,
  form: ({ words }) => coordinatorForm('appoint', words),
  blank: (words) => coordinatorForm('appoint', words),
  async submit({ options, fields, store, by, words, whoIs }) {
    const entries = options.person === undefined ? readEntries(coordinatorForm('appoint', words), fields) : { person: options.person };
    if (isFieldProblem(entries)) return entries;
    const { person: named = '' } = entries;
    const person = accountNamed(named, by.account);
    if (!isAccount(person)) return { field: 'person', problem: { code: 'account-unknown', params: { said: named } } };
    const { outside, locale } = await whoIs(person);
    if (outside) return { field: 'person', problem: { code: 'person-outside', params: {} } };
    const appointed = await store.appointCoordinator(person, by, locale);
    if (appointed === 'own') return { field: 'person', problem: { code: 'appoints-own', params: {} } };
    return coordinatorCard(person, true, words);
  },
});
