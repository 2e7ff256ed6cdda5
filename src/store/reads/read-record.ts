import type { ActorFacts, Event, Sender, SetupFacts, Store } from '../../core/store.ts';
import { type Reading, read, statement } from '../read.ts';
import { type EventRow, eventColumns, historyOf, toEvent } from '../rows/event-row.ts';
import { storableText } from '../storable.ts';
import { toWaitingSpaces, type WaitingSpaceRow, waitingSpacesColumn } from '../waiting-spaces.ts';

const actorStatement = statement('actor', { columns: [] });

export async function readActor(reading: Reading, sender: Sender): Promise<ActorFacts> {
  const { actor } = await read(reading, actorStatement, sender);
  return actor;
}

const recordedStatement = statement('recorded', {
  columns: [`(SELECT row_to_json(lines) FROM (SELECT ${eventColumns} FROM event WHERE key = $3) AS lines) AS event`],
});

export async function readRecorded(reading: Reading, sender: Sender, key: string): Promise<{ readonly actor: ActorFacts; readonly event?: Event }> {
  const { actor, row } = await read<{ readonly event: EventRow | null }>(reading, recordedStatement, sender, [storableText(key)]);
  return { actor, ...(row.event && { event: toEvent(row.event) }) };
}

/** After $4 of them, at most $5. */
const historyStatement = statement('history', { columns: [`${historyOf('OFFSET $4::int LIMIT $5::int')} AS events`] });

/** One more is fetched than is shown, so that it is known whether there are more. */
export async function readHistory(reading: Reading, sender: Sender, object: string, skip: number, limit: number): ReturnType<Store['readHistory']> {
  const { actor, row } = await read<{ readonly events: readonly EventRow[] }>(reading, historyStatement, sender, [storableText(object), skip, limit + 1]);
  return { actor, events: row.events.slice(0, limit).map(toEvent), more: row.events.length > limit };
}

const setupStatement = statement('setup', {
  columns: ['EXISTS (SELECT FROM account WHERE coordinator_since IS NOT NULL) AS "hasCoordinator"', waitingSpacesColumn('$3')],
});

type SetupRow = WaitingSpaceRow & { readonly hasCoordinator: boolean };

export async function readSetup(reading: Reading, sender: Sender): Promise<SetupFacts> {
  const { rights } = reading;
  const { actor, row } = await read<SetupRow>(reading, setupStatement, sender, [rights.isCoordinator(sender.account)]);
  return { actor, hasCoordinator: row.hasCoordinator || rights.namesCoordinator(), waitingSpaces: toWaitingSpaces(row) };
}
