import { z } from 'zod';
import { coordinatorCard } from '../src/cards/here.ts';
import { formCommand, readActor } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import type { Form } from '../src/chat/form.ts';
import { wordOption } from '../src/chat/option.ts';
import type { Words } from '../src/text/words.ts';

export default formCommand({
  name: 'here dismiss',
  listed: false,
  permission: 'coordinator',
  options: z.object({ person: wordOption() }),
  opens: ({ person }) => (person === undefined ? 'form' : 'card'),
  read: readActor,
  form: ({ words }) => dismissForm(words),
  blank: dismissForm,
  async submit({ options, fields, store, by, words }) {
    const entries = options.person === undefined ? readEntries(dismissForm(words), fields) : { person: options.person };
    if (isFieldProblem(entries)) return entries;
    const { person = '' } = entries;
    const outcome = await store.dismissCoordinator(person, by);
    if (outcome === 'last') return { code: 'last-coordinator', params: {} };
    return outcome === 'unknown' ? { code: 'account-unknown', params: { said: person } } : coordinatorCard(person, false, words);
  },
});

function dismissForm({ language, here }: Words): Form {
  return {
    kind: 'form',
    language,
    title: here.dismissTitle,
    submit: here.dismiss,
    invoke: { command: 'here dismiss', options: {} },
    fields: [{ kind: 'person', name: 'person', label: here.person, hint: here.dismissHint, required: true }],
  };
}
