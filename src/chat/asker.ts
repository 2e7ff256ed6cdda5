import { type Account, nobody, platformOf } from '../core/account.ts';
import type { Actor } from '../core/member.ts';
import type { ActorFacts, By, Sender, Store } from '../core/store.ts';
import type { Belongs, Interaction } from './interaction.ts';

export function senderOf({ sender, space }: Interaction): Sender {
  return { account: sender, ...(space !== undefined && { space }) };
}

/** Where a direct message counts as from: whoever has left their space, or is banned from it, writes as from nowhere, and coordinates nothing. */
export async function whereabouts(store: Store, { sender, space, belongs }: Interaction, facts: ActorFacts): Promise<ActorFacts> {
  if (space !== undefined || belongs === undefined) return facts;
  if (facts.home === undefined) return facts.member === undefined ? facts : findHome(store, sender, belongs, facts);
  if (facts.spaceState !== 'accepted') return facts;
  return (await belongs(facts.home)) === false ? fromNowhere(facts) : facts;
}

/** Somebody whom others named, from another platform perhaps, counts as from the oldest of the spaces in which they are. */
async function findHome(store: Store, sender: Account, belongs: Belongs, facts: ActorFacts): Promise<ActorFacts> {
  const spaces = await store.readAcceptedSpaces(platformOf(sender));
  const asked = await Promise.all(spaces.map(belongs));
  const home = spaces.find((_, index) => asked[index] === true);
  if (home !== undefined) return { ...facts, home, spaceState: 'accepted' };
  return spaces.length > 0 && asked.every((is) => is === false) ? fromNowhere(facts) : facts;
}

function fromNowhere(facts: ActorFacts): ActorFacts {
  return { ...facts, spaceState: 'unknown', coordinator: false };
}

/** A home that was found is kept with what they record. */
export function foundIn(known: ActorFacts, { home }: ActorFacts): Pick<By, 'space'> {
  return known.home === undefined && home !== undefined ? { space: home } : {};
}

/** Whoever asks, by what their platform tells of them and what the store knows. */
export function meet(interaction: Interaction, facts: ActorFacts): Actor {
  const { sender, space, standing } = interaction;
  return { ...facts, account: sender, ...(space !== undefined && { space }), visitor: standing === 'visitor', platformAdmin: standing === 'admin' };
}

/** Whoever reads a shared card: a member like all others, who sees no more than its sharer. */
export function unranked({ space, spaceState, visitor }: Actor): Actor {
  return { account: nobody, coordinator: false, ...(space !== undefined && { space }), spaceState, visitor, platformAdmin: false };
}
