import type { Draft } from '../core/proposal.ts';
import type { By } from '../core/store.ts';
import { hashOf } from './hash.ts';
import { memberActing } from './members.ts';
import { atOnce, once, refuse, type Transaction, type Writing } from './record.ts';
import { storable, storableText } from './storable.ts';

/** A draft is known by the form in which it was typed, shortly, since every platform's buttons carry it. */
function idOf({ key }: By): string {
  return hashOf(key).slice(0, 12);
}

/** Keeps what was typed beside all other drafts. The record says nothing of it: a draft is its author's alone until it is proposed. */
export async function keepDraft(writing: Writing, draft: Draft, filledWith: string | undefined, by: By): Promise<void> {
  const { topic, about, ...texts } = storable(draft);
  const row = { proposalId: about ?? null, topicId: topic ?? null, ...texts, at: by.at };
  const id = idOf(by);
  await once<void>(writing, by, {
    async first(tx) {
      const memberId = await memberActing(tx, by, writing.rights);
      await dropIn(tx, memberId, filledWith);
      await tx.proposalDraft.upsert({ where: { memberId_id: { memberId, id } }, create: { memberId, id, ...row }, update: row });
    },
    // A form that is sent again after it was recorded is no draft.
    again: () => undefined,
  });
}

/** Throws one away; false when there was none such. */
export function dropDraft(writing: Writing, id: string, by: By): Promise<boolean> {
  return atOnce<boolean>(writing, async (tx) => (await dropIn(tx, await memberActing(tx, by, writing.rights), id)) || refuse(false));
}

/** Lets go of what is recorded now: what the same form brought before, and the draft that it was filled with. */
export async function dropRecorded(tx: Transaction, memberId: string, filledWith: string | undefined, by: By): Promise<void> {
  for (const id of [idOf(by), filledWith]) await dropIn(tx, memberId, id);
}

async function dropIn(tx: Transaction, memberId: string, id = ''): Promise<boolean> {
  const { count } = await tx.proposalDraft.deleteMany({ where: { memberId, id: storableText(id) } });
  return count > 0;
}
