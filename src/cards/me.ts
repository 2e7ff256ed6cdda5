import { act, type Block, type Button, type Card, card, type Fact, type Item, type Line, listed, note, paragraph } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Account } from '../core/account.ts';
import { type Group, roleIn } from '../core/group.ts';
import { type Absence, type Actor, languages, type ReminderWay, reminderWays } from '../core/member.ts';
import type { MeFacts } from '../core/store-people.ts';
import type { ProposalOverview } from '../core/store-proposals.ts';
import { sayPeriod } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import { zoneField } from './group-forms.ts';
import type { View } from './outlook.ts';
import { showProposalButton } from './proposal.ts';
import { proposalItem } from './proposals.ts';
import { askedItems, linkItem, moreItems, owedItems } from './waiting.ts';

/** What the bot knows of its reader, and the buttons that change it. */
export function meCard(facts: MeFacts, actor: Actor, view: View): Card {
  const { accounts, linked, desks, memberships, stakeholder } = facts;
  const { words, zone } = view;
  const { me } = words;
  const unknown = zone === 'UTC' && actor.zone === undefined;
  return card(words, {
    title: me.title,
    blocks: [
      {
        kind: 'facts',
        facts: [
          ...whoFacts(actor, accounts, [...desks.map(({ group }) => ledName(group, actor, words)), ...memberships.map((one) => memberName(one, words))], words),
          ...settingFacts(actor, zone, words),
          { label: words.balance.setting, value: [stakeholder === undefined ? words.balance.notSaid : words.balance.groups[stakeholder]] },
        ],
      },
      ...(unknown ? [paragraph(me.askZone)] : []),
      ...dutyBlocks(facts, view),
      note(me.stored),
    ],
    buttons: [
      ...(unknown ? [zoneButton(words, 'primary')] : []),
      ...languageButtons(words),
      ...(unknown ? [] : [zoneButton(words)]),
      ...askingButtons(actor, words),
      act(words.balance.say, 'me stakeholder'),
      ...accountButtons(linked, words),
      act(words.personal.privacy, 'me privacy'),
    ],
  });
}

/** What waits for the reader, and what they themselves wait for. */
function dutyBlocks(facts: MeFacts, view: View): readonly Block[] {
  const { words } = view;
  const { link, desks, proposals, offers, more } = facts;
  const isToChange = ({ proposal }: ProposalOverview): boolean => proposal.state === 'changes asked';
  return [
    ...listed(words.home.waits, [
      ...(link === undefined ? [] : [linkItem(link, words)]),
      ...owedItems(desks, view),
      ...askedItems(facts, words),
      ...proposals.filter(isToChange).map((one) => proposalItem(one, false, view)),
      ...moreItems(more.changes, words),
    ]),
    ...listed(words.me.proposals, [
      ...proposals.filter((one) => !isToChange(one)).map((one) => proposalItem(one, false, view)),
      ...moreItems(more.proposals, words),
    ]),
    ...listed(words.me.offers, [...offers.map((offer) => offerItem(offer, words)), ...moreItems(more.offers, words)]),
  ];
}

function offerItem({ id, name, kind }: MeFacts['offers'][number], words: Words): Item {
  return { text: [{ kind: 'bold', text: `${id} · ${name}` }, ` · ${words.proposal.helps[kind]}`], button: showProposalButton(id, words) };
}

function whoFacts(actor: Actor, accounts: readonly Account[], names: readonly string[], words: Words): readonly Fact[] {
  const { me } = words;
  const role = actor.coordinator ? me.coordinator : me.member;
  return [
    { label: me.accounts(Math.max(1, accounts.length)), value: accountsLine(accounts.length === 0 ? [actor.account] : accounts) },
    { label: me.roles, value: [actor.member === undefined && !actor.coordinator ? me.nobody : role] },
    { label: me.groups, value: [names.length === 0 ? me.noGroups : words.list(names)] },
  ];
}

/** Each by its name here, or by its id where another platform knows the name. */
function accountsLine(accounts: readonly Account[]): Line {
  return accounts.flatMap((account, index): Line => {
    const shown: Line = accounts.length === 1 ? [{ kind: 'mention', account }] : [{ kind: 'mention', account }, ' ', { kind: 'code', text: account }];
    return index === 0 ? shown : [', ', ...shown];
  });
}

function ledName(group: Group, actor: Actor, { membership }: Words): string {
  return `${group.id} · ${group.name} (${membership.roles[roleIn(actor, group) ?? 'deputy']})`;
}

