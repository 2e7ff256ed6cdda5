import type { Account } from '../../src/core/account.ts';
import type { By, Store } from '../../src/core/store.ts';

/** Confirms whatever link waits for somebody. */
export async function confirmLink(store: Store, by: By, real: Date): Promise<Account | undefined> {
  const { link } = await store.readMe({ account: by.account }, real);
  return store.confirmLink(link?.id ?? '', by, real);
}
