import type { Problem, ProblemCode, ProblemFacts } from '../core/problem.ts';
import { sayProblem, type Words } from '../text/words.ts';
import type { Refusal } from './answer.ts';
import { act, type Block, type Button, type Card, card, note, paragraph } from './card.ts';
import { type Invocation, isCarried } from './invocation.ts';

/** A refusal as an answer: what is wrong, and the next step as a button. */
export function refuse(problem: Problem, words: Words, invoke: Invocation, field?: string, key?: string): Refusal {
  const said = sayProblem(words, problem);
  return {
    kind: 'refusal',
    problem,
    fields: field === undefined ? {} : { [field]: said },
    card: card(words, {
      ...heading(problem, words),
      blocks: [paragraph(said), ...typedBack(invoke, words), ...tooLongToSend(problem, invoke, words)],
      buttons: nextSteps(problem, words, invoke, key),
    }),
  };
}

/** A text that was typed behind a command goes back to its author, with the words before it: they may have belonged to it. */
function typedBack({ options }: Invocation, { surface }: Words): readonly Block[] {
  const typed = options['line'] ?? textIn(options);
  if (typed === undefined) return [];
  return [paragraph({ kind: 'bold', text: surface.typed }), { kind: 'quote', text: typed }];
}

/** What no button carries has to be sent once more by hand. */
function tooLongToSend({ code }: Problem, invoke: Invocation, { surface }: Words): readonly Block[] {
  return ways[code] !== again || isCarried(invoke) ? [] : [note(surface.sendByHand)];
}

function textIn(options: Invocation['options']): string | undefined {
  const isText = texts.some((name) => options[name] !== undefined);
  const typed = Object.entries(options).filter(([name]) => !carried.includes(name));
  return isText ? typed.map(([, value]) => value).join(' ') : undefined;
}

/** Options that hold somebody's own words. */
const texts: readonly string[] = ['text', 'reason', 'why'];

/** Options that buttons carry. */
const carried: readonly string[] = ['week', 'revision', 'version', 'step', 'sure', 'problem'];

/** There is nothing of which something could be chosen. */
const empty: readonly ProblemCode[] = ['no-group-for', 'no-milestone-for', 'no-topic', 'no-proposal-for', 'nothing-proposed'];

/** A slip of the fingers is no failure, and a question none either. */
function heading(problem: Problem, words: Words): Pick<Card, 'title' | 'tone'> {
  if (problem.code === 'value-unknown') return { title: words.surface.whichValue, tone: 'warning' };
  if (empty.includes(problem.code)) return { title: words.surface.nothingToChoose, tone: 'warning' };
  const near = problem.code === 'unknown-command' ? problem.params.nearest : undefined;
  return near === undefined ? { title: words.surface.refused, tone: 'problem' } : { title: words.help.didYouMean(lineOf(near)), tone: 'warning' };
}

function lineOf({ command, options }: Invocation): string {
  return [command, ...Object.values(options)].join(' ');
}

type Ways = { readonly [Code in ProblemCode]?: (facts: ProblemFacts[Code], words: Words, invoke: Invocation, key: string | undefined) => readonly Button[] };

const showGroup = ({ id }: { readonly id: string }, { group }: Words): readonly Button[] => [act(group.show(id), 'group', { group: id })];
const showProposal = ({ id }: { readonly id: string }, { proposal }: Words): readonly Button[] => [act(proposal.show(id), 'proposal', { proposal: id })];
const showMilestone = ({ id }: { readonly id: string }, { milestone }: Words): readonly Button[] => [act(milestone.show, 'milestone show', { milestone: id })];
const updates = (_: unknown, { update }: Words): readonly Button[] => [act(update.all, 'updates')];
/** By its id, whose letter tells what it is; a topic has its list. */
const showObject = ({ id }: { readonly id: string }, words: Words): readonly Button[] => {
  if (id.startsWith('wg')) return showGroup({ id }, words);
  if (id.startsWith('p')) return showProposal({ id }, words);
  return (id.startsWith('m') ? showMilestone : topics)({ id }, words);
};
const allGroups = (_: unknown, { membership }: Words): readonly Button[] => [act(membership.allGroups, 'groups')];
const topics = (_: unknown, { balance }: Words): readonly Button[] => [act(balance.topics, 'topics')];
const timeline = (_: unknown, { home }: Words): readonly Button[] => [act(home.timeline, 'timeline')];
const help = (_: unknown, words: Words): readonly Button[] => [act(words.help.all, 'help')];
const helpOf = ({ command }: { readonly command: string }, words: Words): readonly Button[] => [
  act(words.help.nearest(`help ${command}`), 'help', { question: command }),
  act(words.help.all, 'help'),
];
const again = (_: unknown, { surface }: Words, invoke: Invocation): readonly Button[] =>
  isCarried(invoke) ? [{ kind: 'act', label: surface.tryAgain, invoke }] : [];

