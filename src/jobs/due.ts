import { chairlessDue, type Duty, digestOwed, promptDue, reminderDue, silenceDue, unansweredDue } from '../core/duty.ts';
import type { DutyFacts } from '../core/store-messages.ts';
import { type Context, guarded, type Job } from './job.ts';

/** What comes due by its time, one question for each thing that it may come due for, so that one that fails holds up no other. */
type Rule = { readonly name: string; due(facts: DutyFacts, now: Date): readonly (() => Duty | undefined)[] };

/** What has come due is claimed in this order. */
const rules: readonly Rule[] = [
  { name: 'prompts', due: ({ groups }, now) => groups.map((one) => () => promptDue(one.group, one.told, now)) },
  { name: 'reminders', due: ({ groups }, now) => groups.map((one) => () => reminderDue(one.group, one.told, now)) },
  { name: 'digests', due: ({ subscriptions }, now) => subscriptions.map((one) => () => digestOwed(one.subscription, one.lastWeek, now)) },
  { name: 'silence', due: ({ groups, coordinators }, now) => groups.map((one) => () => silenceDue(one.group, one.told, one.last, coordinators, now)) },
  { name: 'chairless', due: ({ chairless, coordinators }, now) => chairless.map((one) => () => chairlessDue(one, coordinators, now)) },
  { name: 'unanswered', due: ({ proposals }, now) => proposals.map((one) => () => unansweredDue(one, now)) },
];

/** Reads once what due times are found from, and claims by each rule what has come due and nobody has claimed. What fails is looked at again the next time. */
const due: Job = {
  name: 'due',
  async run(context) {
    const now = context.now();
    const facts = await context.store.readDuties(now);
    for (const rule of rules) await follow(context, rule, facts, now);
  },
};

export default due;

async function follow(context: Context, rule: Rule, facts: DutyFacts, now: Date): Promise<void> {
  const failed = `${rule.name}: what is due could not be claimed`;
  const duties: Duty[] = [];
  for (const ask of rule.due(facts, now)) {
    await guarded(context, failed, () => {
      const duty = ask();
      if (duty !== undefined && !facts.claimed.has(duty.key)) duties.push(duty);
    });
  }
  for (let from = 0; from < duties.length; from += atOnce) await claimAll(context, duties.slice(from, from + atOnce), now, failed);
}

/** So many due times are claimed in one transaction, for each transaction waits for the disk. */
const atOnce = 100;

async function claimAll(context: Context, duties: readonly Duty[], now: Date, failed: string): Promise<void> {
  try {
    await claim(context, duties, now);
  } catch (error) {
    context.log.warn({ error, duties: duties.length }, 'what is due could not be claimed at once: each is tried by itself');
    for (const duty of duties) await guarded(context, failed, () => claim(context, [duty], now));
  }
}

async function claim({ store, log }: Context, duties: readonly Duty[], now: Date): Promise<void> {
  for (const { key, at, skipped, messages } of await store.claimDuties(duties, now)) {
    if (skipped) log.warn({ duty: key, due: at }, 'due while the bot was down: noted, and nothing is sent');
    else log.info({ duty: key, due: at, messages: messages.length }, 'due');
  }
}
