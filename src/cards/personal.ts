import type { Block, Button, Card } from '../chat/card.ts';
import type { Actor } from '../core/member.ts';
import { type ExportOffer, isAnything, type PersonalData, personalKinds } from '../core/personal.ts';
import type { Words } from '../text/words.ts';
import { readableText } from './personal-rows.ts';

function card(words: Words, title: string, blocks: readonly Block[], buttons: readonly Button[], tone: Card['tone'] = 'plain'): Card {
  return { kind: 'card', language: words.language, title, tone, blocks, buttons, audience: 'asker' };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text: [text] };
}

function act(label: string, command: string, options: Readonly<Record<string, string>> = {}, style?: 'danger'): Button {
  return { kind: 'act', label, invoke: { command, options }, ...(style !== undefined && { style }) };
}

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
  return card(
    words,
    said.title,
    [paragraph(said.lead), ...about, { kind: 'list', items }, { kind: 'note', text: [said.gone] }],
    known ? [act(said.export, 'me export'), act(said.forget, 'me forget')] : [],
  );
}

/** Where the reader's data stand for a while, or the data themselves where the bot has no public address, or they have no account for one. */
export function exportCard(data: PersonalData, offer: ExportOffer | undefined, address: string | undefined, words: Words): Card {
  const { personal: said } = words;
  if (address === undefined || offer === undefined)
    return card(words, said.exportTitle, [paragraph(said.exportHere), { kind: 'data', readable: readableText(data, words), data }], []);
  const url = `${address.replace(/\/$/, '')}/export/${offer.token}`;
  return card(
    words,
    said.exportTitle,
    [{ kind: 'paragraph', text: [`${said.exportText} `, { kind: 'time', at: offer.until }] }],
    [
      { kind: 'open', label: said.read, url: `${url}?lang=${words.language}` },
      { kind: 'open', label: said.json, url: `${url}.json` },
      act(said.privacy, 'me privacy'),
    ],
  );
}

/** Says that nothing is stored about somebody. */
export function nothingCard(words: Words): Card {
  return card(words, words.personal.nothing, [], [act(words.personal.privacy, 'me privacy')]);
}

/** What goes and what stays, before somebody leaves the record. */
export function forgetCard({ coordinator }: Actor, words: Words): Card {
  const { personal: said } = words;
  return card(
    words,
    said.forgetTitle,
    [
      paragraph(said.forgetGoes),
      paragraph(said.forgetStays),
      paragraph(said.forgetProposals),
      paragraph(said.forgetDuties),
      ...(coordinator ? [paragraph(said.forgetCoordinator)] : []),
      { kind: 'note', text: [said.forgetExport] },
    ],
    [act(said.export, 'me export'), act(said.forgetSure, 'me forget', { sure: 'yes' }, 'danger')],
  );
}

/** Says that somebody has left the record, and with which open proposals they are known again. */
export function forgottenCard(proposals: readonly string[], words: Words): Card {
  const { personal: said } = words;
  const text = proposals.length === 0 ? said.forgottenText : said.forgottenBut(words.list(proposals));
  return card(words, said.forgotten, [paragraph(text)], [], 'good');
}
