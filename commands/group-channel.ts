import { z } from 'zod';
import { whichChannelCard, whichChannelForm } from '../src/cards/here-channel.ts';
import { formCommand } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import type { Invocation } from '../src/chat/invocation.ts';
import { groupOption, hiddenWord } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { changeGroup } from '../src/core/group.ts';
import { recordGroup, runGroup } from './parts/record-group.ts';
import { isChosenGroup, readWhichGroup } from './parts/which-group.ts';

export default formCommand({
  name: 'group channel',
  listed: false,
  options: z.object({ group: groupOption(groupChoices.run), ask: hiddenWord() }),
  opens: ({ ask }) => (ask === undefined ? 'card' : 'form'),
  read: readWhichGroup(groupChoices.run),
  form(context) {
    const found = runGroup(context.facts, 'group channel', context.options, context);
    return isChosenGroup(found) ? whichChannelForm(asking(found.group.id), context.words) : found;
  },
  async submit(context) {
    const { facts, options, fields, place, actor, now, words } = context;
    const found = runGroup(facts, 'group channel', options, context);
    if (!isChosenGroup(found)) return found;
    if (actor.space === undefined) return { code: 'channel-needed', params: {} };
    const ask = asking(found.group.id);
    const entries =
      options.ask === undefined ? { channel: place.kind === 'channel' ? place.channel : undefined } : readEntries(whichChannelForm(ask, words), fields);
    if (isFieldProblem(entries)) return entries;
    const { channel } = entries;
    if (channel === undefined) return whichChannelCard(ask, words);
    return recordGroup(context, changeGroup(found.group, { channel: { space: actor.space, channel } }, now, ''));
  },
});

/** What opens the form that asks which channel. */
function asking(group: string): Invocation {
  return { command: 'group channel', options: { group, ask: 'channel' } };
}
