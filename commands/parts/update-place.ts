import { groupOrTextCard, noSuchGroup, whichWeekCard } from '../../src/cards/update-ask.ts';
import { whichGroupCard } from '../../src/cards/which-group.ts';
import type { Card } from '../../src/chat/card.ts';
import type { ShownProblem } from '../../src/chat/command.ts';
import { groupId } from '../../src/chat/option.ts';
import { type Group, mayWorkIn } from '../../src/core/group.ts';
import type { Actor } from '../../src/core/member.ts';
import { isProblem, type Problem } from '../../src/core/problem.ts';
import type { Sender, Store } from '../../src/core/store.ts';
import type { DesksFacts, UpdateDesk } from '../../src/core/store-groups.ts';
import { type Update, weeksOpen } from '../../src/core/update.ts';
import { parseWeekName, type Week } from '../../src/core/week.ts';
import { saysWeek } from '../../src/text/read-value.ts';
import type { Words } from '../../src/text/words.ts';
import { meantDesk, type Typed } from './which-desk.ts';

type Options = Typed & { readonly week?: string | undefined };

/** The one trip of whoever writes an update. */
export function readDesks({ store, sender, options, now }: { store: Store; sender: Sender; options: Options; now: Date }): Promise<DesksFacts> {
  const { group, week } = options;
  return store.readDesks(sender, group === undefined ? undefined : (groupId(group) ?? group), parseWeekName(week ?? ''), now);
}

/** Where an update is written: for which group and week, what stands there, and what was told before. */
export type Place = {
  readonly group: Group;
  readonly week: Week;
  readonly standing?: Update | undefined;
  readonly last?: Update | undefined;
  readonly text?: string | undefined;
};

type Asked = {
  readonly command: 'update' | 'update nothing';
  readonly facts: DesksFacts;
  readonly actor: Actor;
  readonly options: Options;
  readonly now: Date;
  readonly words: Words;
};

/** The place that is meant; a card that asks where the group or the week is not clear, a refusal where nothing may be written. */
export function placeOf(asked: Asked): Place | Card | Problem | ShownProblem {
  const { command, facts, actor, options, words } = asked;
  const meant = meantDesk(facts, actor, options);
  if (isProblem(meant)) return meant;
  if (meant.kind === 'word') return noSuchGroup(meant.said, meant.groups, words);
  const week = options.week === undefined ? {} : { week: options.week };
  if (meant.kind === 'either') return groupOrTextCard(meant, week, words);
  if (meant.kind === 'which') return whichGroupCard(meant.groups, command, { ...week, text: meant.text }, { words });
  const text = meant.text === undefined || saysWeek(meant.text) ? undefined : meant.text;
  return mayWorkIn(actor, meant.desk.group) ?? placeAt(meant.desk, text, asked);
}

function placeAt(desk: UpdateDesk, text: string | undefined, { command, options, now, words }: Asked): Place | Card | Problem | ShownProblem {
  const week = options.week === undefined ? weekOpen(desk, now) : parseWeekName(options.week);
  if (week === undefined) return { code: 'week-unreadable', params: { said: options.week ?? '' } };
  const of = typeof week === 'string' ? week : week[1];
  const standing = desk.recent.find((update) => update.week === of);
  if (typeof week !== 'string') return whichWeekCard(desk.group, week, { invoke: { command, options: {} }, text, standing }, words);
  const last = desk.recent.find((update) => update.week < week);
  return { group: desk.group, week, standing, last, text };
}

/** The week that is open, or both. */
function weekOpen({ group, recent }: UpdateDesk, now: Date): Week | readonly [Week, Week] {
  const [first, second] = weeksOpen(
    group,
    recent.map(({ week }) => week),
    now,
  );
  return second === undefined ? (first ?? '') : [first ?? '', second];
}

export function isPlace(value: Place | Card | Problem | ShownProblem): value is Place {
  return 'group' in value;
}
