import { z } from 'zod';
import { appointForm } from '../src/cards/group-forms.ts';
import { valueUnknown } from '../src/cards/which-value.ts';
import { formCommand } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { groupWordOption, hiddenWord, wordOption } from '../src/chat/option.ts';
import { accountNamed, isAccount } from '../src/core/account.ts';
import { groupChoices } from '../src/core/choice.ts';
import { type Appointment, type Group, mayAppoint, type Role, roles } from '../src/core/group.ts';
import type { Actor } from '../src/core/member.ts';
import type { Recorded } from '../src/core/record.ts';
import { readValue } from '../src/text/read-value.ts';
import { showOutcome } from './parts/record-group.ts';
import { chosenGroup, isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default formCommand({
  name: 'group appoint',
  listed: false,
  permission: 'lead',
  options: z.object({ group: groupWordOption(groupChoices.run), person: wordOption(), role: wordOption(), offered: hiddenWord() }),
  opens: ({ person }) => (person === undefined ? 'form' : 'card'),
  read: readWhichGroup(groupChoices.run),
  form({ facts, options, actor, words }) {
    const found = chosenGroup(facts, 'group appoint', options, words);
    if (!isChosenGroup(found)) return found;
    const refused = mayAppoint(actor, found.group, { account: '', role: 'deputy' });
    return refused ?? appointForm(found.group, appointable(actor, found.group), words);
  },
  async submit(context) {
    const { facts, options, words, fields, actor, store, by, whoIs } = context;
    const found = chosenGroup(facts, 'group appoint', options, words);
    if (!isChosenGroup(found)) return found;
    const { group } = found;
    const entries =
      options.person === undefined
        ? readEntries(appointForm(group, roles, words), fields)
        : { person: accountNamed(options.person, actor.account), role: options.role ?? 'chair' };
    if (isFieldProblem(entries)) return entries;
    const { person: account = '', role: said = '' } = entries;
    const role = readValue(said, roles, (all) => all.roles);
    if (!isAccount(account)) return { field: 'person', problem: { code: 'account-unknown', params: { said: account } } };
    if (role === undefined) {
      const choosing = (one: Role) => ({ group: group.id, person: account, role: one });
      return valueUnknown(said, { command: 'group appoint', values: appointable(actor, group), labels: words.group.roles, options: choosing });
    }
    const refused = mayAppoint(actor, group, { account, role });
    if (refused !== undefined) return refused;
    const { outside, ...told } = await whoIs(account);
    if (outside) return { field: 'person', problem: { code: 'person-outside', params: {} } };
    const appointment = { group: group.id, account, role, asChair: !actor.coordinator, offered: options.offered === 'yes', ...told };
    return showAppointed(context, appointment, await store.appoint(appointment, by));
  },
});

type Appointed = Appointment & { readonly role: Role };

/** The group with whom it was given, unless what that was decided from no longer stands. */
function showAppointed(context: Parameters<typeof showOutcome>[0], { group: id, role, offered }: Appointed, recorded: Recorded<Group> | undefined) {
  if (offered === true && recorded?.kind === 'stale') return { code: 'chair-not-offered', params: { id } } as const;
  return showOutcome(context, id, recorded, `${role} appointed`);
}

/** As what the actor may appoint somebody. */
function appointable(actor: Actor, group: Group): readonly Role[] {
  return roles.filter((role) => mayAppoint(actor, group, { account: '', role }) === undefined);
}
