import { z } from 'zod';
import { appointForm } from '../src/cards/group-forms.ts';
import { formCommand } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { groupWordOption, wordOption } from '../src/chat/option.ts';
import { isAccount } from '../src/core/account.ts';
import { mayAppoint, roles } from '../src/core/group.ts';
import { showRecorded } from './record-group.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './which-group.ts';

export default formCommand({
  name: 'group appoint',
  listed: false,
  permission: 'coordinator',
  options: z.object({ group: groupWordOption(), person: wordOption(), role: wordOption() }),
  opens: ({ person }) => (person === undefined ? 'form' : 'card'),
  read: readWhichGroup,
  form({ facts, options, words }) {
    const found = chosenGroup(facts, 'group appoint', options.group, words);
    return isChosenGroup(found) ? appointForm(found.group, words) : found;
  },
  async submit(context) {
    const { facts, options, words, fields, actor, store, by } = context;
    const found = chosenGroup(facts, 'group appoint', options.group, words);
    if (!isChosenGroup(found)) return found;
    const { group } = found;
    const entries = options.person === undefined ? readEntries(appointForm(group, words), fields) : { person: options.person, role: options.role ?? 'chair' };
    if (isFieldProblem(entries)) return entries;
    const { person: account = '', role: said = '' } = entries;
    const role = roles.find((one) => one === said);
    if (role === undefined) return { field: 'role', problem: { code: 'field-invalid', params: { field: words.group.role } } };
    if (!isAccount(account)) return { field: 'person', problem: { code: 'account-unknown', params: { said: account } } };
    const refused = mayAppoint(actor, { group: group.id, account, role });
    if (refused !== undefined) return refused;
    await store.appoint({ group: group.id, account, role }, by);
    return showRecorded(context, group.id);
  },
});
