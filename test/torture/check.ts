import { z } from 'zod';
import type { Place } from '../../src/store/open.ts';
import { openBare } from '../support/store.ts';
import type { Sent } from './chairs.ts';
import { digestsOwed, readers } from './furnish.ts';
import { keyOf, type Post } from './peer.ts';

const message = z.object({
  id: z.string(),
  notice: z.looseObject({ kind: z.string() }),
  target: z.string(),
  state: z.string(),
  problem: z.string().nullable(),
  attempts: z.number(),
});
type Message = z.output<typeof message>;

const revision = z.object({ update_id: z.string(), group_id: z.string(), week: z.string(), revision: z.number(), done: z.string() });

/** What stands in the record once the bot is gone. */
export type Record = { readonly messages: readonly Message[]; readonly revisions: readonly z.output<typeof revision>[] };

export async function readRecord(place: Place): Promise<Record> {
  const { pool, close } = await openBare(place);
  try {
    const messages = await pool.query('SELECT id, notice, target, state, problem, attempts FROM owed_message ORDER BY number');
    const revisions = await pool.query(`SELECT update_id, group_id, week::text, update_revision.revision, done
      FROM update_revision JOIN progress_update ON progress_update.id = update_id ORDER BY update_id, update_revision.revision`);
    return { messages: z.array(message).parse(messages.rows), revisions: z.array(revision).parse(revisions.rows) };
  } finally {
    await close();
  }
}

/** What was counted, for the table, and everything that should not be, in words. */
export type Verdict = { readonly counts: Readonly<{ [name: string]: number }>; readonly wrong: readonly string[] };

type Found = { readonly sent: readonly Sent[]; readonly posts: readonly Post[]; readonly record: Record; readonly until: Date };

export function judge(found: Found): Verdict {
  const parts = [judgeUpdates(found), judgeMessages(found), judgeDigests(found)];
  return { counts: Object.assign({}, ...parts.map(({ counts }) => counts)), wrong: parts.flatMap(({ wrong }) => wrong) };
}

function tally<One>(all: readonly One[], keyed: (one: One) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyed(one), (counts.get(keyed(one)) ?? 0) + 1);
  return counts;
}

/** Every update that was acknowledged stands there once, as it was typed; none stands there twice, and none that nobody sent. */
function judgeUpdates({ sent, record: { revisions } }: Found): Verdict {
  const standing = tally(revisions, ({ done }) => done);
  const typed = new Set(sent.map(({ text }) => text));
  const wrong = [
    ...sent.filter(({ state, text }) => state === 'acknowledged' && !standing.has(text)).map(({ text }) => `acknowledged and not in the record: ${text}`),
    ...sent.filter(({ state }) => state === 'under way').map(({ text, last }) => `never acknowledged: ${text}; the bot said: ${last.slice(0, 300)}`),
    ...[...standing].filter(([, count]) => count > 1).map(([text, count]) => `${count} times in the record: ${text}`),
    ...[...standing.keys()].filter((text) => !typed.has(text)).map((text) => `in the record, and nobody sent it: ${text}`),
  ];
  const counts = {
    acknowledged: sent.filter(({ state }) => state === 'acknowledged').length,
    'sent again': sent.filter(({ tries }) => tries > 1).length,
    'given up': sent.filter(({ state }) => state === 'given up').length,
    revisions: revisions.length,
  };
  return { counts, wrong };
}

/** Whether a digest was left out because a newer one was owed to its channel. */
function isOvertaken({ notice, target }: Message, messages: readonly Message[]): boolean {
  const isNewer = (other: Message): boolean =>
    other.target === target && other.notice.kind === 'digest' && String(other.notice['week']) > String(notice['week']);
  return notice.kind === 'digest' && messages.some(isNewer);
}

/**
 * Every message of the queue arrived once, but for those that the bot calls uncertain, which arrived once or not at all, for questions answered or
 * too old before they were sent, and for digests overtaken by newer ones.
 */
