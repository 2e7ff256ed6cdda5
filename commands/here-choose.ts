import { z } from 'zod';
import { channelCard, whichChannelForm } from '../src/cards/here-channel.ts';
import { formCommand, readActor } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';

export default formCommand({
  name: 'here choose',
  listed: false,
  permission: 'coordinator',
  options: z.object({}),
  opens: () => 'form',
  read: readActor,
  form: ({ words }) => whichChannelForm({ command: 'here choose', options: {} }, words),
  async submit(context) {
    const { fields, words, store, sender, actor } = context;
    const entries = readEntries(whichChannelForm({ command: 'here choose', options: {} }, words), fields);
    if (isFieldProblem(entries)) return entries;
    const { channel = '' } = entries;
    if (actor.space === undefined) return { code: 'channel-needed', params: {} };
    return channelCard({ ...(await store.readHere(sender, { space: actor.space, channel })), channel }, context);
  },
});
