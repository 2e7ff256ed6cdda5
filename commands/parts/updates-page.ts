import type { UpdatesShown } from '../../src/cards/updates.ts';
import { groupId } from '../../src/chat/option.ts';
import { groupChoices, menuSize } from '../../src/core/choice.ts';
import type { Language } from '../../src/core/member.ts';
import { isProblem, type Problem } from '../../src/core/problem.ts';
import type { ActorFacts, Sender, Store } from '../../src/core/store.ts';
import type { GroupsFound } from '../../src/core/store-groups.ts';
import type { Period } from '../../src/core/when.ts';
import { readPastPeriod } from '../../src/text/dates/look-back.ts';
import { type DateContext, readPeriod } from '../../src/text/dates/read-when.ts';

const pageSize = 5;

type Options = { readonly group?: string | undefined; readonly period?: string | undefined; readonly skip?: string | undefined };

type Asked = {
  readonly store: Store;
  readonly sender: Sender;
  readonly options: Options;
  readonly now: Date;
  readonly reader: { readonly zone: string; readonly tag: string; readonly language: Language };
};

type Words = Readonly<Record<string, string>>;

/** A first word that is no group, and the period behind it, of which it may have been a part. */
type NoGroup = { readonly said: string; readonly period: string };

/** What was asked for: the group as far as words tell, the period, and both as a button asks for them again. */
type Understood = { readonly id?: string; readonly name?: string; readonly period: Period; readonly asked: Words } & Pick<UpdatesShown, 'ambiguous'>;

type Which = { readonly which: GroupsFound['groups']; readonly asked: Words };

export type UpdatesFound = { readonly actor: ActorFacts; readonly found: UpdatesShown | Which | NoGroup | Problem };

/** A page of updates as somebody asked for it, in one trip; a name costs a second one. */
export async function readUpdatesPage(asked: Asked): Promise<UpdatesFound> {
  const { store, sender } = asked;
  const understood = understand(asked);
  if (isProblem(understood)) return { actor: await store.readActor(sender), found: understood };
  return understood.name === undefined ? readPage(asked, understood) : readNamed(asked, understood, understood.name);
}

/** The first word is a group, or the beginning of the period: `updates wg1 since April`, `updates since April`. */
function understand(asked: Asked): Understood | Problem {
  const { group, period } = asked.options;
  const id = groupId(group ?? '');
  if (id !== undefined) return within(asked, period, { id });
  const whole = group === undefined ? period : [group, period].filter(Boolean).join(' ');
  const together = within(asked, whole, {});
  if (group === undefined || !isProblem(together)) return together;
  const named = within(asked, period, { name: group });
  return isProblem(named) ? together : named;
}

function within({ now, reader }: Asked, said: string | undefined, whose: Pick<Understood, 'id' | 'name'>): Understood | Problem {
  const group = whose.id === undefined ? {} : { group: whose.id };
  if (said === undefined) return { ...whose, period: {}, asked: group };
  const context = { ...reader, now, purpose: 'asking' } as const;
  const reading = readPastPeriod(said, context);
  if ('period' in reading) return { ...whose, period: reading.period, asked: { ...group, period: said }, ...otherPeriod(said, reading.period, context) };
  return { code: 'date-unreadable', params: { said, ...(reading.understood !== undefined && { understood: reading.understood }) } };
}

/** What figures would be the other way round, where the year needs no looking back. */
function otherPeriod(said: string, { from, to }: Period, context: DateContext): Pick<UpdatesShown, 'ambiguous'> {
  const reading = readPeriod(said, context);
  if (!('period' in reading) || reading.other === undefined) return {};
  return reading.period.from === from && reading.period.to === to ? { ambiguous: { said, other: reading.other } } : {};
}

async function readPage({ store, sender, options }: Asked, { id, name: _, ...understood }: Understood): Promise<UpdatesFound> {
  const skip = Number(options.skip ?? 0);
  const { actor, ...page } = await store.readUpdates(sender, id, understood.period, skip, pageSize);
  const group = page.groups.find((one) => one.id === id);
  if (id !== undefined && group === undefined) return { actor, found: { code: 'group-unknown', params: { said: id } } };
  return { actor, found: { ...page, group, skip, size: pageSize, ...understood } };
}

/** With a period behind it, the word may have been a slip in that. */
function noGroup(said: string, period: string | undefined): NoGroup | Problem {
  return period === undefined ? { code: 'group-unknown', params: { said } } : { said, period };
}

async function readNamed(asked: Asked, understood: Understood, name: string): Promise<UpdatesFound> {
  const { actor, groups } = await asked.store.findGroups(asked.sender, name, menuSize, groupChoices.read);
  const [group] = groups;
  if (group === undefined) return { actor, found: noGroup(name, asked.options.period) };
  if (groups.length > 1) return { actor, found: { which: groups, asked: understood.asked } };
  return readPage(asked, { ...understood, id: group.id, asked: { group: group.id, ...understood.asked } });
}
