import { z } from 'zod';
import { channelCard, channelForm } from '../src/cards/here-channel.ts';
import { formCommand } from '../src/chat/command.ts';
import { type Entries, isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { hiddenWord } from '../src/chat/option.ts';
import { languages } from '../src/core/member.ts';
import type { SubscriptionFacts } from '../src/core/subscription.ts';
import { readZone } from '../src/text/read-zone.ts';
import { channelMeant, isChannel, readHere } from './parts/here-channel.ts';

export default formCommand({
  name: 'here digest',
  listed: false,
  permission: 'coordinator',
  options: z.object({ channel: hiddenWord() }),
  opens: () => 'form',
  read: readHere,
  form(context) {
    const meant = channelMeant(context, context.options.channel);
    return isChannel(meant) ? channelForm(meant.channel, context.facts.subscription, context.zone, context.words) : meant;
  },
  async submit(context) {
    const { facts, options, fields, words, store, by, actor } = context;
    const meant = channelMeant(context, options.channel);
    if (!isChannel(meant)) return meant;
    const entries = readEntries(channelForm(meant.channel, facts.subscription, context.zone, words), fields);
    if (isFieldProblem(entries)) return entries;
    const zone = readZone(entries['zone'] ?? '');
    if (zone === undefined) return { field: 'zone', problem: { code: 'zone-unknown', params: { said: entries['zone'] ?? '' } } };
    const subscription = await store.subscribe(meant, chosen(entries, zone), by);
    return channelCard({ ...facts, channel: meant.channel, subscription, configuredBy: actor.account }, context, words.here.switchedOn);
  },
});

function chosen({ what, weekday, hour, language }: Entries, zone: string): SubscriptionFacts {
  return {
    digest: what !== 'news',
    news: what !== 'digest',
    weekday: Number(weekday),
    hour: Number(hour),
    zone,
    language: languages.find((one) => one === language) ?? 'en',
  };
}
