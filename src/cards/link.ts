import type { Block, Button, Card, Fact } from '../chat/card.ts';
import type { Account } from '../core/account.ts';
import { sayCode } from '../core/link.ts';
import type { Link, LinkOffer } from '../core/store-people.ts';
import type { Words } from '../text/words.ts';

function card(words: Words, title: string, blocks: readonly Block[], buttons: readonly Button[], tone: Card['tone'] = 'plain'): Card {
  return { kind: 'card', language: words.language, title, tone, blocks, buttons, audience: 'asker' };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text: [text] };
}

/** Whose account it is, by name where the platform knows it and by its id in any case. */
function whose(label: string, account: Account): Block {
  const facts: Fact[] = [{ label, value: [{ kind: 'mention', account }, ' ', { kind: 'code', text: account }] }];
  return { kind: 'facts', facts };
}

function meButton({ home }: Words): Button {
  return { kind: 'act', label: home.me, invoke: { command: 'me', options: {} } };
}

/** Who the reader is here, as the other side is shown it: an id of the other chat says nothing to whoever cannot compare it. */
function youAre(account: Account, { link }: Words): Block {
  return { kind: 'paragraph', text: [`${link.youAre} `, { kind: 'mention', account }, ' ', { kind: 'code', text: account }, link.sameThere] };
}

/** Shows a code to its asker alone. */
export function offerCard({ code, until }: LinkOffer, asker: Account, words: Words): Card {
  const { link } = words;
  const said = sayCode(code);
  const blocks: Block[] = [
    { kind: 'paragraph', text: [{ kind: 'code', text: said }, ` · ${link.until} `, { kind: 'time', at: until }] },
    paragraph(link.offerText(said)),
    youAre(asker, words),
    { kind: 'note', text: [link.offerOnce()] },
  ];
  return card(words, link.offerTitle, blocks, []);
}

/** Asks whoever entered a code whether that account is theirs. */
export function whoseCard(asker: Account, code: string, words: Words): Card {
  const { link } = words;
  const yes: Button = { kind: 'act', label: link.yes, invoke: { command: 'me link', options: { code, sure: 'yes' } }, style: 'primary' };
  return card(words, link.whoseTitle, [whose(link.whose, asker), paragraph(link.whoseText), { kind: 'note', text: [link.rights] }], [yes]);
}

/** Says that the other side confirms now. */
export function enteredCard(asker: Account, enterer: Account, words: Words): Card {
  const { link } = words;
  return card(words, link.enteredTitle, [whose(link.whose, asker), paragraph(link.enteredText()), youAre(enterer, words)], [], 'good');
}

/** Asks the asking side, for whom the card comes by itself. */
export function confirmCard({ id, enterer }: Link, words: Words): Card {
  const { link } = words;
  const confirm: Button = { kind: 'act', label: link.confirm, invoke: { command: 'me confirm', options: { link: id } }, style: 'primary' };
  return card(words, link.askTitle, [whose(link.enteredBy, enterer), paragraph(link.askText), { kind: 'note', text: [link.rights] }], [confirm]);
}

/** Says that both are one person now. */
export function linkedCard(enterer: Account, words: Words): Card {
  const { link } = words;
  const undo: Button = { kind: 'act', label: link.undo, invoke: { command: 'me unlink', options: {} } };
  return card(words, link.doneTitle, [whose(link.enteredBy, enterer), paragraph(link.doneText)], [meButton(words), undo], 'good');
}

/** Tells the other side what came of the link. */
export function linkNewsCard(kind: 'accounts linked' | 'accounts parted', words: Words): Card {
  const { title, text } = words.link.news[kind];
  return card(words, title, [paragraph(text)], [meButton(words)]);
}

/** Says which account has gone back to what it was. */
export function partedCard(account: Account, words: Words): Card {
  const { link } = words;
  return card(words, link.partedTitle, [whose(link.parted, account), paragraph(link.partedText)], [meButton(words)], 'good');
}
