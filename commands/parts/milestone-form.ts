import { recordedCard } from '../../src/cards/milestone.ts';
import { type FormAct, milestoneForm, sayBack } from '../../src/cards/milestone-forms.ts';
import type { Button, Card } from '../../src/chat/card.ts';
import { type Context, type FieldProblem, formCommand, type Options } from '../../src/chat/command.ts';
import { type Entries, isFieldProblem, readEntries } from '../../src/chat/entries.ts';
import type { Fields } from '../../src/chat/interaction.ts';
import { openEnded } from '../../src/chat/open-ended.ts';
import { type Day, dayIn, latestDay } from '../../src/core/calendar.ts';
import type { MilestoneChoice } from '../../src/core/choice.ts';
import {
  type Announced,
  cannotChange,
  changeMilestone,
  type Milestone,
  type MilestoneAct,
  type MilestoneChange,
  type MilestoneFacts,
} from '../../src/core/milestone.ts';
import { isProblem, type Problem } from '../../src/core/problem.ts';
import { bounds, toEdtf, type When } from '../../src/core/when.ts';
import { readWhen } from '../../src/text/dates/read-when.ts';
import { sayWhen } from '../../src/text/dates/say-when.ts';
import { readingBack, readingNear } from '../../src/text/turn.ts';
import { chosen, type Found, isChosen, readWhich } from './which-milestone.ts';

type Asking = Pick<Context<Options, Found>, 'now' | 'zone' | 'words' | 'reader'>;

/** A date that was typed, with the other way to read it where there is one. */
export type TypedWhen = { readonly announced: Announced; readonly other?: When; readonly said: string };

/** Reads a form's date; its words are kept where they say more than the date does. */
export function enterWhen(said: string, field: string, source: string, { now, reader, words }: Asking): TypedWhen | FieldProblem {
  const reading = readWhen(said, { ...reader, now, purpose: 'adding' });
  if (reading.kind === 'open') return { field, problem: openEnded(said, reading, words) };
  if (reading.kind === 'unreadable') {
    const { understood } = reading;
    return { field, problem: { code: 'date-unreadable', params: { said, ...(understood !== undefined && { understood }) } } };
  }
  const { when, wording, other } = reading;
  return { announced: { when, ...(wording !== undefined && { wording }), source }, said, ...(other !== undefined && { other }) };
}

/** The date that stood in the field of a form: sent back as it was it means what stands, whatever its words would mean today. */
export function enterStanding(said: string, standing: Announced | undefined, source: string, { words }: Asking): TypedWhen | undefined {
  return standing !== undefined && said === sayBack(standing, words) ? { announced: { ...standing, source }, said } : undefined;
}

/**
 * The date that is announced for something planned: one without its year is the nearest to the planned one, since it may have passed already, and
 * what it would be from today on is the other way to read it.
 */
export function enterNear(said: string, planned: When, source: string, asking: Asking): TypedWhen | FieldProblem {
  const ahead = enterWhen(said, 'when', source, asking);
  const days = bounds(planned);
  if (isFieldProblem(ahead) || days === undefined) return ahead;
  const near = enterWhen(said, 'when', source, { ...asking, now: readingNear(said, { ...asking.reader, now: asking.now, purpose: 'adding' }, days.first) });
  if (isFieldProblem(near) || toEdtf(near.announced.when) === toEdtf(ahead.announced.when)) return ahead;
  return { other: ahead.announced.when, ...near };
}

/**
 * The day on which something came, today in the reader's zone when nothing was typed; without its year the latest one; a longer stretch counts from its
 * last day, or from today while it lasts. A day that has begun nowhere yet is refused: what is dated so would stay unseen until then.
 */
export function enterDay(said: string, asking: Asking): { readonly day: Day; readonly typed?: TypedWhen } | FieldProblem {
  const { now, zone, reader } = asking;
  const today = dayIn(zone, now);
  if (said === '') return { day: today };
  const latest = latestDay(now);
  const typed = enterWhen(said, 'dated', '', { ...asking, now: readingBack(said, { ...reader, now, purpose: 'adding' }, latest) });
  if (isFieldProblem(typed)) return typed;
  const days = [typed.announced.when, typed.other].flatMap((when) => lastDay(when, today) ?? []);
  const [day, other] = days.filter((one) => one <= latest);
  if (day === undefined) return { field: 'dated', problem: { code: days.length === 0 ? 'date-unreadable' : 'day-ahead', params: { said } } };
  return { day, typed: { announced: { when: { kind: 'day', day }, source: '' }, said, ...(other !== undefined && { other: { kind: 'day', day: other } }) } };
}

function lastDay(when: When | undefined, today: Day): Day | undefined {
  const days = when === undefined ? undefined : bounds(when);
  return days !== undefined && days.first <= today && days.last > today ? today : days?.last;
}

