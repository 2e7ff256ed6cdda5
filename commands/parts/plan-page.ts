import type { PlanPage } from '../../src/cards/timeline.ts';
import type { Language } from '../../src/core/member.ts';
import { whenOf, within } from '../../src/core/milestone.ts';
import { isProblem, type Problem } from '../../src/core/problem.ts';
import type { ActorFacts, Sender, Store } from '../../src/core/store.ts';
import type { When } from '../../src/core/when.ts';
import { type PeriodReading, readPeriod } from '../../src/text/dates/read-when.ts';

const pageSize = 10;

/** How much of the plan is read where a period can only be understood beside it: "June" is the plan's only June. */
const wholePlan = 500;

type Asked = {
  readonly store: Store;
  readonly sender: Sender;
  readonly now: Date;
  readonly reader: { readonly zone: string; readonly tag: string; readonly language: Language };
};

/** A page of the plan for a period as somebody typed it, in one trip; a period that cannot be read is a problem. */
export async function readPlanPage(
  asked: Asked,
  said: string | undefined,
  skip: number,
): Promise<{ readonly actor: ActorFacts; readonly page: PlanPage | Problem }> {
  const { store, sender } = asked;
  if (said !== undefined && !/\d{4}/.test(said)) return readBesidePlan(asked, said, skip);
  const reading = said === undefined ? { period: {} } : understand(asked, said, []);
  if (isProblem(reading)) return { actor: await store.readActor(sender), page: reading };
  const { actor, milestones, total } = await store.readTimeline(sender, reading.period, skip, pageSize);
  return { actor, page: { milestones, total, skip, size: pageSize, reading } };
}

async function readBesidePlan(asked: Asked, said: string, skip: number): Promise<{ actor: ActorFacts; page: PlanPage | Problem }> {
  const { actor, milestones } = await asked.store.readTimeline(asked.sender, {}, 0, wholePlan);
  const reading = understand(
    asked,
    said,
    milestones.flatMap((milestone) => [milestone.planned.when, whenOf(milestone)]),
  );
  if (isProblem(reading)) return { actor, page: reading };
  const touched = within(milestones, reading.period);
  return { actor, page: { milestones: touched.slice(skip, skip + pageSize), total: touched.length, skip, size: pageSize, reading } };
}

function understand({ now, reader }: Asked, said: string, plan: readonly When[]): (PeriodReading & { readonly said: string }) | Problem {
  const reading = readPeriod(said, { ...reader, now, purpose: 'asking', plan });
  if ('period' in reading) return { ...reading, said };
  return { code: 'date-unreadable', params: { said, ...(reading.understood !== undefined && { understood: reading.understood }) } };
}