const checks = (key: string, { check }: Words): readonly Button[] => [act(check.again, 'check', { key })];

/** The next step from each refusal that has one. */
const ways: Ways = {
  'date-unreadable': (_, words, { command }) => (command === 'updates' ? updates : timeline)(_, words),
  'week-unreadable': (_, words, { command }) => (command === 'digest' ? [act(words.help.nearest(command), command)] : updates(_, words)),
  'update-unknown': updates,
  'absence-unreadable': (_, { me }) => [act(me.setAway, 'me away')],
  'nothing-changed': showObject,
  'proposal-decided': ({ id, state }, words) => (state === 'accepted' ? showMilestone : timeline)({ id }, words),
  'not-appointed': (_, { here }) => [act(here.dismiss, 'here dismiss')],
  'question-unanswered': (_, words) => [act(words.home.next, 'next-milestone'), act(words.help.all, 'help')],
  'unknown-command': ({ nearest }, words) => [...nearestAct(nearest, words), act(words.help.all, 'help')],
  'option-invalid': helpOf,
  'too-many-words': helpOf,
  'unclosed-quote': help,
  'old-button': help,
  'coordinators-only': help,
  'channel-off': (_, { notices }) => [act(notices.status, 'status')],
  unexpected: help,
  'milestone-changed': showMilestone,
  'milestone-waits': showMilestone,
  'confirms-nothing': ({ id }, { milestone }) => [act(`${milestone.change} ${id}`, 'milestone change', { milestone: id })],
  'milestone-open': showMilestone,
  'milestone-settled': ({ id }, { milestone }) => [act(milestone.reopen, 'milestone reopen', { milestone: id })],
  'milestone-unknown': timeline,
  'no-milestone-for': timeline,
  'topic-unknown': topics,
  'topic-retired': topics,
  'no-topic': (_, { topic }) => [act(topic.propose, 'propose')],
  'topic-adopted': ({ group }, words) => showGroup({ id: group }, words),
  'proposal-unknown': (_, { proposal }) => [act(proposal.title, 'proposals')],
  'no-proposal-for': (_, { proposal }) => [act(proposal.title, 'proposals')],
  'nothing-proposed': (_, { topic, balance }) => [act(topic.propose, 'propose'), act(balance.topics, 'topics')],
  'proposal-stands': showProposal,
  'topic-over': showProposal,
  'proposers-only': showProposal,
  'proposer-gone': showProposal,
  'own-proposal': ({ id }, words) => (id.startsWith('p') ? showProposal : showMilestone)({ id }, words),
  'sole-coordinator': (_, { here }) => [act(here.appoint, 'here appoint')],
  'group-unknown': allGroups,
  'no-group-for': allGroups,
  'no-group': allGroups,
  'group-stands': showGroup,
  'leads-only': showGroup,
  'chairs-only': showGroup,
  'person-chairs': showGroup,
  'chairs-or-coordinators': showGroup,
  'speaks-already': showGroup,
  'chair-not-asked': showGroup,
  'chair-not-offered': showGroup,
  'group-chaired': ({ id }, { membership }) => [act(membership.join, 'join', { group: id })],
  'not-in-group': ({ id }, { membership }) => [act(membership.join, 'join', { group: id })],
  'role-by-chair': ({ id }, { membership, group }) => [act(membership.leave, 'leave', { group: id }), act(group.show(id), 'group', { group: id })],
  'join-not-asked': ({ id }, { membership }) => [act(membership.showPeople, 'group people', { group: id })],
  'person-unrelated': ({ id }, { membership }) => [act(membership.showPeople, 'group people', { group: id })],
  'person-not-in-group': ({ id }, { membership }) => [act(membership.showPeople, 'group people', { group: id })],
  'update-empty': (_, { notices }, { options: { group, week } }) => [
    act(notices.nothingNew, 'update nothing', { ...(group !== undefined && { group }), ...(week !== undefined && { week }) }),
  ],
  'slow-just-now': again,
  unavailable: again,
  'may-be-done': (facts, words, invoke, key) => (key === undefined ? again(facts, words, invoke) : checks(key, words)),
  'not-confirmed': (_, words, __, key) => (key === undefined ? [] : checks(key, words)),
};

function nextSteps<Code extends ProblemCode>({ code, params }: Problem<Code>, words: Words, invoke: Invocation, key: string | undefined): readonly Button[] {
  return ways[code]?.(params, words, invoke, key) ?? [];
}

function nearestAct(near: Invocation | undefined, words: Words): readonly Button[] {
  return near === undefined ? [] : [{ kind: 'act', label: words.help.nearest(lineOf(near)), invoke: near }];
}
