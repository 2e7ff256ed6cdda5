import { act, type Block, type Button, type Card, card, type Fact, type MenuChoice, note, paragraph } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Actor } from '../core/member.ts';
import type { TopicFile, TopicOverview } from '../core/store-proposals.ts';
import { type Interest, mayChangeTopics, type Topic } from '../core/topic.ts';
import type { Words } from '../text/words.ts';
import { carried } from './carried.ts';
import { historyBlocks, historyButtons } from './event-lines.ts';
import { headline } from './milestone-lines.ts';
import { pageButtons, pageNote } from './pages.ts';
import { showProposalButton } from './proposal.ts';

/** Asks which topic is meant. */
export function whichTopicCard(topics: readonly Topic[], command: string, options: Readonly<Record<string, string | undefined>>, words: Words): Card {
  const choices = topics.map(({ id, text }): MenuChoice => ({ label: headline(`${id} · ${text}`, 75), invoke: carried(command, { topic: id, ...options }) }));
  return card(words, {
    title: words.topic.which,
    blocks: [{ kind: 'menu', label: words.topic.pick, choices }],
  });
}

/** A page of the topics. */
export type TopicsShown = { readonly topics: readonly TopicOverview[]; readonly skip: number; readonly size: number; readonly total: number };

/** The topics that nobody has taken up, word for word, each with the interest in it; visitors read. */
export function topicsCard({ topics, skip, size, total }: TopicsShown, actor: Actor, words: Words): Card {
  const { topic: said } = words;
  const more = skip + topics.length < total;
  const part = pageNote({ skip, shown: topics.length, total }, words);
  const none = paragraph(said.none);
  return card(words, {
    title: said.title,
    blocks:
      topics.length === 0 ? [none] : [...part, ...topics.flatMap((one) => topicBlocks(one, words)), ...(actor.visitor ? [] : interestMenus(topics, words))],
    buttons: [
      ...pageButtons({ skip, size, more }, { command: 'topics', options: {} }, words.surface),
      ...topics.map(({ topic }) => act(said.show(topic.id), 'topic', { topic: topic.id })),
      ...(topics.length === 0 ? [] : [act(words.balance.show, 'topics balance')]),
      ...(actor.visitor ? [] : [act(said.propose, 'propose')]),
      ...(mayChangeTopics(actor) === undefined ? [act(said.add, 'topics add')] : []),
    ],
  });
}

function topicBlocks(overview: TopicOverview, words: Words): readonly Block[] {
  const { topic } = overview;
  return [
    { kind: 'heading', text: topic.id },
    { kind: 'quote', text: topic.text },
    note([interestOf(overview, words), ...proposedAs(overview, words)].join(' · ')),
  ];
}

function interestOf({ topic: { state }, counts, mine, before }: TopicOverview, { topic }: Words): string {
  const own = mine === undefined ? [] : [topic.mine[mine]];
  const again = before === undefined || state !== 'open' ? [] : [topic.askedAgain];
  return [topic.counts(counts.join, counts.lead), ...own, ...again].join(' · ');
}

function proposedAs({ proposals }: TopicOverview, { topic, list }: Words): readonly string[] {
  return proposals.length === 0 ? [] : [topic.proposed(list(proposals))];
}

function interestMenus(topics: readonly TopicOverview[], { topic: said }: Words): readonly Block[] {
  const choices = (kind: Interest): readonly MenuChoice[] =>
    topics.map(({ topic }) => ({ label: headline(`${topic.id} · ${topic.text}`, 75), invoke: interestIn(topic, kind) }));
  return [
    { kind: 'menu', label: said.joinWhich, choices: choices('join') },
    { kind: 'menu', label: said.leadWhich, choices: choices('lead') },
  ];
}

function interestIn({ id, version }: Topic, kind: Interest | 'none'): MenuChoice['invoke'] {
  return { command: 'topics interest', options: { topic: id, kind, version: String(version) } };
}

export type TopicShown = Pick<TopicFile, 'groupName' | 'groupEnded' | 'events'> & { readonly overview: TopicOverview };

