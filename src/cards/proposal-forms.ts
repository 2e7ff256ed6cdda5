import type { Field, Form } from '../chat/form.ts';
import type { Decision, Draft, Proposal } from '../core/proposal.ts';
import type { Words } from '../text/words.ts';

/** Together with what a card says around them they fit into one message of either chat, and the longer ones into a charter. */
const limits = { name: 80, problem: 600, deliverable: 600, ending: 600, milestone: 300 } as const;

/** What a form for a proposal is filled with. */
export type Filling = Partial<Pick<Draft, keyof typeof limits>>;

/** What the form is for, the draft that it is filled with, and what that draft was for and can be no more. */
type Where = {
  readonly topic?: string | undefined;
  readonly proposal?: Pick<Proposal, 'id' | 'version'>;
  readonly draft?: string | undefined;
  readonly over?: string | undefined;
  /** The proposal whose words it starts with. */
  readonly like?: string | undefined;
};

/** The five fields of a proposal: a new one, from a topic or not, or a new version of one that stands. */
export function proposalForm(where: Where, filling: Filling, reopened: boolean, words: Words): Form {
  const { proposal: said } = words;
  const { topic, proposal, over, like } = where;
  const notes = [
    ...(topic === undefined ? [] : [said.formNote(topic)]),
    ...(over === undefined ? [] : [said.over(over)]),
    ...(like === undefined ? [] : [said.filledFrom(like)]),
    ...(reopened ? [said.reopened] : []),
  ];
  return {
    kind: 'form',
    language: words.language,
    title: proposal === undefined ? said.formTitle : said.editTitle(proposal.id),
    submit: proposal === undefined ? said.submit : said.save,
    invoke: invokeFor(where),
    ...(notes.length > 0 && { note: notes.join(' · ') }),
    fields: fieldsWith(filling, words),
  };
}

function invokeFor({ topic, proposal, draft }: Where): Form['invoke'] {
  const filled = draft === undefined ? {} : { draft };
  if (proposal !== undefined) return { command: 'propose edit', options: { proposal: proposal.id, version: String(proposal.version), ...filled } };
  return { command: 'propose', options: { ...(topic !== undefined && { topic }), ...filled } };
}

function fieldsWith(filling: Filling, { proposal: { fields } }: Words): readonly Field[] {
  const names = ['name', 'problem', 'deliverable', 'ending', 'milestone'] as const;
  return names.map((name) => {
    const value = filling[name] ?? '';
    const kind = name === 'name' ? ('line' as const) : ('text' as const);
    return { kind, name, label: fields[name], hint: fields[`${name}Hint`], required: true, limit: limits[name], ...(value !== '' && { value }) };
  });
}

/** How a decision is typed. */
export const decisionWords = { establish: 'establish', ask: 'changes', decline: 'decline' } as const satisfies Record<Decision, string>;

/** Asks for the reason of a decision. */
export function reviewForm({ id, version, name }: Pick<Proposal, 'id' | 'version' | 'name'>, decision: Decision, words: Words): Form {
  const { proposal: said } = words;
  return {
    kind: 'form',
    language: words.language,
    title: said.formTitles[decision](id),
    submit: said.submits[decision],
    invoke: { command: 'review', options: { proposal: id, decision: decisionWords[decision], version: String(version) } },
    note: `${id} · ${name}`,
    fields: [{ kind: 'text', name: 'why', label: said.reason, hint: said.reasonHint, required: true, limit: 500 }],
  };
}
