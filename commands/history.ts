import { z } from 'zod';
import { historyCard, historyKind } from '../src/cards/history.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenNumber, wordOption } from '../src/chat/option.ts';

const size = 10;

const unknown = { m: 'milestone-unknown', t: 'topic-unknown', p: 'proposal-unknown', wg: 'group-unknown' } as const;

export default replyCommand({
  name: 'history',
  listed: false,
  options: z.object({ of: wordOption(), skip: hiddenNumber() }),
  read: ({ store, sender, options: { of = '', skip = '0' } }) => store.readHistory(sender, of.toLowerCase(), Number(skip), size),
  run({ facts, options: { of: said = '', skip = '0' }, actor, words }) {
    const of = said.toLowerCase();
    const kind = historyKind(of);
    if (kind === undefined || facts.events.length === 0) return { code: unknown[kind ?? 'm'], params: { said } };
    return historyCard({ of, kind, events: facts.events, more: facts.more, skip: Number(skip), size }, actor, words);
  },
});