/** The ids in a form's field; undefined when one of them is no id. */
export function enterIds(said: string): readonly string[] | undefined {
  const ids = said
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  return ids.every((id) => /^m\d{1,9}$/.test(id)) ? [...new Set(ids)] : undefined;
}

/** What a form comes down to: the facts it sets, why, and the date that was typed, to be said back. */
export type Entered = { readonly set: MilestoneFacts; readonly why: string; readonly typed?: TypedWhen };

type FormMilestone = {
  readonly act: Exclude<FormAct, 'add'>;
  readonly recordedAs: Exclude<MilestoneAct, 'added'>;
  readonly choice: MilestoneChoice;
  enter(entries: Entries, asking: Asking, milestone: Milestone): Entered | FieldProblem;
};

/** Declares a command that changes one milestone through a form. */
export function milestoneCommand<O extends Options>(form: FormMilestone, options: O) {
  const { act } = form;
  const name = `milestone ${act}` as const;
  return formCommand<O, Found>({
    name,
    options,
    permission: 'coordinator',
    opens: () => 'form',
    read: readWhich(form.choice),
    form({ facts, options: given, words, now, zone }) {
      const found = chosen(facts, name, given, { words, now, zone });
      return isChosen(found) ? (cannotChange(found.milestone, form.recordedAs) ?? milestoneForm(act, words, found.milestone, given)) : found;
    },
    async submit(context) {
      const { facts, options: given, words, now, zone } = context;
      const found = chosen(facts, name, given, { words, now, zone });
      const decided = isChosen(found) ? decide(form, found.milestone, context) : found;
      return 'change' in decided ? recordMilestone(context, decided.change, decided.typed) : decided;
    },
  });
}

type Submitted = Asking & { readonly options: { readonly [name: string]: string | undefined }; readonly fields: Fields };
type Decided = { readonly change: MilestoneChange; readonly typed: TypedWhen | undefined };

/** What a submitted form changes, against the state that the form was made from. */
function decide({ act, recordedAs, enter }: FormMilestone, milestone: Milestone, submitted: Submitted): Decided | Problem | FieldProblem {
  const { options, words, fields } = submitted;
  const entries = readEntries(milestoneForm(act, words, milestone, options), fields);
  const entered = isFieldProblem(entries) ? entries : enter(entries, submitted, milestone);
  if (isFieldProblem(entered)) return entered;
  const madeFrom = { ...milestone, revision: Number(options['revision'] ?? milestone.revision) };
  const change = changeMilestone(madeFrom, recordedAs, entered.set, entered.why);
  return isProblem(change) ? change : { change, typed: entered.typed };
}

type Recording = Pick<Context<Options, Found>, 'store' | 'by' | 'now' | 'words'>;

/** Remembers a decision, and says what was recorded and how its date was understood. */
export async function recordMilestone(
  { store, by, now, words }: Recording,
  change: MilestoneChange,
  typed: TypedWhen | undefined,
): Promise<Card | Problem | FieldProblem> {
  const recorded = await store.recordMilestone(change, by);
  const { kind, value } = recorded;
  if (kind === 'stale') return { code: 'milestone-changed', params: { id: value.id } };
  if (kind === 'circle') return { field: 'depends-on', problem: { code: 'depends-in-circle', params: { circle: recorded.circle } } };
  if (kind === 'missing') return dependsOnNone(recorded.missing);
  return recordedCard(value, { words, now }, notes(typed, words), otherReading(typed, value.id, change.act, words));
}

/** Refuses to let a milestone wait for one that there is not. */
export function dependsOnNone(said: string): FieldProblem {
  return { field: 'depends-on', problem: { code: 'milestone-unknown', params: { said } } };
}

type Words = Recording['words'];

/** How a date was understood, unless that is word for word what was typed. */
export function notes(typed: TypedWhen | undefined, { language, milestone }: Words): readonly string[] {
  if (typed === undefined) return [];
  const {
    said,
    announced: { when, wording },
  } = typed;
  const understood = sayWhen(when, language);
  return [understood, sayWhen(when, language, wording)].includes(said.trim()) ? [] : [milestone.understoodAs(said, understood)];
}

const correctedBy: { readonly [Act in MilestoneAct]?: string } = { confirmed: 'milestone confirm', done: 'milestone done' };

/** Opens the form again with the other way to read an ambiguous date. */
function otherReading(typed: TypedWhen | undefined, id: string, act: MilestoneAct, words: Words): readonly Button[] {
  if (typed?.other === undefined) return [];
  const command = correctedBy[act] ?? 'milestone change';
  const label = words.milestone.otherReading(sayWhen(typed.other, words.language));
  return [{ kind: 'act', label, invoke: { command, options: { milestone: id, when: toEdtf(typed.other) } } }];
}
