import type { Problem } from '../core/problem.ts';
import { sayProblem, type Words } from '../text/words.ts';
import type { Refusal } from './answer.ts';
import type { Block, Button, Card } from './card.ts';
import type { Invocation } from './invocation.ts';

/** A refusal as an answer: what is wrong, and the next step as a button. */
export function refuse(problem: Problem, words: Words, invoke: Invocation, field?: string, key?: string): Refusal {
  const said = sayProblem(words, problem);
  return {
    kind: 'refusal',
    problem,
    fields: field === undefined ? {} : { [field]: said },
    card: {
      kind: 'card',
      language: words.language,
      ...heading(problem, words),
      blocks: [{ kind: 'paragraph', text: [said] }, ...typedBack(invoke, words)],
      buttons: nextSteps(problem, words, invoke, key),
      audience: 'asker',
    },
  };
}

/** A text that was typed behind a command goes back to its author, with the words before it: they may have belonged to it. */
function typedBack({ options }: Invocation, { surface }: Words): readonly Block[] {
  if (options['text'] === undefined && options['reason'] === undefined) return [];
  const typed = Object.entries(options).filter(([name]) => !carried.includes(name));
  return [
    { kind: 'paragraph', text: [{ kind: 'bold', text: surface.typed }] },
    { kind: 'quote', text: typed.map(([, value]) => value).join(' ') },
  ];
}

/** Options that buttons carry. */
const carried: readonly string[] = ['week', 'revision', 'problem'];

/** A slip of the fingers is no failure. */
function heading(problem: Problem, words: Words): Pick<Card, 'title' | 'tone'> {
  const near = problem.code === 'unknown-command' ? problem.params.nearest : undefined;
  return near === undefined ? { title: words.surface.refused, tone: 'problem' } : { title: words.help.didYouMean(lineOf(near)), tone: 'warning' };
}

function lineOf({ command, options }: Invocation): string {
  return [command, ...Object.values(options)].join(' ');
}

function act(label: string, command: string, options: Readonly<Record<string, string>> = {}): Button {
  return { kind: 'act', label, invoke: { command, options } };
}

const helps: readonly Problem['code'][] = ['old-button', 'coordinators-only', 'too-many-words', 'unclosed-quote', 'unexpected'];

function nextSteps(problem: Problem, words: Words, invoke: Invocation, key: string | undefined): readonly Button[] {
  switch (problem.code) {
    case 'unknown-command':
      return [...nearestAct(problem.params.nearest, words), act(words.help.all, 'help')];
    case 'milestone-changed':
      return [act(words.milestone.show, 'milestone show', { milestone: problem.params.id })];
    case 'milestone-unknown':
      return [act(words.home.timeline, 'timeline')];
    case 'topic-unknown':
      return [act(words.balance.topics, 'topics')];
    case 'proposal-unknown':
      return [act(words.proposal.title, 'proposals')];
    case 'group-unknown':
      return [act(words.membership.allGroups, 'groups')];
    case 'slow-just-now':
    case 'unavailable':
      return [{ kind: 'act', label: words.surface.tryAgain, invoke }];
    case 'not-confirmed':
      return key === undefined ? [] : [act(words.check.again, 'check', { key })];
    default:
      return helps.includes(problem.code) ? [act(words.help.all, 'help')] : [];
  }
}

function nearestAct(near: Invocation | undefined, words: Words): readonly Button[] {
  return near === undefined ? [] : [{ kind: 'act', label: words.help.nearest(lineOf(near)), invoke: near }];
}
