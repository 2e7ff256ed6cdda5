import type { Draft } from '../core/proposal.ts';
import type { By } from '../core/store.ts';
import { memberActing, type Writing } from './members.ts';
import { atOnce, type Transaction } from './record.ts';
import { storable, storableText } from './storable.ts';

/** Keeps what was typed, over what was kept of the same. The record says nothing of it: a draft is its author's alone until it is proposed. */
export async function keepDraft({ client, rights }: Writing, draft: Draft, by: By): Promise<void> {
  const { topic, about = topic ?? '', name, problem, deliverable, ending, milestone } = storable(draft);
  const texts = { topicId: topic ?? null, name, problem, deliverable, ending, milestone, at: by.at };
  await atOnce(client, async (tx) => {
    const memberId = await memberActing(tx, by, rights);
    await tx.proposalDraft.upsert({ where: { memberId_about: { memberId, about } }, create: { memberId, about, ...texts }, update: texts });
  });
}

/** Throws it away; false when there was none. */
export function dropDraft({ client, rights }: Writing, about: string | undefined, by: By): Promise<boolean> {
  return atOnce(client, async (tx) => dropIn(tx, await memberActing(tx, by, rights), about));
}

/** The same inside a transaction that makes it needless. */
export async function dropIn(tx: Transaction, memberId: string, about = ''): Promise<boolean> {
  const { count } = await tx.proposalDraft.deleteMany({ where: { memberId, about: storableText(about) } });
  return count > 0;
}
