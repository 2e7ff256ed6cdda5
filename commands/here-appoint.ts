import { z } from 'zod';
import { coordinatorCard } from '../src/cards/here.ts';
import { formCommand, readActor } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import type { Form } from '../src/chat/form.ts';
import { wordOption } from '../src/chat/option.ts';
import { isAccount } from '../src/core/account.ts';
import type { Words } from '../src/text/words.ts';

export default formCommand({
  name: 'here appoint',
  listed: false,
  permission: 'coordinator',
  options: z.object({ person: wordOption() }),
  opens: ({ person }) => (person === undefined ? 'form' : 'card'),
  read: readActor,
  form: ({ words }) => appointForm(words),
  blank: appointForm,
  async submit({ options, fields, store, by, words }) {
    const entries = options.person === undefined ? readEntries(appointForm(words), fields) : { person: options.person };
    if (isFieldProblem(entries)) return entries;
    const { person = '' } = entries;
    if (!isAccount(person)) return { field: 'person', problem: { code: 'account-unknown', params: { said: person } } };
    const appointed = await store.appointCoordinator(person, by);
    if (appointed === 'own') return { field: 'person', problem: { code: 'appoints-own', params: {} } };
    return coordinatorCard(person, true, words);
  },
});

function appointForm({ language, here }: Words): Form {
  return {
    kind: 'form',
    language,
    title: here.appointTitle,
    submit: here.appointSubmit,
    invoke: { command: 'here appoint', options: {} },
    fields: [{ kind: 'person', name: 'person', label: here.person, hint: here.personHint, required: true }],
  };
}
