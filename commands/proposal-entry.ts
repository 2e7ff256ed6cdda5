import type { Context, FieldProblem, Options } from '../src/chat/command.ts';
import { type Entries, isFieldProblem, readEntries } from '../src/chat/entries.ts';
import type { Form } from '../src/chat/form.ts';
import type { Fields } from '../src/chat/interaction.ts';
import type { Draft, Proposal, ProposalText } from '../src/core/proposal.ts';
import { findDate } from '../src/text/dates/read-when.ts';
import { openEnded } from './milestone-form.ts';

type Asking = Pick<Context<Options, never>, 'now' | 'reader' | 'words'>;

/** What a form for a proposal says, or which field is wrong. The first milestone's date stands among its words. */
export function enterProposal(form: Form, fields: Fields, standing: Proposal | undefined, { now, reader, words }: Asking): ProposalText | FieldProblem {
  const entries = readEntries(form, fields);
  if (isFieldProblem(entries)) return entries;
  const texts = textsOf(entries);
  // Sent back as it was, it means what it meant.
  if (standing !== undefined && texts.milestone === standing.milestone) return { ...texts, ...dateOf(standing) };
  const found = findDate(texts.milestone, { ...reader, now, purpose: 'adding' });
  const reading = found?.reading;
  if (reading?.kind === 'open') return { field: 'milestone', problem: openEnded(found?.said ?? '', reading, words) };
  if (reading?.kind !== 'when') return { field: 'milestone', problem: { code: 'milestone-undated', params: {} } };
  return { ...texts, ...dateOf(reading) };
}

function dateOf({ when, wording }: Pick<ProposalText, 'when' | 'wording'>): Pick<ProposalText, 'when' | 'wording'> {
  return { when, ...(wording !== undefined && { wording }) };
}

function textsOf({ name = '', problem = '', deliverable = '', ending = '', milestone = '' }: Entries) {
  return { name, problem, deliverable, ending, milestone };
}

/** More than any form takes is nobody's draft. */
const longest = 4_000;

/** What was typed, as it is kept for its author when the form is not taken. */
export function draftOf(fields: Fields): Draft {
  return textsOf(Object.fromEntries(Object.entries(fields).map(([name, typed]) => [name, typed.slice(0, longest)])));
}
