import { type Act, act, type Button, type Card, card, type Fact, type Line, type MenuChoice, note } from '../chat/card.ts';
import type { Actor } from '../core/member.ts';
import { type Announced, byCoordinator, countingDate, type Milestone, settlementOf, stateOf, whenOf } from '../core/milestone.ts';
import type { Event } from '../core/store.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import { carried } from './carried.ts';
import { historyBlocks, historyButtons } from './event-lines.ts';
import { headline, showButton } from './milestone-lines.ts';
import type { View } from './outlook.ts';

export type Shown = { readonly milestone: Milestone; readonly dependsOn: readonly Milestone[]; readonly events: readonly Event[] };

/** One milestone: the plan's own words, both dates with their sources, what came of it, what happened to it, and the acts. */
export function milestoneCard({ milestone, dependsOn, events }: Shown, actor: Actor, view: View): Card {
  const { words } = view;
  const counting = countingDate(milestone);
  return card(words, {
    title: `${milestone.id} · ${sayWhen(counting.when, words.language, counting.wording)}`,
    blocks: [
      { kind: 'quote', text: milestone.text },
      { kind: 'facts', facts: milestoneFacts(milestone, dependsOn, view) },
      ...historyBlocks(events, { heading: words.milestone.history, people: false }, words),
    ],
    buttons: [...(actor.coordinator ? acts(milestone, view) : [act(words.home.timeline, 'timeline')]), ...historyButtons(milestone.id, events, words)],
  });
}

function milestoneFacts(milestone: Milestone, dependsOn: readonly Milestone[], view: View): readonly Fact[] {
  const { words, now } = view;
  const labels = words.milestone;
  return [
    { label: labels.planned, value: announced(milestone.planned, words) },
    { label: labels.confirmed, value: milestone.confirmed === undefined ? [labels.notConfirmed] : announced(milestone.confirmed, words) },
    { label: labels.state, value: [words.states[stateOf(milestone, now)]] },
    ...settlementFacts(milestone, view),
    ...(milestone.group === undefined ? [] : [{ label: words.topic.group, value: [milestone.group] }]),
    ...(dependsOn.length === 0 ? [] : [{ label: labels.dependsOn, value: [dependsOn.map((on) => dependencyWords(on, view)).join('; ')] }]),
  ];
}

/** What came of it, or why it was cancelled; nothing before its time, when nothing is missing yet. */
function settlementFacts(milestone: Milestone, { words, now }: Pick<View, 'words' | 'now'>): readonly Fact[] {
  const settlement = settlementOf(milestone, now);
  if (settlement === undefined) return [];
  const label = stateOf(milestone, now) === 'cancelled' ? words.milestone.cancelledBecause : words.milestone.outcome;
  return [{ label, value: [`${settlement.text} (${sayWhen({ kind: 'day', day: settlement.dated }, words.language)})`] }];
}

function dependencyWords(on: Milestone, { words, now }: View): string {
  return `${on.id} (${sayWhen(whenOf(on), words.language)}, ${words.states[stateOf(on, now)]}) · ${headline(on.text, 60)}`;
}

function announced({ when, wording, source }: Announced, words: Words): Line {
  return [`${sayWhen(when, words.language, wording)} (${words.milestone.source(sourceWords(source, words))})`];
}

/** Who announced a date, in the reader's language where nobody wrote it. */
function sourceWords(source: string, { milestone }: Words): string {
  if (source === byCoordinator) return milestone.defaultSource;
  return /^wg\d+$/.test(source) ? milestone.sourceOfGroup(source) : source;
}

function acts(milestone: Milestone, { words, now }: View): readonly Button[] {
  const { id } = milestone;
  const button = (label: string, name: string, style?: Act['style']): Button => act(label, `milestone ${name}`, { milestone: id }, style);
  const { change, confirm, done, cancel, reopen } = words.milestone;
  if (settlementOf(milestone, now) !== undefined) return [button(reopen, 'reopen'), button(change, 'change')];
  const ahead = stateOf(milestone, now) === 'ahead';
  const likely = [button(done, 'done', ahead ? undefined : 'primary'), button(confirm, 'confirm', ahead ? 'primary' : undefined)];
  return [...(ahead ? likely.toReversed() : likely), button(change, 'change'), button(cancel(id), 'cancel', 'danger')];
}

/** Asks which milestone is meant, with a menu of those that may be. */
export function whichMilestoneCard(
  milestones: readonly Pick<Milestone, 'id' | 'text' | 'planned' | 'confirmed'>[],
  command: string,
  options: Readonly<Record<string, string | undefined>>,
  { words }: View,
): Card {
  const choices: readonly MenuChoice[] = milestones.map((milestone) => ({
    label: `${milestone.id} · ${sayWhen(whenOf(milestone), words.language)}`,
    detail: headline(milestone.text, 75),
    invoke: carried(command, { milestone: milestone.id, ...options }),
  }));
  return card(words, {
    title: words.milestone.whichOne,
    blocks: [{ kind: 'menu', label: words.milestone.pick, choices }],
  });
}

/** What was recorded, with the milestone as it stands now. */
export function recordedCard(milestone: Milestone, { words, now }: Pick<View, 'words' | 'now'>, notes: readonly string[], buttons: readonly Button[]): Card {
  return card(words, {
    title: words.milestone.recorded(milestone.id),
    tone: 'good',
    blocks: [
      { kind: 'quote', text: milestone.text },
      {
        kind: 'facts',
        facts: [
          { label: words.milestone.planned, value: announced(milestone.planned, words) },
          ...(milestone.confirmed === undefined ? [] : [{ label: words.milestone.confirmed, value: announced(milestone.confirmed, words) }]),
          ...settlementFacts(milestone, { words, now }),
        ],
      },
      ...notes.map((text) => note(text)),
    ],
    buttons: [...buttons, showButton(milestone.id, words)],
  });
}
