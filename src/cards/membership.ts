import { act, type Block, type Button, type Card, card, type Inline, type Item, type Line, listed, note, paragraph } from '../chat/card.ts';
import type { ShownProblem } from '../chat/command.ts';
import type { Account } from '../core/account.ts';
import { type Group, mayChair, roleIn } from '../core/group.ts';
import type { Actor, Member } from '../core/member.ts';
import { type MemberRole, type Membership, type Mine, memberRoles, offerChair, type PeopleCounts, rises } from '../core/membership.ts';
import type { ChairOffered, PeoplePage } from '../core/store-memberships.ts';
import type { Words } from '../text/words.ts';
import { pageButtons } from './pages.ts';
import { exactly, mentionOf } from './people-lines.ts';
import { type PersonShown, personButton } from './person.ts';
import { named, nameOf } from './update-lines.ts';

/** How many belong to a group, ask to and once did. */
export function countLine({ state, leads }: Pick<Group, 'state' | 'leads'>, counts: PeopleCounts, { membership, group, list }: Words): string {
  const roles = memberRoles.filter((role) => counts[role] > 0).map((role) => membership.counted[role](counts[role]));
  const others = [...(counts.asked > 0 ? [membership.waiting(counts.asked)] : []), ...(counts.left > 0 ? [membership.alumni(counts.left)] : [])];
  const nobody = leads.length > 0 ? membership.nobody : group.nobody.chair;
  const belong = roles.length > 0 ? [list(roles)] : state === 'concluded' && others.length > 0 ? [] : [nobody];
  return [...belong, ...others].join(' · ');
}

/** What the reader is in a group, in words; undefined for nothing. */
export function mineLine(mine: Mine | undefined, { membership }: Words): string | undefined {
  if (mine === undefined) return undefined;
  const say = { in: membership.mineAs, asked: membership.mineAsked, left: membership.mineLeft }[mine.state];
  return say(membership.roles[mine.role]);
}

/** What the reader can do about belonging to a group. */
export function belongingButtons(group: Group, mine: Mine | undefined, actor: Actor, { membership: said }: Words): readonly Button[] {
  const options = { group: group.id };
  if (actor.visitor || group.state === 'concluded') return [];
  const joins = act(said.join, 'join', options, 'primary');
  if (mine?.state === 'asked') return [...(group.joining === 'open' ? [joins] : []), act(said.takeBack, 'leave', options)];
  if (mine?.state === 'in' || roleIn(actor, group) !== undefined) return [act(said.leave, 'leave', options)];
  return [joins];
}

export function showGroupButton({ id }: Pick<Group, 'id'>, { group }: Words): Button {
  return act(group.show(id), 'group', { group: id });
}

/** What comes of a wish to belong to a group, and what else somebody can be in it. */
export function joinedCard(group: Group, { role, state }: { readonly role: MemberRole; readonly state: Mine['state'] }, words: Words): Card {
  const { membership: said } = words;
  const can = (one: MemberRole): boolean => one !== role && !rises({ role, state }, { role: one, joining: group.joining });
  const others = memberRoles.filter(can).map((one) => act(said.as(said.roles[one]), 'join', { group: group.id, role: one }));
  const resting: Block[] = group.state === 'active' ? [] : [paragraph(said.resting(words.group.states[group.state]))];
  const asked = state === 'asked';
  return card(words, {
    title: asked ? said.asked(group.id, said.roles[role]) : said.joined(group.id, said.roles[role]),
    tone: 'good',
    blocks: [
      named(group),
      ...(asked ? [paragraph(group.leads.some((lead) => lead.role === 'chair') ? said.askedText : said.askedLeadership)] : []),
      ...resting,
      note(said.seen),
    ],
    buttons: [...others, act(asked ? said.takeBack : said.leave, 'leave', { group: group.id }), showGroupButton(group, words)],
  });
}

/** Whether the reader may say that they would chair a group; a coordinator appoints instead. */
export function offerButtons(group: Group, actor: Actor, { membership: said }: Words): readonly Button[] {
  return actor.coordinator || offerChair(actor, group) !== undefined ? [] : [act(said.offerChair, 'group offer', { group: group.id })];
}