function judgeMessages({ posts, record: { messages, revisions } }: Found): Verdict {
  const arrived = tally(posts, ({ key }) => key);
  const answered = new Set(revisions.map(({ group_id, week }) => `${group_id} ${week}`));
  const isLeftOut = (one: Message): boolean => {
    const { kind, ...about } = one.notice;
    if (kind !== 'prompt' && kind !== 'reminder') return isOvertaken(one, messages);
    return one.problem === 'too late' || answered.has(`${about['group']} ${about['week']}`);
  };
  const known = new Set(messages.map(({ id }) => keyOf(id)));
  const said = tally(messages, ({ notice, target }) => `${JSON.stringify(notice)} to ${target}`);
  const announced = messages.filter(({ notice }) => notice.kind === 'update recorded').length;
  const firsts = revisions.filter((one) => one.revision === 1).length;
  const wrong = [
    ...messages.flatMap((one) => {
      const { id, state, notice, target } = one;
      const count = arrived.get(keyOf(id)) ?? 0;
      const right = state === 'sent' ? count === 1 : (state === 'uncertain' && count <= 1) || (state === 'skipped' && count === 0 && isLeftOut(one));
      return right ? [] : [`${state} and arrived ${count} times: ${JSON.stringify(notice)} to ${target}`];
    }),
    ...[...said].filter(([, count]) => count > 1).map(([what, count]) => `owed ${count} times: ${what}`),
    ...[...arrived.keys()].filter((key) => !known.has(key)).map((key) => `arrived, and was never owed: ${key}`),
    ...(announced === firsts ? [] : [`${firsts} updates were first recorded, and ${announced} announced`]),
  ];
  const counts = {
    messages: messages.length,
    'tried again': messages.filter(({ attempts }) => attempts > 1).length,
    uncertain: messages.filter(({ state }) => state === 'uncertain').length,
    'left out': messages.filter(({ state }) => state === 'skipped').length,
    'uncertain, arrived': messages.filter(({ id, state }) => state === 'uncertain' && arrived.has(keyOf(id))).length,
  };
  return { counts, wrong };
}

/** Every channel got every digest that fell due once; of the uncertain ones some did not arrive, and those overtaken by newer ones were left out. */
function judgeDigests({ posts, record: { messages }, until }: Found): Verdict {
  const digests = messages.filter(({ notice }) => notice.kind === 'digest');
  const uncertain = digests.filter(({ state }) => state === 'uncertain');
  const got = tally(posts, ({ to, title }) => `${title} in ${to}`);
  const owed = readers.flatMap((reader) => digestsOwed(reader, until).map((title) => ({ digest: `${title} in ${reader.channel}`, channel: reader.channel })));
  const expected = new Set(owed.map(({ digest }) => digest));
  const missing = owed.filter(({ digest }) => !got.has(digest));
  const overtaken = digests.filter((one) => one.state === 'skipped' && isOvertaken(one, messages));
  const excused = (channel: string): number => [...uncertain, ...overtaken].filter(({ target }) => target.includes(`"${channel}"`)).length;
  const wrong = [
    ...owed.filter(({ digest }) => (got.get(digest) ?? 0) > 1).map(({ digest }) => `${got.get(digest)} times: ${digest}`),
    ...missing
      .filter(({ channel }) => missing.filter((one) => one.channel === channel).length > excused(channel))
      .map(({ digest }) => `did not arrive, and the bot is not uncertain: ${digest}`),
    ...[...got.keys()].filter((digest) => digest.startsWith('Digest, ') && !expected.has(digest)).map((digest) => `was not due: ${digest}`),
    ...(digests.length === owed.length ? [] : [`${owed.length} digests fell due, and ${digests.length} were owed`]),
  ];
  const counts = {
    digests: owed.length,
    'digests arrived': owed.length - missing.length,
    'digests uncertain': uncertain.length,
    'digests left out': overtaken.length,
  };
  return { counts, wrong };
}
