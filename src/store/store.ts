import type pg from 'pg';
import type { Store } from '../core/store.ts';
import { appointCoordinator, claim, dismissCoordinator } from './coordinators.ts';
import { dumpTables, restoreTables } from './database/tables.ts';
import type { PrismaClient } from './generated/client.ts';
import { groupStore } from './group-store.ts';
import { importPlan, isLoaded, loadFirst, readPlan } from './import-plan.ts';
import { membershipStore } from './membership-store.ts';
import { messageStore } from './message-store.ts';
import { decideMilestone, proposeMilestone, redateMilestone } from './milestone-proposals.ts';
import { peopleStore } from './people-store.ts';
import { personalStore } from './personal-store.ts';
import { proposalStore } from './proposal-store.ts';
import type { Reading } from './read.ts';
import { findMilestones } from './reads/find-milestones.ts';
import { readHome } from './reads/read-home.ts';
import { readMilestone, readProposedMilestones } from './reads/read-milestone.ts';
import { outlookReader } from './reads/read-outlook.ts';
import { readActor, readHistory, readRecorded, readSetup } from './reads/read-record.ts';
import { readTimeline } from './reads/read-timeline.ts';
import type { Writing } from './record.ts';
import { recordMilestone } from './record-milestone.ts';
import type { Rights } from './rights.ts';
import { acceptSpace, askForSpace, readAcceptedSpaces } from './spaces.ts';
import { guarded } from './unavailable.ts';

type Parts = {
  readonly pool: pg.Pool;
  readonly client: PrismaClient;
  readonly rights: Rights;
  readonly close: () => Promise<void>;
  readonly owed?: () => void;
};

/** The port over a database: reads by one prepared statement each, writes by Prisma in one transaction each. */
export function storeOver({ pool, client, rights, close, owed = () => undefined }: Parts): Store {
  const reading: Reading = { pool, rights };
  const writing: Writing = { client, rights, owed };
  return {
    readActor: guarded((sender) => readActor(reading, sender)),
    readAcceptedSpaces: guarded((platform) => readAcceptedSpaces(reading, platform)),
    readOutlook: guarded(outlookReader(reading)),
    readTimeline: guarded((sender, period, skip, limit) => readTimeline(reading, sender, period, skip, limit)),
    readMilestone: guarded((sender, id) => readMilestone(reading, sender, id)),
    findMilestones: guarded((sender, typed, now, limit, choice) => findMilestones(reading, sender, typed, now, limit, choice)),
    readProposedMilestones: guarded((sender) => readProposedMilestones(reading, sender)),
    readHome: guarded((sender, now) => readHome(reading, sender, now)),
    readSetup: guarded((sender) => readSetup(reading, sender)),
    readHistory: guarded((sender, object, skip, limit) => readHistory(reading, sender, object, skip, limit)),
    readRecorded: guarded((sender, key) => readRecorded(reading, sender, key)),
    proposeMilestone: guarded((proposed, by) => proposeMilestone(writing, proposed, by)),
    redateMilestone: guarded((date, by) => redateMilestone(writing, date, by)),
    decideMilestone: guarded((decision, by) => decideMilestone(writing, decision, by)),
    recordMilestone: guarded((change, by) => recordMilestone(writing, change, by)),
    ...groupStore(reading, writing),
    ...membershipStore(reading, writing),
    ...messageStore(reading, writing),
    ...personalStore(reading, writing),
    ...proposalStore(reading, writing),
    ...peopleStore(reading, writing),
    claim: guarded((by) => claim(writing, by)),
    askForSpace: guarded((by) => askForSpace(writing, by)),
    acceptSpace: guarded((space, by) => acceptSpace(writing, space, by)),
    appointCoordinator: guarded((account, by, locale) => appointCoordinator(writing, account, by, locale)),
    dismissCoordinator: guarded((account, by) => dismissCoordinator(writing, account, by)),
    readPlan: guarded(() => readPlan(client)),
    importPlan: guarded((plan, by) => importPlan(writing, plan, by)),
    isLoaded: guarded(() => isLoaded(pool)),
    loadFirst: guarded((plan, by) => loadFirst(writing, plan, by)),
    dump: (use) => guarded(() => dumpTables(pool, use))(),
    restore: guarded((dump) => restoreTables(pool, dump)),
    check: guarded(async () => {
      await pool.query('SELECT 1');
    }),
    close,
  };
}
