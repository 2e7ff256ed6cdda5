import type { Sender, Store } from '../core/store.ts';
import { earthDaysAt } from './earth-days.ts';

/** So many answers to one kind of question are kept; when there are more, all of them are let go. */
const size = 1000;

/**
 * Answers the reads that repeat from memory, until something is written through this store.
 * Right only where this process is the one writer, which the lock on the data folder proves. What an outlook holds changes with the
 * calendar days on Earth, never within them.
 */
export function withSnapshot(store: Store): Store {
  const actors = memory(store.readActor);
  const outlooks = memory(store.readOutlook);
  const homes = memory(store.readHome);
  const timelines = memory(store.readTimeline);
  const milestones = memory(store.readMilestone);
  const afterwards = <T>(written: Promise<T>): Promise<T> =>
    written.finally(() => {
      for (const { forget } of [actors, outlooks, homes, timelines, milestones]) forget();
    });
  return {
    ...store,
    readActor: (sender) => actors.answer([...named(sender)], sender),
    readOutlook: (sender, now) => outlooks.answer([...named(sender), ...days(now)], sender, now),
    readHome: (sender, now) => homes.answer([...named(sender), ...days(now)], sender, now),
    readTimeline: (sender, period, skip, limit) => timelines.answer([...named(sender), period.from, period.to, skip, limit], sender, period, skip, limit),
    readMilestone: (sender, id) => milestones.answer([...named(sender), id], sender, id),
    proposeMilestone: (proposed, by) => afterwards(store.proposeMilestone(proposed, by)),
    redateMilestone: (date, by) => afterwards(store.redateMilestone(date, by)),
    decideMilestone: (decision, by) => afterwards(store.decideMilestone(decision, by)),
    recordMilestone: (change, by) => afterwards(store.recordMilestone(change, by)),
    claimDuties: (duties, now) => afterwards(store.claimDuties(duties, now)),
    endSending: (message, tried, now) => afterwards(store.endSending(message, tried, now)),
    pauseSubscription: (channel, reason, message, now) => afterwards(store.pauseSubscription(channel, reason, message, now)),
    setPersonal: (settings, by) => afterwards(store.setPersonal(settings, by)),
    recordUpdate: (change, by) => afterwards(store.recordUpdate(change, by)),
    recordGroup: (change, by) => afterwards(store.recordGroup(change, by)),
    appoint: (appointment, by) => afterwards(store.appoint(appointment, by)),
    subscribe: (channel, facts, by) => afterwards(store.subscribe(channel, facts, by)),
    unsubscribe: (channel, by) => afterwards(store.unsubscribe(channel, by)),
    postAgain: (message, by) => afterwards(store.postAgain(message, by)),
    recordTopic: (change, by) => afterwards(store.recordTopic(change, by)),
    sayInterest: (change, by) => afterwards(store.sayInterest(change, by)),
    keepDraft: (draft, filledWith, by) => afterwards(store.keepDraft(draft, filledWith, by)),
    dropDraft: (id, by) => afterwards(store.dropDraft(id, by)),
    propose: (text, from, by) => afterwards(store.propose(text, from, by)),
    editProposal: (edit, by) => afterwards(store.editProposal(edit, by)),
    moveProposal: (change, by) => afterwards(store.moveProposal(change, by)),
    volunteer: (offer, by) => afterwards(store.volunteer(offer, by)),
    join: (wish, by) => afterwards(store.join(wish, by)),
    leave: (group, by) => afterwards(store.leave(group, by)),
    answerJoin: (answer, by) => afterwards(store.answerJoin(answer, by)),
    dismissMember: (dismissal, by) => afterwards(store.dismissMember(dismissal, by)),
    offerChair: (group, by) => afterwards(store.offerChair(group, by)),
    takeBackChair: (group, by) => afterwards(store.takeBackChair(group, by)),
    handOver: (handover, by) => afterwards(store.handOver(handover, by)),
    recallHandover: (group, by) => afterwards(store.recallHandover(group, by)),
    acceptChair: (group, by) => afterwards(store.acceptChair(group, by)),
    declineChair: (group, by) => afterwards(store.declineChair(group, by)),
    forget: (by) => afterwards(store.forget(by)),
    noteGone: (space, at) => afterwards(store.noteGone(space, at)),
    noteSpaces: (platform, present, at) => afterwards(store.noteSpaces(platform, present, at)),
    eraseDue: (now, real) => afterwards(store.eraseDue(now, real)),
    leadFrom: (leadership, by) => afterwards(store.leadFrom(leadership, by)),
    leadNoMore: (by) => afterwards(store.leadNoMore(by)),
    offerLink: (by, real) => afterwards(store.offerLink(by, real)),
    enterLink: (code, sure, by, real) => afterwards(store.enterLink(code, sure, by, real)),
    confirmLink: (link, by, real) => afterwards(store.confirmLink(link, by, real)),
    unlink: (by) => afterwards(store.unlink(by)),
    claim: (by) => afterwards(store.claim(by)),
    askForSpace: (by) => afterwards(store.askForSpace(by)),
    acceptSpace: (space, by) => afterwards(store.acceptSpace(space, by)),
    appointCoordinator: (account, by, locale) => afterwards(store.appointCoordinator(account, by, locale)),
    dismissCoordinator: (account, by) => afterwards(store.dismissCoordinator(account, by)),
    importPlan: (plan, by) => afterwards(store.importPlan(plan, by)),
    loadFirst: (plan, by) => afterwards(store.loadFirst(plan, by)),
    restore: (dump) => afterwards(store.restore(dump)),
  };
}

type Part = string | number | undefined;

function named({ account, space }: Sender): Part[] {
  return [account, space];
}

function days(now: Date): Part[] {
  const { earliest, latest } = earthDaysAt(now);
  return [earliest, latest];
}

type Memory<Given extends unknown[], Answer> = {
  /** Answers by what tells one question from another, reading where nothing is kept. */
  answer(asked: readonly Part[], ...given: Given): Promise<Answer>;
  forget(): void;
};

/** Forgetting starts a new map: a read that began before still fills the old one, which nobody asks any more. */
function memory<Given extends unknown[], Answer>(read: (...given: Given) => Promise<Answer>): Memory<Given, Answer> {
  let answers = new Map<string, Answer>();
  return {
    async answer(asked, ...given) {
      const known = answers;
      const key = JSON.stringify(asked);
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      const answer = await read(...given);
      if (known.size >= size) known.clear();
      known.set(key, answer);
      return answer;
    },
    forget() {
      answers = new Map();
    },
  };
}
