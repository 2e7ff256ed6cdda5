import { html, raw } from 'hono/html';
import { sayRow, zoneIn } from '../cards/personal-rows.ts';
import type { Answer } from '../chat/answer.ts';
import type { Block, Inline, Line } from '../chat/card.ts';
import type { Language } from '../core/member.ts';
import { type PersonalData, personalKinds } from '../core/personal.ts';
import { sayInstant } from '../text/say.ts';
import { type Words, wordsFor } from '../text/words.ts';

type Html = ReturnType<typeof html>;

const style = `
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
pre{overflow-x:auto;line-height:1.3}
dt{font-weight:600}
footer{margin-top:2rem;font-size:.9rem}
blockquote{margin-left:0;padding-left:1rem;border-left:.25rem solid}
`;

/** Text that people typed, without what turns the text around it. */
function clean(text: string): string {
  return text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '');
}

export type Runs = { readonly version: string; readonly platforms: readonly string[] };

/** The public page: what runs, and the plan in words. */
export function page(answer: Answer, language: Language, { version, platforms }: Runs): Html {
  const words = wordsFor(language);
  return sheet(
    language,
    words.page.title,
    html`<p>${words.page.lead}</p>
<h2>${words.page.plan}</h2>
${drawAnswer(answer, words)}
<h2>${words.page.runs}</h2>
<p>IS3C bot ${version}. ${platforms.length === 0 ? '' : words.page.serves(words.list(platforms))}</p>
<p><a href="/privacy?lang=${language}">${words.personal.privacy}</a></p>`,
  );
}

/** A card as a page of its own. */
export function cardPage(answer: Answer, language: Language): Html {
  const title = answer.kind === 'refusal' ? answer.card.title : answer.title;
  return sheet(language, clean(title), html`${drawAnswer(answer, wordsFor(language))}`);
}

/** What is stored about somebody, each thing with its facts under their names. */
export function exportPage(data: PersonalData | undefined, language: Language): Html {
  const words = wordsFor(language);
  const { personal: said } = words;
  if (data === undefined) return sheet(language, said.pageGone, html`<p>${said.pageAgain()}</p>`);
  const reader = { words, zone: zoneIn(data) };
  const kinds = personalKinds.filter((kind) => data[kind].length > 0);
  return sheet(
    language,
    said.pageTitle,
    html`${kinds.map(
      (kind) => html`<h2>${said.kinds[kind].what}</h2><p><small>${said.kinds[kind].why} ${said.until(said.kinds[kind].until)}</small></p>
<ul>${data[kind].map((row) => html`<li>${clean(sayRow(row, reader))}</li>`)}</ul>`,
    )}`,
  );
}

function sheet(language: Language, title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${raw(style)}</style></head>
<body>
<h1>${title}</h1>
${body}
<footer><a href="?lang=en" hreflang="en" lang="en">English</a> · <a href="?lang=fr" hreflang="fr" lang="fr">français</a></footer>
</body>
</html>`;
}

function drawAnswer(answer: Answer, words: Words): readonly Html[] {
  const blocks = answer.kind === 'form' ? [] : (answer.kind === 'refusal' ? answer.card : answer).blocks;
  return blocks.map((block) => drawBlock(block, words));
}

function drawBlock(block: Block, words: Words): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${drawLine(block.text, words)}</p>`;
    case 'note':
      return html`<p><small>${drawLine(block.text, words)}</small></p>`;
    case 'heading':
      return html`<h3>${clean(block.text)}</h3>`;
    case 'facts':
      return html`<dl>${block.facts.map(({ label, value }) => html`<dt>${clean(label)}</dt><dd>${drawLine(value, words)}</dd>`)}</dl>`;
    case 'list':
      return html`<ul>${block.items.map(({ text }) => html`<li>${drawLine(text, words)}</li>`)}</ul>`;
    case 'quote':
      return html`<blockquote>${clean(block.text)}</blockquote>`;
    case 'data':
      return html`<pre>${clean(block.readable)}</pre>`;
    case 'drawing':
      return html`<pre role="img" aria-label="${clean(block.alternative)}">${clean(block.text)}</pre>`;
    case 'menu':
      return html`<p>${clean(block.label)}</p>`;
  }
}

function drawLine(line: Line, words: Words): readonly (Html | string)[] {
  return line.map((inline) => drawInline(inline, words));
}

function drawInline(inline: Inline, words: Words): Html | string {
  if (typeof inline === 'string') return clean(inline);
  switch (inline.kind) {
    case 'bold':
      return html`<strong>${clean(inline.text)}</strong>`;
    case 'code':
      return html`<code>${clean(inline.text)}</code>`;
    case 'link':
      return html`<a href="${inline.url}" rel="nofollow noreferrer">${clean(inline.text)}</a>`;
    case 'mention':
      return words.surface.aMember;
    case 'time':
      return html`<time datetime="${inline.at.toISOString()}">${sayInstant(words.tag, inline.at, 'UTC')}</time>`;
  }
}
