import { type Act, act, type Block, type Button, type Card, card, type Fact, note, paragraph } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Invocation } from '../chat/invocation.ts';
import type { Account } from '../core/account.ts';
import { languages } from '../core/member.ts';
import { digestNext, type Subscription, usualSubscription } from '../core/subscription.ts';
import type { Week } from '../core/week.ts';
import type { Words } from '../text/words.ts';
import { zoneField } from './group-forms.ts';
import type { View } from './outlook.ts';
import { hourChoices, sayHour, sayWeekday, weekdayChoices } from './schedule-lines.ts';
import { sayWeek } from './week-lines.ts';

/** What stands for a channel. */
export type ChannelShown = {
  readonly channel: string;
  readonly subscription?: Subscription | undefined;
  /** The latest week whose digest it had, or was not to have. */
  readonly lastWeek?: Week | undefined;
  readonly configuredBy?: Account | undefined;
  /** Whether leadership reads proposals in it. */
  readonly leadership: boolean;
};

/** What a channel gets, when and in which language; who set it, and what comes next. */
export function channelCard({ channel, leadership, ...shown }: ChannelShown, view: View, title?: string): Card {
  const { words } = view;
  const { subscription } = shown;
  const on = subscription !== undefined && subscription.state !== 'off';
  return card(words, {
    title: title ?? words.here.channelTitle,
    tone: title === undefined ? 'plain' : 'good',
    blocks: on
      ? [{ kind: 'facts', facts: [...channelFacts(subscription, shown, view), leadershipFact(leadership, words)] }]
      : offBlocks(leadership, words, title !== undefined),
    buttons: [...channelButtons(channel, on, words), leadershipButton(channel, leadership, words)],
  });
}

function leadershipFact(leadership: boolean, { here }: Words): Fact {
  return { label: here.leadership, value: [leadership ? here.on : here.off] };
}

function leadershipButton(channel: string, leadership: boolean, { here }: Words): Button {
  const label = leadership ? here.leadershipEnd : here.leadershipBegin;
  return act(label, 'here leadership', leadership ? { off: 'off' } : { channel });
}

/** What a channel without digest and news could get; once somebody has set something, only what is so. */
function offBlocks(leadership: boolean, words: Words, isSet: boolean): readonly Block[] {
  const { here } = words;
  if (isSet) return [{ kind: 'facts', facts: [leadershipFact(leadership, words)] }];
  return [
    paragraph(leadership ? here.noDigestYet : here.nothingYet),
    { kind: 'facts', facts: [leadershipFact(leadership, words)] },
    paragraph(here.previewFirst),
    note(here.invite),
  ];
}

function channelFacts(
  subscription: Subscription,
  { configuredBy, lastWeek }: Pick<ChannelShown, 'configuredBy' | 'lastWeek'>,
  { now, words }: View,
): readonly Fact[] {
  const { here, languageNames } = words;
  const { digest, news, weekday, hour, zone, language, state } = subscription;
  const next = digestNext(subscription, now, lastWeek);
  const who = configuredBy === undefined ? words.update.gone : ({ kind: 'mention', account: configuredBy } as const);
  return [
    { label: words.milestone.state, value: [here.states[state]] },
    { label: here.digestOn, value: [digest ? here.on : here.off] },
    { label: here.newsOn, value: [news ? here.on : here.off] },
    { label: here.when, value: [digest ? here.time(sayWeekday(weekday, words), sayHour(hour), zone) : here.atOnce] },
    { label: here.language, value: [languageNames[language]] },
    ...(digest && state === 'on'
      ? [{ label: here.next, value: [{ kind: 'time', at: next.at } as const, `, ${here.nextWeek(sayWeek(next.week, words))}`] }]
      : []),
    { label: here.configuredBy, value: [who] },
  ];
}

function channelButtons(channel: string, on: boolean, { here }: Words): readonly Button[] {
  const button = (label: string, name: string, style?: Act['style']): Button => act(label, `here ${name}`, { channel }, style);
  if (on) return [button(here.change, 'digest'), button(here.preview, 'preview'), button(here.switchOff, 'off', 'danger')];
  return [button(here.preview, 'preview', 'primary'), button(here.setUp, 'digest')];
}

/** Asks which channel is meant where none is at hand, by a button for the form that lists them. */
export function whichChannelCard(ask: Invocation, words: Words): Card {
  const { here } = words;
  return card(words, {
    title: here.whichChannel,
    blocks: [paragraph(here.noChannelHere)],
    buttons: [{ kind: 'act', label: here.pickChannel, invoke: ask, style: 'primary' }],
  });
}

/** The form that asks which channel. */
export function whichChannelForm(invoke: Invocation, { language, here }: Words): Form {
  const channel = { kind: 'channel', name: 'channel', label: here.channel, hint: here.channelHint, required: true } as const;
  return { kind: 'form', language, title: here.whichChannel, submit: here.pickSubmit, invoke, fields: [channel] };
}

/** What a channel is to get, filled with what stands or what most want. */
export function channelForm(channel: string, subscription: Subscription | undefined, zone: string, words: Words): Form {
  const { here, group, languageNames } = words;
  const { weekday, hour } = subscription ?? usualSubscription;
  return {
    kind: 'form',
    language: words.language,
    title: here.formTitle,
    submit: here.formSubmit,
    invoke: { command: 'here digest', options: { channel } },
    fields: [
      { kind: 'choice', name: 'what', label: here.what, hint: here.whatHint, required: true, choices: whatChoices(words), value: whatOf(subscription) },
      {
        kind: 'choice',
        name: 'weekday',
        label: group.fields.weekday,
        hint: here.dayHint,
        required: true,
        choices: weekdayChoices(words),
        value: String(weekday),
      },
      { kind: 'choice', name: 'hour', label: group.fields.hour, required: true, choices: hourChoices(), value: String(hour) },
      zoneField(subscription?.zone ?? zone, words),
      {
        kind: 'choice',
        name: 'language',
        label: here.language,
        required: true,
        choices: languages.map((language) => ({ label: languageNames[language], value: language })),
        value: subscription?.language ?? words.language,
      },
    ],
  };
}

function whatChoices({ here }: Words): readonly { readonly label: string; readonly value: string }[] {
  return Object.entries(here.kinds).map(([value, label]) => ({ label, value }));
}

function whatOf(subscription: Subscription | undefined): string {
  if (subscription === undefined || (subscription.digest && subscription.news)) return 'both';
  return subscription.digest ? 'digest' : 'news';
}

/** A digest as it would look in a channel, for whoever sets it up alone. */
export function previewCard(digest: Card, week: string, channel: string, on: boolean, words: Words): Card {
  const set = act(on ? words.here.change : words.here.setUp, 'here digest', { channel }, 'primary');
  return { ...digest, audience: 'asker', blocks: [note(words.here.previewNote(week)), ...digest.blocks], buttons: [set] };
}
