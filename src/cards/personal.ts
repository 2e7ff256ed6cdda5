import { act, type Card, card, note, paragraph } from '../chat/card.ts';
import type { Actor } from '../core/member.ts';
import { type ExportOffer, isAnything, type PersonalData, personalKinds } from '../core/personal.ts';
import type { Words } from '../text/words.ts';
import { readableText } from './personal-rows.ts';

/** How much there is of a kind: the revisions of an update are one. */
function countOf(rows: PersonalData[keyof PersonalData]): number {
  return new Set(rows.map((row, index) => row['id'] ?? index)).size;
}

/** Every kind of what is stored: what, why and until when, with how much of it there is about the reader, unless anybody may be it. */
export function privacyCard(data: PersonalData | undefined, words: Words): Card {
  const { personal: said } = words;
  const items = personalKinds.map((kind) => {
    const { what, why, until } = said.kinds[kind];
    const number = data === undefined ? 0 : countOf(data[kind]);
    const stored = number === 0 ? '' : ` · ${said.times(number)}`;
    return { text: [{ kind: 'bold', text: what } as const, `${stored}. ${why} ${said.until(until)}`] };
  });
  const known = data !== undefined && isAnything(data);
  const about = data === undefined ? [paragraph(said.aboutYou())] : known ? [] : [paragraph(said.nothing)];
  return card(words, {
    title: said.title,
    blocks: [paragraph(said.lead), ...about, { kind: 'list', items }, note(said.gone)],
    buttons: known ? [act(said.export, 'me export'), act(said.forget, 'me forget')] : [],
  });
}

/** Where the reader's data stand for a while, or the data themselves where the bot has no public address, or they have no account for one. */
export function exportCard(data: PersonalData, offer: ExportOffer | undefined, address: string | undefined, words: Words): Card {
  const { personal: said } = words;
  if (address === undefined || offer === undefined)
    return card(words, { title: said.exportTitle, blocks: [paragraph(said.exportHere), { kind: 'data', readable: readableText(data, words), data }] });
  const url = `${address.replace(/\/$/, '')}/export/${offer.token}`;
  return card(words, {
    title: said.exportTitle,
    blocks: [paragraph(`${said.exportText} `, { kind: 'time', at: offer.until })],
    buttons: [
      { kind: 'open', label: said.read, url: `${url}?lang=${words.language}` },
      { kind: 'open', label: said.json, url: `${url}.json` },
      act(said.privacy, 'me privacy'),
    ],
  });
}

/** Says that nothing is stored about somebody. */
export function nothingCard(words: Words): Card {
  return card(words, { title: words.personal.nothing, buttons: [act(words.personal.privacy, 'me privacy')] });
}

/** What goes and what stays, before somebody leaves the record. */
export function forgetCard({ coordinator }: Actor, words: Words): Card {
  const { personal: said } = words;
  return card(words, {
    title: said.forgetTitle,
    blocks: [
      paragraph(said.forgetGoes),
      paragraph(said.forgetStays),
      paragraph(said.forgetProposals),
      paragraph(said.forgetDuties),
      ...(coordinator ? [paragraph(said.forgetCoordinator)] : []),
      note(said.forgetExport),
    ],
    buttons: [act(said.export, 'me export'), act(said.forgetSure, 'me forget', { sure: 'yes' }, 'danger')],
  });
}

/** Says that somebody has left the record, and with which open proposals they are known again. */
export function forgottenCard(proposals: readonly string[], words: Words): Card {
  const { personal: said } = words;
  const text = proposals.length === 0 ? said.forgottenText : said.forgottenBut(words.list(proposals));
  return card(words, { title: said.forgotten, tone: 'good', blocks: [paragraph(text)] });
}