/** Appoints somebody who would chair a group, while they would. */
export function appointButton({ id }: Pick<Group, 'id'>, { accounts: [person] }: Pick<Member, 'accounts'>, { membership: said }: Words): Button {
  return act(said.appointAs.chair, 'group appoint', { group: id, ...(person !== undefined && { person, role: 'chair', offered: 'yes' }) }, 'primary');
}

/** What comes of saying that one would chair a group: whoever is told of it, or that it is theirs to decide. */
export function offeredChairCard(group: Group, offered: Exclude<ChairOffered, 'changed'>, account: Account, words: Words): Card {
  const { membership: said, proposal } = words;
  const next = { told: said.chairOfferedNext, nobody: proposal.nobodyLeads(), 'nobody else': said.chairOfferedAlone }[offered];
  return card(words, {
    title: said.chairOffered(group.id),
    tone: 'good',
    blocks: [named(group), paragraph(next)],
    buttons: [
      ...(offered === 'nobody else' ? [appointButton(group, { accounts: [account] }, words)] : []),
      act(said.join, 'join', { group: group.id }),
      act(proposal.takeBack, 'volunteer', { proposal: group.id, kind: 'none' }),
      showGroupButton(group, words),
    ],
  });
}

/** Says that there was nothing for somebody to take back. */
export function noChairOfferCard(group: Group, words: Words): Card {
  return card(words, { title: words.membership.noChairOffer(group.id), blocks: [named(group)], buttons: [showGroupButton(group, words)] });
}

/** Says that nobody need decide any more whether they chair a group. */
export function chairOfferGoneCard(group: Group, words: Words): Card {
  return card(words, { title: words.membership.chairOfferGone(group.id), tone: 'good', blocks: [named(group)], buttons: [showGroupButton(group, words)] });
}

/** What somebody was in a group, once they have left it or take back what they asked. */
export function leftCard(group: Group, wasAsking: boolean, words: Words): Card {
  const { membership: said } = words;
  const blocks: Block[] = [named(group), ...(wasAsking ? [] : [paragraph(said.leftText)])];
  return card(words, { title: wasAsking ? said.gone(group.id) : said.left(group.id), tone: 'good', blocks, buttons: [showGroupButton(group, words)] });
}

/** Tells the only chair what follows, with the ways on: whoever steps down (`person`) stays in the group, and whoever `asks` somebody has handed over as far as they can. */
export function soleChair(group: Group, person: string | undefined, asks: boolean, words: Words): ShownProblem {
  const { membership: said } = words;
  const sure = { group: group.id, sure: 'yes' };
  const anyway =
    person === undefined ? act(said.leaveAnyway, 'leave', sure, 'danger') : act(said.stepDownAnyway, 'group dismiss', { ...sure, person }, 'danger');
  return {
    problem: { code: 'sole-chair', params: { id: group.id } },
    blocks: [paragraph(asks ? said.leaveAsked : said.leaveWhat)],
    buttons: asks ? [anyway, showGroupButton(group, words)] : [act(said.handOver, 'handover', { group: group.id }, 'primary'), anyway],
  };
}

/** A page of the people of a group. */
export type PeopleShown = Pick<PeoplePage, 'people' | 'more'> & { readonly group: Group; readonly skip: number; readonly size: number };

/** Who speaks for a group, who belongs to it and who once did; who asks to is shown to whoever answers. */
export function peopleCard({ group, people, skip, size, more }: PeopleShown, actor: Actor, words: Words): Card {
  const { membership: said } = words;
  const chairs = mayChair(actor, group) === undefined;
  const speaking = group.leads.map(({ member: { accounts }, role }) => actedItem(group, { accounts, role }, [` · ${said.roles[role]}`], actor, words));
  const part = (heading: string, state: Membership['state']): readonly Block[] =>
    listed(
      heading,
      people.filter((one) => one.state === state).map((one) => personItem(group, one, chairs, actor, words)),
    );
  return card(words, {
    title: said.peopleTitle(group.id),
    blocks: [
      paragraph({ kind: 'bold', text: nameOf(group) }, ` · ${standingLine(group, words)}`),
      ...(skip === 0 ? listed(said.speak, speaking) : []),
      ...(chairs ? part(said.asking, 'asked') : []),
      ...part(said.belong, 'in'),
      ...part(said.former, 'left'),
    ],
    buttons: [
      ...pageButtons({ skip, size, more }, { command: 'group people', options: { group: group.id } }, words.surface),
      ...(chairs && group.state !== 'concluded' ? leadButtons(group, actor, words) : []),
      showGroupButton(group, words),
    ],
  });
}