/** One topic: its words, how it stands, what happened to it, and the acts. */
export function topicCard({ overview, groupName, groupEnded, events }: TopicShown, actor: Actor, words: Words): Card {
  const { topic } = overview;
  return card(words, {
    title: `${topic.id} · ${groupEnded ? words.topic.ended : words.topic.states[topic.state]}`,
    blocks: [
      { kind: 'quote', text: topic.text },
      { kind: 'facts', facts: topicFacts(overview, groupName, words) },
      ...(groupEnded ? [paragraph(words.topic.endedText)] : []),
      ...historyBlocks(events, { heading: words.topic.history, people: false }, words),
    ],
    buttons: [
      ...(topic.state === 'open' ? topicButtons(overview, actor, words) : closedButtons(topic, groupEnded && !actor.visitor, words)),
      ...historyButtons(topic.id, events, words),
    ],
  });
}

function topicFacts(overview: TopicOverview, groupName: string | undefined, words: Words): readonly Fact[] {
  const { topic: said } = words;
  const { topic, proposals } = overview;
  if (topic.group !== undefined) return [{ label: said.group, value: [`${topic.group} · ${groupName ?? ''}`] }];
  return [
    { label: said.interest, value: [interestOf(overview, words)] },
    ...(proposals.length === 0 ? [] : [{ label: said.proposals, value: [words.list(proposals)] }]),
  ];
}

/** What somebody can do with an open topic; visitors read. */
function topicButtons({ topic, mine, proposals }: TopicOverview, actor: Actor, words: Words): readonly Button[] {
  const { topic: said } = words;
  const { id, version } = topic;
  const button = (label: string, kind: Interest | 'none'): Button => ({ kind: 'act', label, invoke: interestIn(topic, kind) });
  const made = { topic: id, version: String(version) };
  const show = proposals.slice(0, 3).map((one) => showProposalButton(one, words));
  if (actor.visitor) return show;
  return [
    ...(mine === 'join' ? [] : [button(said.wouldJoin, 'join')]),
    ...(mine === 'lead' ? [] : [button(said.wouldLead, 'lead')]),
    ...(mine === undefined ? [] : [button(said.takeBack, 'none')]),
    act(said.propose, 'propose', { topic: id }, 'primary'),
    ...show,
    ...(mayChangeTopics(actor) === undefined ? [act(said.reword, 'topics reword', made), act(said.retire, 'topics retire', made, 'danger')] : []),
  ];
}

/** Whose group has ended can be taken up by another one. */
function closedButtons({ id, group }: Topic, again: boolean, words: Words): readonly Button[] {
  if (group === undefined) return [act(words.balance.topics, 'topics')];
  return [...(again ? [act(words.topic.propose, 'propose', { topic: id }, 'primary')] : []), act(words.group.show(group), 'group', { group })];
}

/** What somebody's interest comes to, and what happens next. */
export function interestCard(topic: Topic, kind: Interest | undefined, words: Words): Card {
  const { topic: said } = words;
  return card(words, {
    title: kind === undefined ? said.takenBack(topic.id) : said.noted(topic.id),
    tone: 'good',
    blocks: [{ kind: 'quote', text: topic.text }, ...(kind === undefined ? [] : [paragraph(said.mine[kind]), note(said.whatNext)])],
    buttons: [
      ...(kind === undefined ? [] : [{ kind: 'act', label: said.takeBack, invoke: interestIn(topic, 'none') } as const]),
      act(said.propose, 'propose', { topic: topic.id }),
      act(said.show(topic.id), 'topic', { topic: topic.id }),
    ],
  });
}

/** Adds a topic, gives it other words or retires it. */
export function topicForm(command: 'topics add' | 'topics reword' | 'topics retire', topic: Topic | undefined, words: Words, typed?: string): Form {
  const { topic: said } = words;
  const titles = { 'topics add': () => said.addTitle, 'topics reword': said.rewordTitle, 'topics retire': said.retireTitle };
  const value = topic?.text ?? typed;
  const text = { kind: 'text', name: 'text', label: said.text, hint: said.textHint, required: true, limit: 1000, ...(value && { value }) } as const;
  const why = { kind: 'text', name: 'why', label: said.why, hint: said.whyHint, required: true, limit: 500 } as const;
  return {
    kind: 'form',
    language: words.language,
    title: titles[command](topic?.id ?? ''),
    submit: said.save,
    invoke: { command, options: topic === undefined ? {} : { topic: topic.id, version: String(topic.version) } },
    fields: command === 'topics retire' ? [why] : [text, why],
  };
}
