import type { MembershipStore } from '../core/store-memberships.ts';
import { acceptChair, declineChair, handOver, recallHandover } from './handover.ts';
import { answerJoin, dismissMember, join } from './join.ts';
import { leave } from './leave.ts';
import { offerChair, readOffering, takeBackChair } from './offer-chair.ts';
import type { Reading } from './read.ts';
import { findPack, findPeople, readAsking, readPack, readPeople } from './reads/read-people.ts';
import type { Writing } from './record.ts';
import { guarded } from './unavailable.ts';

/** The part of the port that knows who belongs to which group. */
export function membershipStore(reading: Reading, writing: Writing): MembershipStore {
  return {
    readPeople: guarded((sender, group, skip, limit) => readPeople(reading, sender, group, skip, limit)),
    readAsking: guarded((sender, group, member) => readAsking(reading, sender, group, member)),
    readOffering: guarded((sender, group, member) => readOffering(reading, sender, group, member)),
    readPack: guarded((sender, group) => readPack(reading, sender, group)),
    findPeople: guarded((sender, typed, choice, limit) => findPeople(reading, sender, typed, choice, limit)),
    findPack: guarded((sender, typed, choice) => findPack(reading, sender, typed, choice)),
    join: guarded((wish, by) => join(writing, wish, by)),
    leave: guarded((group, by) => leave(writing, group, by)),
    answerJoin: guarded((answer, by) => answerJoin(writing, answer, by)),
    dismissMember: guarded((dismissal, by) => dismissMember(writing, dismissal, by)),
    offerChair: guarded((group, by) => offerChair(writing, group, by)),
    takeBackChair: guarded((group, by) => takeBackChair(writing, group, by)),
    handOver: guarded((handover, by) => handOver(writing, handover, by)),
    recallHandover: guarded((group, by) => recallHandover(writing, group, by)),
    acceptChair: guarded((group, by) => acceptChair(writing, group, by)),
    declineChair: guarded((group, by) => declineChair(writing, group, by)),
  };
}
