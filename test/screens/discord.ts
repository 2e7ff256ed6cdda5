import { messageOf } from '../../src/adapters/discord/message.ts';
import { renderForm } from '../../src/adapters/discord/render-form.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import { drawText } from './discord-text.ts';
import { avatar, documentOf, escaped } from './page.ts';
import type { Scene } from './scenes.ts';

/** A component as it travels to Discord, with what is drawn of it. */
type Component = {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly accent_color?: number | null;
  readonly style?: number;
  readonly label?: string;
  readonly placeholder?: string;
  readonly url?: string;
  readonly description?: string | null;
  readonly component?: Component;
  readonly required?: boolean;
  readonly value?: string;
};

/** The library's elements are modules of their own, which find each other by these names. */
const imports = {
  lit: '/node_modules/lit/index.js',
  'lit/': '/node_modules/lit/',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  'lit-html/': '/node_modules/lit-html/',
  'lit-element': '/node_modules/lit-element/index.js',
  'lit-element/': '/node_modules/lit-element/',
  '@lit/context': '/node_modules/@lit/context/index.js',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
};

const pictures = { bot: avatar('is3c', '#3b6ea5'), member: avatar('m', '#5865f2') };

/** A scene as a page that looks like Discord. */
export function discordPage({ answer, command, locale }: Scene): string {
  const avatars = JSON.stringify({ avatars: { default: pictures.bot } });
  const head = [
    `<script>globalThis.$discordMessage = ${avatars}</script>`,
    `<script type="importmap">${JSON.stringify({ imports })}</script>`,
    '<script type="module" src="/node_modules/@skyra/discord-components-core/dist/index.js"></script>',
  ].join('');
  const body = answer.kind === 'form' ? modal(answer) : channel(answer, command, locale);
  const styles = [400, 500, 600, 700].map((weight) => `node_modules/@fontsource/noto-sans/${weight}.css`);
  return documentOf({ styles: [...styles, 'discord.css'], head, body });
}

/** Discord shows which command was used, and nothing of its options. */
function channel(card: Card, command: string, locale: string): string {
  const typed = `<discord-command slot="reply" author="member" avatar="${pictures.member}" command="${escaped(`is3c ${command}`)}"></discord-command>`;
  const shown = messageOf(card).components.map((component: Component) => drawComponent(component, locale));
  const message = `<discord-message bot ephemeral author="IS3C" avatar="${pictures.bot}" timestamp="12:00">${typed}${shown.join('')}</discord-message>`;
  return `<main class="channel"><header># general</header><discord-messages>${message}</discord-messages></main>`;
}

const drawings: Readonly<Record<number, (component: Component, locale: string) => string>> = {
  1: ({ components = [] }, locale) => `<discord-action-row>${components.map((one) => drawComponent(one, locale)).join('')}</discord-action-row>`,
  2: drawButton,
  3: ({ placeholder = '' }) => `<discord-string-select-menu placeholder="${escaped(placeholder)}"></discord-string-select-menu>`,
  9: drawSection,
  10: ({ content = '' }, locale) => `<div class="text">${drawText(content, locale)}</div>`,
  17: drawContainer,
};

function drawComponent(component: Component, locale: string): string {
  const draw = drawings[component.type];
  if (draw === undefined) throw new Error(`no drawing for Discord's component ${component.type}`);
  return draw(component, locale);
}

const buttonStyles = ['primary', 'secondary', 'success', 'destructive', 'secondary'] as const;

function drawButton({ style = 2, label = '', url }: Component): string {
  const address = url === undefined ? '' : ` url="${escaped(url)}"`;
  return `<discord-button type="${buttonStyles[style - 1]}"${address}>${escaped(label)}</discord-button>`;
}

/** A stand-in: the library has no containers of "Components V2", nor sections, nor text displays. */
function drawContainer({ accent_color: accent, components = [] }: Component, locale: string): string {
  const colour = accent === undefined || accent === null ? 'transparent' : `#${accent.toString(16).padStart(6, '0')}`;
  return `<div class="container" style="border-left-color: ${colour}">${components.map((one) => drawComponent(one, locale)).join('')}</div>`;
}

function drawSection({ components = [], accessory }: Component, locale: string): string {
  const button = accessory === undefined ? '' : `<discord-action-row>${drawComponent(accessory, locale)}</discord-action-row>`;
  return `<div class="section"><div>${components.map((one) => drawComponent(one, locale)).join('')}</div>${button}</div>`;
}

/** The library's modal around stand-ins for labels with a description and the inputs in them, which are newer than it. */
function modal(form: Form): string {
  const rendered = renderForm(form, '100000000000000004');
  if (rendered === undefined) throw new Error('the form does not fit into a modal');
  const fields = rendered.components.map((component: Component) => label(component, form.language)).join('');
  return `<main class="shade"><discord-modal modal-id="form" modal-title="${escaped(rendered.title)}" author="IS3C" avatar="${pictures.bot}">${fields}</discord-modal></main>`;
}

function label({ label: text, content = '', description, component }: Component, locale: string): string {
  if (text === undefined) return `<div class="text">${drawText(content, locale)}</div>`;
  const mark = component?.required === true ? '<b>*</b>' : '';
  const below = description === undefined || description === null ? '' : `<small>${escaped(description)}</small>`;
  const tall = component?.style === 2 ? ' tall' : '';
  const typed = escaped(component?.value ?? component?.placeholder ?? '');
  return `<div class="label">${escaped(text)} ${mark}${below}<div class="field${tall}">${typed}</div></div>`;
}
