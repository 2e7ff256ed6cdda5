import { act, type Block, type Card, card, type Fact, type Item, type Line, listed, note, paragraph } from '../chat/card.ts';
import type { About } from '../chat/command.ts';
import { platformOf } from '../core/account.ts';
import type { OwedMessage } from '../core/notice.ts';
import type { SpaceHealth, StatusFacts } from '../core/store-messages.ts';
import type { Words } from '../text/words.ts';
import { mentionsOf } from './people-lines.ts';
import { placeLine, sayNotice, sayReason } from './undelivered.ts';

type Health = Omit<StatusFacts, 'actor'>;

/** The jobs look every minute; after so long without a look, in milliseconds, they stand still. */
const longestPause = 600_000;

/** A message that waits longer than this, in milliseconds, waits for somebody to do something. */
const longestWait = 3_600_000;

type Asked = {
  /** Whether the reader can do something about it. */
  readonly acts: boolean;
  /** Whether the reader may see people. */
  readonly people: boolean;
  readonly now: Date;
  /** The real clock, by which the jobs look. */
  readonly real: Date;
};

/** Whether the bot is well: its jobs, its queue, the last deliveries, and what needs somebody to look. */
export function statusCard(health: Health, about: About, { acts, people, now, real }: Asked, words: Words): Card {
  const still = real.getTime() - (health.tick ?? about.started).getTime() > longestPause;
  const held = !still && now.getTime() - (health.held ?? now).getTime() > longestWait;
  const troubled = still || held || health.troubled.length > 0 || health.paused.length > 0;
  return card(words, {
    title: troubled ? words.status.troubled : words.status.well,
    tone: troubled ? 'warning' : 'good',
    blocks: [
      { kind: 'facts', facts: [...healthFacts(health, about, words), ...leadershipFacts(health, people, words)] },
      ...(still ? [paragraph(words.status.still)] : []),
      ...(held ? [paragraph(words.status.held)] : []),
      ...spaceBlocks(health.spaces, words),
      ...attention(health, acts, words),
    ],
  });
}

function healthFacts({ tick, waiting, oldest }: Health, { version, started }: About, { status }: Words): readonly Fact[] {
  const queue: Line = oldest === undefined ? [status.noneWaiting] : [`${status.oldest(waiting)} `, { kind: 'time', at: oldest }];
  return [
    { label: status.tick, value: tick === undefined ? [status.never] : [{ kind: 'time', at: tick }] },
    { label: status.waiting, value: queue },
    { label: status.version, value: [version] },
    { label: status.since, value: [{ kind: 'time', at: started }] },
  ];
}

/** Whom to ask, for those who may see `people`. */
function leadershipFacts({ coordinators, moreCoordinators: more }: Health, people: boolean, words: Words): readonly Fact[] {
  const named = people ? mentionsOf(coordinators, words) : [];
  return named.length === 0 ? [] : [{ label: words.status.coordinators, value: [...named, ...(more > 0 ? [`, ${words.digest.more(more)}`] : [])] }];
}

function spaceBlocks(spaces: readonly SpaceHealth[], words: Words): readonly Block[] {
  // To a terminal at which nobody sits nothing is sent.
  const tried = spaces.filter(({ space, delivered, failure }) => platformOf(space) !== 'terminal' || (delivered ?? failure) !== undefined);
  if (tried.length === 0) return [note(words.status.noDelivery)];
  return listed(
    words.status.spaces,
    tried.map((one) => ({ text: spaceLine(one, words) })),
  );
}

function spaceLine({ space, delivered, failure }: SpaceHealth, words: Words): Line {
  const { status } = words;
  return [
    { kind: 'bold', text: space },
    ...((delivered ?? failure) ? [] : [` · ${status.nothingYet}`]),
    ...(delivered === undefined ? [] : [` · ${status.delivered} `, { kind: 'time', at: delivered } as const]),
    ...(failure === undefined ? [] : [` · ${status.failed(sayReason(failure.problem, words))} `, { kind: 'time', at: failure.at } as const]),
  ];
}

function attention({ troubled, uncertain, failed, paused }: Health, acts: boolean, words: Words): readonly Block[] {
  if (troubled.length === 0 && paused.length === 0) return [];
  const rest = uncertain + failed - troubled.length;
  const items: readonly Item[] = [
    ...troubled.map((message) => troubledItem(message, acts, words)),
    ...paused.map(({ channel, space }) => ({ text: [words.status.paused(channel, space)] })),
  ];
  return [...listed(words.status.attention, items), ...(rest > 0 ? [note(words.status.more(rest))] : [])];
}

function troubledItem(message: OwedMessage, acts: boolean, words: Words): Item {
  const { status } = words;
  const state = status.states[message.state === 'uncertain' ? 'uncertain' : 'failed'];
  // Whom the bot writes to directly is for those who can do something about it.
  const where = acts || message.to.kind === 'channel' ? placeLine(message.to, words) : [words.notices.someoneDirectly];
  const text: Line = [`${sayNotice(message.notice, words)}, `, ...where, ` · ${state}`];
  const again = act(status.again, 'status again', { message: message.id });
  return acts ? { text, button: again } : { text };
}

/** Says that a message is owed again. */
export function owedAgainCard(words: Words): Card {
  return card(words, { title: words.status.owedAgain, tone: 'good', buttons: [act(words.notices.status, 'status')] });
}
