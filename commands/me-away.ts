import { z } from 'zod';
import { awayCard, awayForm, backCard, notAwayCard } from '../src/cards/me.ts';
import type { Card } from '../src/chat/card.ts';
import { type Context, type Facts, formCommand, type Options, readActor } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { dateOption } from '../src/chat/option.ts';
import { type Ambiguous, withOtherReading } from '../src/chat/other-reading.ts';
import { absenceOf, isAbsenceOver } from '../src/core/absence.ts';
import { type Day, dayIn } from '../src/core/calendar.ts';
import type { Absence, Language } from '../src/core/member.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import { toEdtf, type When } from '../src/core/when.ts';
import { readWhen } from '../src/text/dates/read-when.ts';
import { sayWhen } from '../src/text/dates/say-when.ts';

export default formCommand({
  name: 'me away',
  aliases: ['away', 'absence'],
  permission: 'member',
  options: z.object({ days: dateOption() }),
  opens: ({ days }) => (days === undefined ? 'form' : 'card'),
  read: readActor,
  form: ({ words }) => awayForm(words),
  blank: awayForm,
  async submit(context) {
    const { options, fields, words, store, by } = context;
    const entries = options.days === undefined ? readEntries(awayForm(words), fields) : { days: options.days };
    if (isFieldProblem(entries)) return entries;
    const { days: said = '' } = entries;
    if (isBack(said)) return comeBack(context);
    const read = readAbsence(said, context);
    if (isProblem(read)) return { field: 'days', problem: read };
    await store.setPersonal({ absence: { ...read.absence, zone: context.zone } }, by);
    const card = awayCard(read.absence, context.zone !== 'UTC' || context.actor.zone !== undefined, words);
    return read.ambiguous === undefined ? card : withOtherReading(card, read.ambiguous, words);
  },
});

function isBack(said: string): boolean {
  return /^(back|off|retour|de retour)$/i.test(said);
}

/** Ends an absence, where one is set. */
async function comeBack({ actor, store, by, words }: Context<Options, Facts>): Promise<Card> {
  if (actor.absence === undefined) return notAwayCard(words);
  await store.setPersonal({ absence: null }, by);
  return backCard(words);
}

type Asking = Pick<Context<Options, Facts>, 'now' | 'zone' | 'reader' | 'words'>;

type Read = { readonly absence: Absence; readonly ambiguous?: Ambiguous };

function readAbsence(said: string, { now, zone, reader, words: { language } }: Asking): Read | Problem {
  const today = dayIn(zone, now);
  const reading = readWhen(said, { ...reader, now, purpose: 'adding' });
  const absence = reading.kind === 'unreadable' ? undefined : absenceOf(reading.kind === 'when' ? reading.when : reading.period, today);
  if (absence === undefined) return { code: 'absence-unreadable', params: { said } };
  if (isAbsenceOver(absence, today)) return { code: 'absence-over', params: { said } };
  return { absence, ...(reading.kind === 'when' && otherAbsence(said, reading, today, language)) };
}

/** What an absence in figures would be the other way round, where that is not over. */
function otherAbsence(said: string, { when, other }: { readonly when: When; readonly other?: When }, today: Day, language: Language): Pick<Read, 'ambiguous'> {
  const absence = other === undefined ? undefined : absenceOf(other, today);
  if (other === undefined || absence === undefined || isAbsenceOver(absence, today)) return {};
  const invoke = { command: 'me away', options: { days: toEdtf(other) } };
  return { ambiguous: { said, understood: sayWhen(when, language), other: sayWhen(other, language), invoke } };
}
