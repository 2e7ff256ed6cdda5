import { act, type Card, card, type MenuChoice, note, paragraph } from '../chat/card.ts';
import { type StakeholderGroup, stakeholderGroups } from '../core/balance.ts';
import type { TopicBalance } from '../core/store-proposals.ts';
import type { Words } from '../text/words.ts';

/** Asks of which stakeholder group somebody is, and why; or says what was recorded, which they can change or take back. */
export function stakeholderCard(said: StakeholderGroup | undefined, recorded: boolean, words: Words): Card {
  const { balance } = words;
  const choices = stakeholderGroups.map((group): MenuChoice => ({ label: balance.groups[group], invoke: { command: 'me stakeholder', options: { group } } }));
  const title = said === undefined ? balance.taken : balance.set(balance.groups[said]);
  return card(words, {
    title: recorded ? title : balance.ask,
    tone: recorded ? 'good' : 'plain',
    blocks: [paragraph(balance.why), { kind: 'menu', label: balance.pick, choices }, note(balance.how)],
    buttons: [...(said === undefined ? [] : [act(balance.sayNone, 'me stakeholder', { group: 'none' })]), act(words.home.me, 'me')],
  });
}

/** What is told of the stakeholder groups of those who are interested in each topic. How many they are in all stands nowhere here. */
export function balanceCard(balances: readonly TopicBalance[], words: Words): Card {
  const { balance } = words;
  return card(words, {
    title: balance.title,
    blocks: [...(balances.length === 0 ? [paragraph(balance.none)] : balances.flatMap((one) => topicBlocks(one, words))), note(balance.how)],
    buttons: [act(balance.say, 'me stakeholder'), act(balance.topics, 'topics')],
  });
}

function topicBlocks({ topic, shown }: TopicBalance, { balance }: Words): Card['blocks'] {
  return [
    { kind: 'heading', text: topic.id },
    { kind: 'quote', text: topic.text },
    { kind: 'list', items: shown.map(([group, number]) => ({ text: [balance.atLeast(balance.groups[group], String(number))] })) },
  ];
}
