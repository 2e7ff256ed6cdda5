import type { Block, Button, Card, Fact, Item, Line } from '../chat/card.ts';
import { currentWeek, type Group, mayAppoint, owes, promptAt, speaksFor } from '../core/group.ts';
import type { Actor } from '../core/member.ts';
import type { Event } from '../core/store.ts';
import type { GroupOverview } from '../core/store-groups.ts';
import type { Update } from '../core/update.ts';
import { addWeeks } from '../core/week.ts';
import type { Words } from '../text/words.ts';
import type { View } from './outlook.ts';
import { leadsLine } from './people-lines.ts';
import { saySchedule } from './schedule-lines.ts';
import { firstLine, showUpdateButton, updatesButton } from './update-lines.ts';
import { sayWeek, weekNumber } from './week-lines.ts';

/** A page of the groups. */
export type GroupsShown = { readonly groups: readonly GroupOverview[]; readonly skip: number; readonly size: number; readonly more: boolean };

/** The working groups, each with its state and its latest update. */
export function groupsCard({ groups, skip, size, more }: GroupsShown, words: Words): Card {
  const turn = (label: string, to: number): Button => act(label, 'groups', { skip: String(to) });
  return {
    kind: 'card',
    language: words.language,
    title: words.group.title,
    tone: 'plain',
    blocks: groups.length === 0 ? [{ kind: 'paragraph', text: [words.group.none] }] : [{ kind: 'list', items: groups.map((one) => groupItem(one, words)) }],
    buttons: [...(skip > 0 ? [turn(words.timeline.earlier, Math.max(0, skip - size))] : []), ...(more ? [turn(words.timeline.later, skip + size)] : [])],
    audience: 'asker',
  };
}

function groupItem({ group, last }: GroupOverview, words: Words): Item {
  const state = group.state === 'active' ? '' : ` · ${words.group.states[group.state]}`;
  return {
    text: [{ kind: 'bold', text: `${group.id} · ${group.name}` }, `${state} · ${lastWords(last, words)}`],
    button: act(words.group.show(group.id), 'group', { group: group.id }),
  };
}

function lastWords(last: Update | undefined, { update, group }: Words): string {
  return last === undefined ? update.none : `${group.last(update.week(weekNumber(last.week)))}: ${update.statuses[last.status]}`;
}

function act(label: string, command: string, options: Readonly<Record<string, string>>, style?: 'primary' | 'danger'): Button {
  return { kind: 'act', label, invoke: { command, options }, ...(style !== undefined && { style }) };
}

/** One group: what it is for, who speaks for it, when it is asked, what it told last, and what the reader may do. */
export function groupCard(
  { group, last, events }: GroupOverview & { readonly group: Group; readonly events: readonly Event[] },
  actor: Actor,
  view: View,
): Card {
  const { words } = view;
  return {
    kind: 'card',
    language: words.language,
    title: `${group.id} · ${group.name}`,
    tone: 'plain',
    blocks: [
      ...(group.charter === undefined ? [] : [{ kind: 'quote', text: group.charter } as const]),
      { kind: 'facts', facts: groupFacts(group, last, view) },
      ...helpWanted(last, words),
      ...history(events, words),
    ],
    buttons: groupButtons(group, last, actor, words),
    audience: 'asker',
  };
}

function groupFacts(group: Group, last: Update | undefined, view: View): readonly Fact[] {
  const { words } = view;
  const { group: said } = words;
  return [
    { label: said.state, value: [said.states[group.state]] },
    { label: said.chair, value: leadsLine(group, 'chair', words) },
    { label: said.deputy, value: leadsLine(group, 'deputy', words) },
    { label: said.asked, value: askedLine(group, view) },
    { label: said.channel, value: [group.channel === undefined ? said.noChannel : said.channelOf(group.channel.channel, group.channel.space)] },
    { label: said.lastUpdate, value: last === undefined ? [words.update.none] : [`${sayWeek(last.week, words)}: ${firstLine(last, 100, words)} · ${last.id}`] },
  ];
}

/** When it is asked, in its own zone, and the next time in the reader's. */
function askedLine(group: Group, { now, words }: View): Line {
  const schedule = saySchedule(group.schedule, words);
  const next = group.state === 'active' ? nextQuestion(group, now) : undefined;
  return next === undefined ? [schedule] : [schedule, ` · ${words.group.nextTime} `, { kind: 'time', at: next }];
}

/** A monthly rhythm leaves at most five weeks between two questions. */
const weeksAhead = 6;

function nextQuestion(group: Group, now: Date): Date | undefined {
  const week = currentWeek(group, now);
  const weeks = Array.from({ length: weeksAhead }, (_, ahead) => addWeeks(week, ahead));
  return weeks
    .filter((one) => owes(group, one))
    .map((one) => promptAt(group, one))
    .find((at) => at > now);
}

function helpWanted(last: Update | undefined, { update }: Words): readonly Block[] {
  if (last?.help === undefined || last.help === '') return [];
  return [
    { kind: 'heading', text: update.help },
    { kind: 'quote', text: last.help },
  ];
}

function history(events: readonly Event[], words: Words): readonly Block[] {
  if (events.length === 0) return [];
  const line = ({ at, act: done, why }: Event): Line => {
    const said = Object.entries(words.group.acts).find(([name]) => name === done)?.[1] ?? done;
    return [{ kind: 'time', at }, ` · ${said}`, why === undefined || why === '' ? '' : `, ${words.milestone.source(why)}`];
  };
  return [
    { kind: 'heading', text: words.group.history },
    { kind: 'list', items: events.slice(0, 5).map((event) => ({ text: line(event) })) },
  ];
}

function groupButtons(group: Group, last: Update | undefined, actor: Actor, words: Words): readonly Button[] {
  const { id } = group;
  const { group: said } = words;
  return [
    ...(speaksFor(actor, group) ? leadButtons(group, words) : []),
    ...(mayAppoint(actor, { group: id, account: '', role: 'chair' }) === undefined ? [act(said.appoint, 'group appoint', { group: id })] : []),
    ...(group.leads.length > 0 && actor.coordinator ? [act(said.dismiss, 'group dismiss', { group: id })] : []),
    ...(group.leads.some(({ member }) => member.id === actor.member) ? [act(said.stepDown, 'group dismiss', { group: id, person: actor.account })] : []),
    updatesButton(id, words),
    ...(last === undefined ? [] : [showUpdateButton(last.id, words)]),
  ];
}

function leadButtons({ id, state }: Group, { group, notices }: Words): readonly Button[] {
  const pause = state === 'active' ? act(group.pause, 'group pause', { group: id }) : act(group.resume, 'group resume', { group: id }, 'primary');
  const write = state === 'active' ? [act(notices.write, 'update', { group: id }, 'primary')] : [];
  return [...write, act(group.settings, 'group settings', { group: id }), act(group.useChannel, 'group channel', { group: id }), pause];
}
