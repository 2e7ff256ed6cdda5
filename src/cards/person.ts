import { type Act, act, type Button, type Card, card, paragraph } from '../chat/card.ts';
import type { Account } from '../core/account.ts';
import { type Group, mayAppoint, mayRun, type Role, roles } from '../core/group.ts';
import type { Actor } from '../core/member.ts';
import { handOver, type MemberRole } from '../core/membership.ts';
import { isProblem } from '../core/problem.ts';
import type { Words } from '../text/words.ts';
import { exactly } from './people-lines.ts';
import { named } from './update-lines.ts';

/** Somebody who speaks for a group or belongs to it. */
export type PersonShown = { readonly accounts: readonly Account[]; readonly role: Role | MemberRole };

/** What the reader may do about somebody else of a group, whichever chat they are in. */
function personActs(group: Group, { accounts, role }: PersonShown, actor: Actor, words: Words): readonly Act[] {
  const [person] = accounts;
  if (person === undefined || accounts.includes(actor.account) || mayRun(actor, group) !== undefined) return [];
  const { membership: said } = words;
  const options = { group: group.id, person };
  const takesOver = role !== 'chair' && !isProblem(handOver(actor, group, person, ''));
  const offices = role === 'chair' ? [] : roles.filter((one) => one !== role && mayAppoint(actor, group, { account: person, role: one }) === undefined);
  return [
    ...(takesOver ? [act(said.askThem, 'handover', options)] : []),
    ...offices.map((one) => act(said.appointAs[one], 'group appoint', { ...options, role: one })),
    ...endActs(group, { person, role }, actor, words),
  ];
}

function endActs(group: Group, { person, role }: { readonly person: Account; readonly role: Role | MemberRole }, actor: Actor, words: Words): readonly Act[] {
  const options = { group: group.id, person };
  if (!roles.some((one) => one === role)) return [act(words.membership.remove, 'group remove', options)];
  return mayAppoint(actor, group, { account: person }) === undefined ? [act(words.group.dismiss, 'group dismiss', options, 'danger')] : [];
}

/** The only thing that the reader may do about somebody, or the way to choose among several; undefined where there is none. */
export function personButton(group: Group, person: PersonShown, actor: Actor, words: Words): Button | undefined {
  const [first, second] = personActs(group, person, actor, words);
  const [account = ''] = person.accounts;
  return second === undefined ? first : act(words.surface.choose, 'group person', { group: group.id, person: account });
}

/** Somebody of a group, with what the reader may do about them. */
export function personCard(group: Group, person: PersonShown, actor: Actor, words: Words): Card {
  const { membership: said } = words;
  return card(words, {
    title: said.personTitle(group.id),
    blocks: [named(group), paragraph(...exactly(person, words), ` · ${said.roles[person.role]}`)],
    buttons: [...personActs(group, person, actor, words), act(said.showPeople, 'group people', { group: group.id })],
  });
}
