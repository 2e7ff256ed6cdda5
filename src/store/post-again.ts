import type { By } from '../core/store.ts';
import type { PostedAgain } from '../core/store-messages.ts';
import { isUnwanted } from './channels.ts';
import { memberActing } from './members.ts';
import { isMessageId } from './reads/read-message.ts';
import { keep, markOwing, once, type Writing } from './record.ts';

/** Owes a message again that failed or is uncertain, as if it had never been tried, a question however late it is; any other is `unknown`. */
export async function postAgain(writing: Writing, id: string, by: By): Promise<PostedAgain> {
  if (!isMessageId(id)) return 'unknown';
  return once<PostedAgain>(writing, by, {
    async first(tx) {
      if (await isUnwanted(tx, id)) return 'off';
      const { count } = await tx.message.updateMany({
        where: { id, state: { in: ['uncertain', 'failed'] } },
        data: { state: 'owed', attempts: 0, owed: by.at, due: by.at, ended: null },
      });
      if (count === 0) return 'unknown';
      markOwing(tx);
      await tx.$executeRaw`UPDATE owed_message SET notice = notice || '{"again": true}' WHERE id = ${id}::uuid AND notice->>'kind' IN ('prompt', 'reminder')`;
      await keep(tx, by, await memberActing(tx, by, writing.rights), { act: 'post again', object: id });
      return 'owed';
    },
    again: ({ act }) => (act === 'post again' ? 'owed' : 'unknown'),
  });
}
