import { act, type Block, type Card, card, type Fact, note, paragraph } from '../chat/card.ts';
import type { Account } from '../core/account.ts';
import { sayCode } from '../core/link.ts';
import type { Link, LinkOffer } from '../core/store-people.ts';
import type { Words } from '../text/words.ts';

/** Whose account it is, by name where the platform knows it and by its id in any case. */
function whose(label: string, account: Account): Block {
  const facts: Fact[] = [{ label, value: [{ kind: 'mention', account }, ' ', { kind: 'code', text: account }] }];
  return { kind: 'facts', facts };
}

/** Who the reader is here, as the other side is shown it: an id of the other chat says nothing to whoever cannot compare it. */
function youAre(account: Account, { link }: Words): Block {
  return paragraph(`${link.youAre} `, { kind: 'mention', account }, ' ', { kind: 'code', text: account }, link.sameThere);
}

/** Shows a code to its asker alone. */
export function offerCard({ code, until }: LinkOffer, asker: Account, words: Words): Card {
  const { link } = words;
  const said = sayCode(code);
  const blocks: Block[] = [
    paragraph({ kind: 'code', text: said }, ` · ${link.until} `, { kind: 'time', at: until }),
    paragraph(link.offerText(said)),
    youAre(asker, words),
    note(link.offerOnce()),
  ];
  return card(words, { title: link.offerTitle, blocks });
}

/** Asks whoever entered a code whether that account is theirs. */
export function whoseCard(asker: Account, code: string, words: Words): Card {
  const { link } = words;
  const yes = act(link.yes, 'me link', { code, sure: 'yes' }, 'primary');
  return card(words, { title: link.whoseTitle, blocks: [whose(link.whose, asker), paragraph(link.whoseText), note(link.rights)], buttons: [yes] });
}

/** Says that the other side confirms now. */
export function enteredCard(asker: Account, enterer: Account, words: Words): Card {
  const { link } = words;
  return card(words, { title: link.enteredTitle, tone: 'good', blocks: [whose(link.whose, asker), paragraph(link.enteredText()), youAre(enterer, words)] });
}

/** Asks the asking side, for whom the card comes by itself. */
export function confirmCard({ id, enterer }: Link, words: Words): Card {
  const { link } = words;
  const confirm = act(link.confirm, 'me confirm', { link: id }, 'primary');
  return card(words, { title: link.askTitle, blocks: [whose(link.enteredBy, enterer), paragraph(link.askText), note(link.rights)], buttons: [confirm] });
}

/** Says that both are one person now. */
export function linkedCard(enterer: Account, words: Words): Card {
  const { link } = words;
  const undo = act(link.undo, 'me unlink');
  return card(words, {
    title: link.doneTitle,
    tone: 'good',
    blocks: [whose(link.enteredBy, enterer), paragraph(link.doneText)],
    buttons: [act(words.home.me, 'me'), undo],
  });
}

/** Tells the other side what came of the link. */
export function linkNewsCard(kind: 'accounts linked' | 'accounts parted', words: Words): Card {
  const { title, text } = words.link.news[kind];
  return card(words, { title, blocks: [paragraph(text)], buttons: [act(words.home.me, 'me')] });
}

/** Says which account has gone back to what it was. */
export function partedCard(account: Account, words: Words): Card {
  const { link } = words;
  return card(words, {
    title: link.partedTitle,
    tone: 'good',
    blocks: [whose(link.parted, account), paragraph(link.partedText)],
    buttons: [act(words.home.me, 'me')],
  });
}
