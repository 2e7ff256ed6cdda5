import type { Page } from '../src/cards/timeline.ts';
import type { Language } from '../src/core/member.ts';
import { whenOf, within } from '../src/core/milestone.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import type { ActorFacts, Sender, Store } from '../src/core/store.ts';
import type { Period, When } from '../src/core/when.ts';
import { readPeriod } from '../src/text/dates/read-when.ts';

const pageSize = 10;

/** How much of the plan is read where a period can only be understood beside it: "June" is the plan's only June. */
const wholePlan = 500;

type Asked = {
  readonly store: Store;
  readonly sender: Sender;
  readonly now: Date;
  readonly reader: { readonly zone: string; readonly tag: string; readonly language: Language };
};

export type PlanPage = Page & { readonly period: Period };

/** A page of the plan for a period as somebody typed it, in one trip; a period that cannot be read is a problem. */
export async function readPlanPage(
  asked: Asked,
  said: string | undefined,
  skip: number,
): Promise<{ readonly actor: ActorFacts; readonly page: PlanPage | Problem }> {
  const { store, sender } = asked;
  if (said !== undefined && !/\d{4}/.test(said)) return readBesidePlan(asked, said, skip);
  const period = said === undefined ? {} : understand(asked, said, []);
  if (isProblem(period)) return { actor: await store.readActor(sender), page: period };
  const { actor, milestones, total } = await store.readTimeline(sender, period, skip, pageSize);
  return { actor, page: { milestones, total, skip, size: pageSize, period } };
}

async function readBesidePlan(asked: Asked, said: string, skip: number): Promise<{ actor: ActorFacts; page: PlanPage | Problem }> {
  const { actor, milestones } = await asked.store.readTimeline(asked.sender, {}, 0, wholePlan);
  const period = understand(
    asked,
    said,
    milestones.flatMap((milestone) => [milestone.planned.when, whenOf(milestone)]),
  );
  if (isProblem(period)) return { actor, page: period };
  const touched = within(milestones, period);
  return { actor, page: { milestones: touched.slice(skip, skip + pageSize), total: touched.length, skip, size: pageSize, period } };
}

function understand({ now, reader }: Asked, said: string, plan: readonly When[]): Period | Problem {
  const reading = readPeriod(said, { ...reader, now, purpose: 'asking', plan });
  if ('period' in reading) return reading.period;
  return { code: 'date-unreadable', params: { said, ...(reading.understood !== undefined && { understood: reading.understood }) } };
}
