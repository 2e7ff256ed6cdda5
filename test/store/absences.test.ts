import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Absence } from '../../src/core/member.ts';
import type { By, Store } from '../../src/core/store.ts';
import { confirmLink } from '../support/links.ts';
import { person } from '../support/proposals.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const real = new Date('2026-11-24T12:00:00.000Z');

/** What one of two may have said before they were linked. */
const before = {
  none: undefined,
  open: { from: '2026-11-24', zone: 'Europe/Paris' },
  closed: { from: '2026-12-01', to: '2026-12-24', zone: 'Asia/Tokyo' },
} as const satisfies Readonly<Record<string, Absence | undefined>>;

/** What they say while they are linked: an absence, that they are back, or nothing. */
const meanwhile = { set: { from: '2026-11-24', to: '2026-11-30', zone: 'UTC' }, ended: null, untouched: undefined } as const;

/** What each has once they have parted. */
function afterwards(older: Absence | undefined, younger: Absence | undefined, said: Absence | null | undefined): readonly (Absence | undefined)[] {
  if (said === undefined) return [older, younger];
  if (said === null) return [undefined, undefined];
  // As every setting that one of them had alone goes with them as it is now.
  return older === undefined && younger !== undefined ? [undefined, said] : [said, undefined];
}

const kinds = ['none', 'open', 'closed'] as const;
const cases = kinds.flatMap((older) => kinds.flatMap((younger) => (['set', 'ended', 'untouched'] as const).map((act) => ({ older, younger, act }))));

describe.each(databases)('absences of linked accounts on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ store, close } = await openTestStore({}, make));
    await store.acceptSpace('slack:T1', person('lead'));
    await store.acceptSpace('discord:9', by({ account: 'discord:1', space: 'discord:9' }));
  });
  afterAll(() => close());

  const absence = async (who: By) => (await store.readActor(who)).absence;

  test.each(cases)(
    'one with $older and one with $younger, $act while linked: each has afterwards what is theirs, and whole',
    async ({ older, younger, act }) => {
      const index = cases.findIndex((one) => one.older === older && one.younger === younger && one.act === act);
      const [first, second] = [person(`a${index}`), by({ account: `discord:${100 + index}`, space: 'discord:9', at: new Date('2030-01-01') })];
      await store.setPersonal({ language: 'en', ...(before[older] && { absence: before[older] }) }, first);
      await store.setPersonal({ language: 'en', ...(before[younger] && { absence: before[younger] }) }, second);
      const { code } = await store.offerLink(first, real);
      await store.enterLink(code, true, by({ ...second, key: `enter ${index}` }), real);
      expect(await confirmLink(store, by({ ...first, key: `confirm ${index}` }), real)).toBe(second.account);
      expect(await absence(second)).toEqual(before[older] ?? before[younger]);
      const said = meanwhile[act];
      if (said !== undefined) await store.setPersonal({ absence: said }, by({ ...second, key: `say ${index}` }));
      await store.unlink(by({ ...first, key: `part ${index}` }));
      expect([await absence(first), await absence(second)]).toEqual(afterwards(before[older], before[younger], said));
    },
  );
});