function memberName({ id, name, role, state }: MeFacts['memberships'][number], { membership }: Words): string {
  return `${id} · ${name} (${state === 'asked' ? membership.askedAs(membership.roles[role]) : membership.roles[role]})`;
}

function settingFacts(actor: Actor, zone: string, words: Words): readonly Fact[] {
  const { me, languageNames } = words;
  return [
    { label: me.language, value: [actor.language === undefined ? `${languageNames[words.language]} (${me.fromPlatform})` : languageNames[actor.language]] },
    { label: me.zone, value: [zone === 'UTC' && actor.zone === undefined ? me.zoneUnknown : zone] },
    { label: me.reminders, value: [me.ways[actor.reminders ?? 'direct']] },
    { label: me.absence, value: [actor.absence === undefined ? me.present : sayAbsence(actor.absence, words)] },
  ];
}

function sayAbsence({ from, to }: Absence, { language }: Words): string {
  return sayPeriod({ from, ...(to !== undefined && { to }) }, language);
}

function zoneButton({ me }: Words, style?: 'primary'): Button {
  return act(me.setZone, 'me zone', {}, style);
}

function askingButtons({ absence }: Actor, { me }: Words): readonly Button[] {
  const away = absence === undefined ? { label: me.setAway, options: {} } : { label: me.back, options: { days: 'back' } };
  return [act(me.reminders, 'me reminders'), act(away.label, 'me away', away.options)];
}

function accountButtons(linked: boolean, { link }: Words): readonly Button[] {
  const start = act(link.start, 'me link');
  return linked ? [start, act(link.undo, 'me unlink')] : [start];
}

/** Asks how the bot is to ask, or says what was chosen. */
export function remindersCard(way: ReminderWay | undefined, groups: readonly Group[], words: Words): Card {
  const { me } = words;
  const choices = reminderWays.map((one) => act(me.ways[one], 'me reminders', { way: one }));
  if (way === undefined) return said(me.pickWay, false, choices, words);
  const without = way === 'channel' ? groups.filter(({ channel }) => channel === undefined).map(({ id }) => id) : [];
  const blocks = without.length === 0 ? [] : [note(me.withoutChannel(words.list(without)))];
  return { ...said(me.waySet(me.ways[way]), true, [act(words.home.me, 'me')], words), blocks };
}

/** Says that a time zone was set. */
export function zoneCard(zone: string, words: Words): Card {
  return said(words.me.zoneSet(zone), true, [act(words.home.me, 'me')], words);
}

/** Says that somebody is back. */
export function backCard(words: Words): Card {
  return said(words.me.backSet, true, [act(words.home.me, 'me')], words);
}

/** Says when somebody is away. */
export function awayCard(absence: Absence, isZoneKnown: boolean, words: Words): Card {
  const card = said(words.me.awaySet(sayAbsence(absence, words)), true, [act(words.home.me, 'me')], words);
  if (isZoneKnown) return card;
  return { ...card, blocks: [note(words.me.askZone)], buttons: [zoneButton(words, 'primary'), ...card.buttons] };
}

/** Says that whoever is back was never away. */
export function notAwayCard(words: Words): Card {
  return said(words.me.notAway, false, [act(words.home.me, 'me')], words);
}

function said(title: string, good: boolean, buttons: readonly Button[], words: Words): Card {
  return card(words, { title, tone: good ? 'good' : 'plain', buttons });
}

/** Asks for a time zone. */
export function zoneForm(zone: string | undefined, words: Words): Form {
  const { me, language } = words;
  return { kind: 'form', language, title: me.zoneTitle, submit: me.zoneSubmit, invoke: { command: 'me zone', options: {} }, fields: [zoneField(zone, words)] };
}

/** Asks from when to when somebody is away. */
export function awayForm({ me, language }: Words): Form {
  return {
    kind: 'form',
    language,
    title: me.awayTitle,
    submit: me.awaySubmit,
    invoke: { command: 'me away', options: {} },
    fields: [{ kind: 'line', name: 'days', label: me.awayDays, hint: me.awayHint, required: true, limit: 150 }],
  };
}

function languageButtons({ languageNames }: Words): Card['buttons'] {
  return languages.map((language) => act(languageNames[language], 'me language', { language }));
}

/** Says in the new language that it is set; without one, asks which. */
export function languageCard(words: Words, set: boolean): Card {
  return card(words, {
    title: set ? words.me.languageSet(words.languageNames[words.language]) : words.me.pickLanguage,
    tone: set ? 'good' : 'plain',
    buttons: set ? [act(words.home.me, 'me')] : languageButtons(words),
  });
}
