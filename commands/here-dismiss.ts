import { z } from 'zod';
import { coordinatorCard, coordinatorForm } from '../src/cards/here.ts';
import { formCommand, readActor } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { wordOption } from '../src/chat/option.ts';
import { accountNamed, isAccount } from '../src/core/account.ts';

export default formCommand({
  name: 'here dismiss',
  listed: false,
  permission: 'coordinator',
  options: z.object({ person: wordOption() }),
  opens: ({ person }) => (person === undefined ? 'form' : 'card'),
  read: readActor,
  form: ({ words }) => coordinatorForm('dismiss', words),
  blank: (words) => coordinatorForm('dismiss', words),
  async submit({ options, fields, store, by, words }) {
    const entries = options.person === undefined ? readEntries(coordinatorForm('dismiss', words), fields) : { person: options.person };
    if (isFieldProblem(entries)) return entries;
    const { person: named = '' } = entries;
    const person = accountNamed(named, by.account);
    const outcome = await store.dismissCoordinator(person, by);
    if (outcome === 'last') return { code: 'last-coordinator', params: {} };
    if (outcome === 'dismissed') return coordinatorCard(person, false, words);
    return { code: isAccount(named) ? 'not-appointed' : 'account-unknown', params: { said: named } };
  },
});
