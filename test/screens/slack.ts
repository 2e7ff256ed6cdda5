import { renderCard } from '../../src/adapters/slack/render.ts';
import { renderForm } from '../../src/adapters/slack/render-form.ts';
import { readerOf } from '../../src/adapters/slack/render-line.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import { avatar, documentOf, escaped, load } from './page.ts';
import { askers, type Scene } from './scenes.ts';

const { createElement }: { createElement(kind: unknown, properties: object): unknown } = load('react');
const { renderToStaticMarkup }: { renderToStaticMarkup(element: unknown): string } = load('react-dom/server');
const { Message }: { Message: unknown } = load('slack-blocks-to-jsx');

const tenant = askers.slack.space.slice('slack:'.length);

/** A scene as a page that looks like Slack. */
export function slackPage({ answer, locale }: Scene): string {
  const body = answer.kind === 'form' ? modal(answer) : channel(answer, locale);
  const styles = ['node_modules/slack-blocks-to-jsx/dist/style.css', ...[400, 700, 900].map((weight) => `node_modules/@fontsource/lato/${weight}.css`)];
  return documentOf({ styles: [...styles, 'slack.css'], body });
}

/** Slack shows nothing of what was typed, only the answer, under a line that says who can see it. */
function channel(card: Card, locale: string): string {
  const { blocks } = renderCard(
    card,
    readerOf(card, tenant, () => undefined),
  );
  const message = drawn(blocks, locale, { name: 'IS3C', logo: avatar('is3c', '#3b6ea5'), time: new Date(2022, 9, 10, 12) });
  return `<main class="channel"><header># general</header><p class="private"><span>◉</span> Only visible to you</p>${message}</main>`;
}

/** Slack's blocks as the library draws them. */
function drawn(blocks: readonly object[], locale: string, frame: object = { withoutWrapper: true }): string {
  const hooks = { date: ({ timestamp }: { readonly timestamp: string }) => sayTime(Number(timestamp), locale) };
  return renderToStaticMarkup(createElement(Message, { blocks, hooks, theme: 'light', ...frame }));
}

/** Slack's {date_short} {time}. */
function sayTime(seconds: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(seconds * 1000).replace(',', '');
}

/** A stand-in for Slack's modal, which the library does not draw; its input blocks look like those of a message there, so they are ours too. */
function modal(form: Form): string {
  const { title, submit, close, blocks } = renderForm(form, tenant);
  const inside = blocks.map((block) => (isInput(block) ? input(block) : drawn([block], form.language))).join('');
  const buttons = `<button>${escaped(close?.text ?? '')}</button><button class="submit">${escaped(submit?.text ?? '')}</button>`;
  return `<main class="shade"><section class="modal"><header><i style="background-image:url(${avatar('is3c', '#3b6ea5')})"></i>${escaped(title.text)}<b>✕</b></header><div class="fields">${inside}</div><footer>${buttons}</footer></section></main>`;
}

type FormBlock = ReturnType<typeof renderForm>['blocks'][number];
type InputBlock = Extract<FormBlock, { readonly type: 'input' }>;

function isInput(block: FormBlock): block is InputBlock {
  return block.type === 'input';
}

function input({ label, hint, optional, element }: InputBlock): string {
  const mark = optional === true ? ' <em>(optional)</em>' : '';
  const below = hint === undefined ? '' : `<small>${escaped(hint.text)}</small>`;
  return `<label>${escaped(label.text)}${mark}</label>${field(element)}${below}`;
}

function field(element: InputBlock['element']): string {
  if (element.type !== 'plain_text_input') return `<div class="field">${'placeholder' in element ? escaped(element.placeholder?.text ?? '') : ''} ▾</div>`;
  const placeholder = element.placeholder === undefined ? '' : `<em>${escaped(element.placeholder.text)}</em>`;
  const typed = element.initial_value === undefined ? placeholder : escaped(element.initial_value);
  return `<div class="field${element.multiline === true ? ' tall' : ''}">${typed}</div>`;
}
