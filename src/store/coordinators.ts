import type { Account } from '../core/account.ts';
import type { By } from '../core/store.ts';
import { memberActing, memberNamed } from './members.ts';
import { targetOf } from './owe-messages.ts';
import { peopleBy } from './people.ts';
import { keep, once, refuse, type Transaction, type Writing } from './record.ts';
import type { Rights } from './rights.ts';
import { acceptAtOnce } from './spaces.ts';
import { oweEach } from './tell.ts';
import { takeTurns } from './turns.ts';

/** Makes whoever asks the first coordinator, and accepts their space; false when there is a coordinator beside the operator. */
export function claim(writing: Writing, by: By): Promise<boolean> {
  return once<boolean>(writing, by, {
    async first(tx) {
      await takeTurns(tx, 'leadership');
      if (writing.rights.isCoordinator(by.account) || (await isLed(tx, writing.rights))) return false;
      const member = await memberActing(tx, by, writing.rights);
      await tx.account.update({ where: { key: by.account }, data: { coordinatorSince: by.at } });
      if (by.space !== undefined) await acceptAtOnce(tx, by.space, member, by.at);
      await keep(tx, by, member, { act: 'claimed', object: member });
      return true;
    },
    again: ({ act }) => act === 'claimed',
  });
}

/**
 * Makes whoever acts from an account a coordinator in every space; the right hangs on that account and on no other of theirs, to which somebody else
 * gives it. Whoever is one already, also without a row, stays as they are.
 */
export function appointCoordinator(writing: Writing, account: Account, by: By, locale?: string): Promise<'appointed' | 'own'> {
  return once<'appointed' | 'own'>(writing, by, {
    async first(tx) {
      if (writing.rights.isCoordinator(account)) return 'appointed';
      await takeTurns(tx, 'leadership');
      const named = await memberNamed(tx, account, by, locale);
      if (account !== by.account && named === (await memberActing(tx, by, writing.rights))) return refuse('own');
      const { count } = await tx.account.updateMany({ where: { key: account, coordinatorSince: null }, data: { coordinatorSince: by.at } });
      if (count > 0) {
        await tellAccount(tx, named, account, 'coordinator appointed', by);
        await keep(tx, by, await memberActing(tx, by, writing.rights), { act: 'appointed', object: named });
      }
      return 'appointed';
    },
    again: () => 'appointed',
  });
}

const opposites = { 'coordinator appointed': 'coordinator dismissed', 'coordinator dismissed': 'coordinator appointed' } as const;

/** They are told on the account that holds or held the right, unless they did it themselves, or have not heard yet of what is now undone. */
async function tellAccount(tx: Transaction, named: string, account: Account, kind: keyof typeof opposites, by: By): Promise<void> {
  const unsaid = { target: targetOf({ kind: 'person', account }), state: 'owed', notice: { path: ['kind'], equals: opposites[kind] } };
  if ((await tx.message.deleteMany({ where: unsaid })).count > 0) return;
  const reached = account === by.account ? [] : await peopleBy(tx, [named]);
  const there = reached.map((one) => ({ ...one, accounts: [account] }));
  await oweEach(tx, there, { kind }, by.at);
}

/**
 * Ends an appointment. Whoever the configuration names, and the operator, has none that could end here: they are `unknown`.
 * The operator remains in any case, but does not count: the last one beside them stays until another is appointed.
 */
export function dismissCoordinator(writing: Writing, account: Account, by: By): Promise<'dismissed' | 'unknown' | 'last'> {
  return once<'dismissed' | 'unknown' | 'last'>(writing, by, {
    async first(tx) {
      await takeTurns(tx, 'leadership');
      const named = await tx.account.findFirst({ where: { coordinatorSince: { not: null }, key: account } });
      if (named === null || writing.rights.isCoordinator(account)) return 'unknown';
      if (!(await isLed(tx, writing.rights, account))) return 'last';
      await tx.account.update({ where: { key: account }, data: { coordinatorSince: null } });
      await tellAccount(tx, named.memberId, account, 'coordinator dismissed', by);
      await keep(tx, by, await memberActing(tx, by, writing.rights), { act: 'dismissed', object: named.memberId });
      return 'dismissed';
    },
    again: () => 'dismissed',
  });
}

/** Whether there is a coordinator, beside the operator and the accounts left out. */
async function isLed(tx: Transaction, rights: Rights, ...beside: readonly Account[]): Promise<boolean> {
  if (rights.named.some((account) => !beside.includes(account))) return true;
  return (await tx.account.count({ where: { coordinatorSince: { not: null }, key: { notIn: [...beside] } } })) > 0;
}
