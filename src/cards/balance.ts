import type { Button, Card, MenuChoice } from '../chat/card.ts';
import { type StakeholderGroup, stakeholderGroups } from '../core/balance.ts';
import type { TopicBalance } from '../core/store-proposals.ts';
import type { Words } from '../text/words.ts';

function act(label: string, command: string, options: Readonly<Record<string, string>> = {}): Button {
  return { kind: 'act', label, invoke: { command, options } };
}

/** Asks of which stakeholder group somebody is, and why; or says what was recorded, which they can change or take back. */
export function stakeholderCard(said: StakeholderGroup | undefined, recorded: boolean, words: Words): Card {
  const { balance } = words;
  const choices = stakeholderGroups.map((group): MenuChoice => ({ label: balance.groups[group], invoke: { command: 'me stakeholder', options: { group } } }));
  const title = said === undefined ? balance.taken : balance.set(balance.groups[said]);
  return {
    kind: 'card',
    language: words.language,
    title: recorded ? title : balance.ask,
    tone: recorded ? 'good' : 'plain',
    blocks: [
      { kind: 'paragraph', text: [balance.why] },
      { kind: 'menu', label: balance.pick, choices },
      { kind: 'note', text: [balance.how] },
    ],
    buttons: [...(said === undefined ? [] : [act(balance.sayNone, 'me stakeholder', { group: 'none' })]), act(words.home.me, 'me')],
    audience: 'asker',
  };
}

/** What is told of the stakeholder groups of those who are interested in each topic. How many they are in all stands nowhere here. */
export function balanceCard(balances: readonly TopicBalance[], words: Words): Card {
  const { balance } = words;
  return {
    kind: 'card',
    language: words.language,
    title: balance.title,
    tone: 'plain',
    blocks: [
      ...(balances.length === 0 ? [{ kind: 'paragraph', text: [balance.none] } as const] : balances.flatMap((one) => topicBlocks(one, words))),
      { kind: 'note', text: [balance.how] },
    ],
    buttons: [act(balance.say, 'me stakeholder'), act(balance.topics, 'topics')],
    audience: 'asker',
  };
}

function topicBlocks({ topic, shown }: TopicBalance, { balance }: Words): Card['blocks'] {
  return [
    { kind: 'heading', text: topic.id },
    { kind: 'quote', text: topic.text },
    { kind: 'list', items: shown.map(([group, number]) => ({ text: [balance.atLeast(balance.groups[group], String(number))] })) },
  ];
}
