import { z } from 'zod';
import { awayCard, awayForm, backCard, notAwayCard } from '../src/cards/me.ts';
import type { Card } from '../src/chat/card.ts';
import { type Context, type Facts, formCommand, type Options, readActor } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { dateOption } from '../src/chat/option.ts';
import { absenceOf, isAbsenceOver } from '../src/core/absence.ts';
import { dayIn } from '../src/core/calendar.ts';
import type { Absence } from '../src/core/member.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import { readWhen } from '../src/text/dates/read-when.ts';

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
    const absence = readAbsence(said, context);
    if (isProblem(absence)) return { field: 'days', problem: absence };
    await store.setPersonal({ absence: { ...absence, zone: context.zone } }, by);
    return awayCard(absence, context.zone !== 'UTC' || context.actor.zone !== undefined, words);
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

type Reading = Pick<Context<Options, Facts>, 'now' | 'zone' | 'reader'>;

function readAbsence(said: string, { now, zone, reader }: Reading): Absence | Problem {
  const today = dayIn(zone, now);
  const reading = readWhen(said, { ...reader, now, purpose: 'adding' });
  const absence = reading.kind === 'unreadable' ? undefined : absenceOf(reading.kind === 'when' ? reading.when : reading.period, today);
  if (absence === undefined) return { code: 'absence-unreadable', params: { said } };
  return isAbsenceOver(absence, today) ? { code: 'absence-over', params: { said } } : absence;
}
