import { z } from 'zod';
import { zoneCard, zoneForm } from '../src/cards/me.ts';
import { formCommand, readActor } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { dateOption } from '../src/chat/option.ts';
import { readZone } from '../src/text/read-zone.ts';

export default formCommand({
  name: 'me zone',
  aliases: ['timezone', 'fuseau'],
  listed: false,
  permission: 'member',
  options: z.object({ zone: dateOption() }),
  opens: ({ zone }) => (zone === undefined ? 'form' : 'card'),
  read: readActor,
  form: ({ actor, zone, words }) => zoneForm(actor.zone ?? (zone === 'UTC' ? undefined : zone), words),
  blank: (words) => zoneForm(undefined, words),
  async submit({ options, fields, words, store, by }) {
    const entries = options.zone === undefined ? readEntries(zoneForm(undefined, words), fields) : { zone: options.zone };
    if (isFieldProblem(entries)) return entries;
    const { zone: said = '' } = entries;
    const zone = readZone(said);
    if (zone === undefined) return { field: 'zone', problem: { code: 'zone-unknown', params: { said } } };
    await store.setPersonal({ zone }, by);
    return zoneCard(zone, words);
  },
});
