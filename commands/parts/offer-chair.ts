import { chairOfferGoneCard, noChairOfferCard, offeredChairCard } from '../../src/cards/membership.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Group } from '../../src/core/group.ts';
import type { Actor } from '../../src/core/member.ts';
import { offerChair } from '../../src/core/membership.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { By, Store } from '../../src/core/store.ts';
import type { Words } from '../../src/text/words.ts';

type Asked = { readonly actor: Actor; readonly store: Store; readonly by: By; readonly words: Words };

/** Says to leadership that the sender would chair a group, and to them what comes of it. */
export async function offerTo(group: Group, { actor, store, by, words }: Asked): Promise<Card | Problem> {
  const refused = offerChair(actor, group);
  if (refused !== undefined) return refused;
  const offered = await store.offerChair(group.id, by);
  return offered === 'changed' ? { code: 'group-changed', params: { id: group.id } } : offeredChairCard(group, offered, actor.account, words);
}

/** Takes that back; where nothing was said it says so. */
export async function takeBackFrom(group: Group, { actor, store, by, words }: Asked): Promise<Card | Problem> {
  const refused = offerChair(actor, group);
  if (refused !== undefined) return refused;
  return (await store.takeBackChair(group.id, by)) ? chairOfferGoneCard(group, words) : noChairOfferCard(group, words);
}
