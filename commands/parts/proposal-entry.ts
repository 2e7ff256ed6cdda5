import type { Context, FieldProblem, Options } from '../../src/chat/command.ts';
import { type Entries, isFieldProblem, readEntries } from '../../src/chat/entries.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Fields } from '../../src/chat/interaction.ts';
import { openEnded } from '../../src/chat/open-ended.ts';
import type { Draft, Proposal, ProposalText } from '../../src/core/proposal.ts';
import { parseEdtf, type When } from '../../src/core/when.ts';
import { findDate } from '../../src/text/dates/read-when.ts';
import { sayWhen } from '../../src/text/dates/say-when.ts';

type Asking = Pick<Context<Options, never>, 'now' | 'reader' | 'words'>;

/** What was typed, with the other way to read its date where there is one. */
export type EnteredProposal = { readonly text: ProposalText; readonly other?: When };

/** What a form for a proposal says, or which field is wrong. The first milestone's date stands among its words. */
export function enterProposal(form: Form, fields: Fields, standing: Proposal | undefined, { now, reader, words }: Asking): EnteredProposal | FieldProblem {
  const entries = readEntries(form, fields);
  if (isFieldProblem(entries)) return entries;
  const texts = textsOf(entries);
  // Sent back as it was, it means what it meant.
  if (standing !== undefined && texts.milestone === standing.milestone) return { text: { ...texts, ...dateOf(standing) } };
  const found = findDate(texts.milestone, { ...reader, now, purpose: 'adding' });
  const reading = found?.reading;
  if (reading?.kind === 'open') return { field: 'milestone', problem: openEnded(found?.said ?? '', reading, words) };
  if (reading?.kind !== 'when') return { field: 'milestone', problem: { code: 'milestone-undated', params: {} } };
  return { text: { ...texts, ...dateOf(reading) }, ...(reading.other !== undefined && { other: reading.other }) };
}

/** The first milestone in its own words, but for the date in them, which becomes another one. */
export function redated(milestone: string, edtf: string, { now, reader, words }: Asking): string {
  const when = parseEdtf(edtf);
  const found = findDate(milestone, { ...reader, now, purpose: 'adding' });
  return when === undefined || found === undefined ? milestone : milestone.replace(found.said, () => sayWhen(when, words.language));
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