/** How it is joined; of one that is concluded, that it is. */
function standingLine({ state, joining }: Group, { membership, group, surface }: Words): string {
  return state === 'concluded' ? group.states[state] : `${surface.labelled(membership.joining)} ${membership.joinings[joining]}`;
}

function leadButtons(group: Group, actor: Actor, { membership: said }: Words): readonly Button[] {
  const way = group.joining === 'open' ? 'asked' : 'open';
  const label = group.joining === 'open' ? said.askFirst : said.openIt;
  return [
    act(label, 'group joining', { group: group.id, way }),
    ...(roleIn(actor, group) === 'chair' ? [act(said.handOver, 'handover', { group: group.id })] : []),
    act(said.showPack, 'group pack', { group: group.id }),
  ];
}

function personItem(group: Group, { member, role, state, since }: Membership, chairs: boolean, actor: Actor, words: Words): Item {
  const { membership: said } = words;
  const time: Inline = { kind: 'time', at: since };
  const [person] = member.accounts;
  if (state === 'in') return actedItem(group, { accounts: member.accounts, role }, [` · ${said.roles[role]} · `, time], actor, words);
  if (state === 'left' || !chairs || person === undefined) return { text: [mentionOf(member, words), ` · ${said.roles[role]} · `, time] };
  return {
    text: [...exactly(member, words), ` · ${said.askedAs(said.roles[role])} · `, time],
    button: act(said.answer, 'group answer', { group: group.id, person }, 'primary'),
  };
}

/** Somebody who speaks for a group or belongs to it, with a button where the reader may do something about them. */
function actedItem(group: Group, person: PersonShown, about: Line, actor: Actor, words: Words): Item {
  const button = personButton(group, person, actor, words);
  return button === undefined ? { text: [mentionOf(person, words), ...about] } : { text: [...exactly(person, words), ...about], button };
}

/** Refuses where nobody is named, with the way to where each has their button. */
export function personNeeded(group: Group, said: string, words: Words): ShownProblem {
  const people = act(words.membership.showPeople, 'group people', { group: group.id });
  return { problem: { code: 'account-unknown', params: { said } }, blocks: [], buttons: [people] };
}

/** Somebody who asks to belong to a group, with the buttons to answer: whoever lets them in says as what they have read. */
export function askingParts(
  group: Group,
  { member, role }: Pick<Membership, 'member' | 'role'>,
  words: Words,
): { readonly who: Block; readonly buttons: readonly Button[] } {
  const { membership: said } = words;
  const [person] = member.accounts;
  if (person === undefined) return { who: paragraph(words.update.gone), buttons: [] };
  const options = { group: group.id, person };
  return {
    who: paragraph(...exactly(member, words), ` · ${said.askedAs(said.roles[role])}`),
    buttons: [act(said.letIn, 'group answer', { ...options, answer: role }, 'primary'), act(said.decline, 'group answer', { ...options, answer: 'no' })],
  };
}

/** Asks whoever speaks for a group whether somebody may join it. */
export function answerCard(group: Group, asking: Pick<Membership, 'member' | 'role'>, words: Words): Card {
  const { membership: said } = words;
  const { who, buttons } = askingParts(group, asking, words);
  return card(words, { title: said.answerTitle(group.id), blocks: [named(group), who], buttons });
}

/** Asks once more before somebody is removed. */
export function removeCard(group: Group, person: string, accounts: readonly Account[], words: Words): Card {
  const { membership: said } = words;
  return card(words, {
    title: said.removeTitle(group.id),
    blocks: [paragraph(...exactly({ accounts }, words)), paragraph(said.removeText)],
    buttons: [act(said.remove, 'group remove', { group: group.id, person, sure: 'yes' }, 'danger'), act(said.showPeople, 'group people', { group: group.id })],
  });
}

/** Says what was recorded about somebody in a group. */
export function settledCard(group: Group, title: string, words: Words): Card {
  return card(words, {
    title,
    tone: 'good',
    blocks: [named(group)],
    buttons: [act(words.membership.showPeople, 'group people', { group: group.id }), showGroupButton(group, words)],
  });
}
