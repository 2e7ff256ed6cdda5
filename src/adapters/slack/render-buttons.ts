import type { types } from '@slack/bolt';
import type { Button, MenuChoice } from '../../chat/card.ts';
import { encodeInvocation } from '../../chat/invocation.ts';
import { limits } from './limits.ts';
import { cut, filled, lengthOf } from './pieces.ts';
import { httpsAddress, type Reader } from './render-line.ts';

/** What an action_id begins with says what kind of thing was pressed. */
export const marks = { act: 'act', open: 'open', menu: 'menu' } as const;

/** Between the mark and the beginning that a menu's invocations share. */
export const menuSeparator = '|';

/** The first character of every option's value, which may not be empty. */
export const valueMark = '~';

export function plainText(text: string, limit: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(filled(text), limit), emoji: false };
}

/** A button, or undefined where Slack would refuse it: an address that is not https, an invocation that is too long. */
export function renderButton(button: Button, at: string, about?: string): types.Button | undefined {
  const text = plainText(button.label, limits.button);
  const spoken = about === undefined ? {} : { accessibility_label: cut(filled(`${button.label}: ${about}`), limits.button) };
  if (button.kind === 'open') {
    const url = httpsAddress(button.url);
    return url === undefined ? undefined : { type: 'button', action_id: `${marks.open}.${at}`, text, url, ...spoken };
  }
  const value = encodeInvocation(button.invoke);
  if (lengthOf(value) > limits.buttonValue) return undefined;
  return { type: 'button', action_id: `${marks.act}.${at}`, text, value, ...spoken, ...(button.style !== undefined && { style: button.style }) };
}

/** The buttons of a card as they come back, at most one row; the others are counted. */
export function renderRow(buttons: readonly Button[], at: string): { readonly row: readonly types.Button[]; readonly left: number } {
  const drawn = buttons.map((button, index) => renderButton(button, `${at}.${index}`)).filter((button) => button !== undefined);
  const row = drawn.slice(0, limits.actions);
  return { row, left: buttons.length - row.length };
}

export function actionsBlock(elements: readonly types.Button[]): types.ActionsBlock {
  return { type: 'actions', elements: [...elements] };
}

export function sizeOfButton({ text, accessibility_label: spoken = '' }: types.Button): number {
  return lengthOf(text.text) + lengthOf(spoken);
}

/** A menu in the room there is, and how many choices were left out. */
export type DrawnMenu = { readonly menu: types.StaticSelect; readonly length: number; readonly left: number };

/**
 * An option's value holds 75 characters and an invocation 100, so what all invocations of a menu begin with stands in its action_id and
 * each value ends it.
 */
export function renderMenu(choices: readonly MenuChoice[], at: string, room: number, reader: Reader): DrawnMenu | undefined {
  const encoded = choices.map((choice) => ({ choice, code: encodeInvocation(choice.invoke) }));
  const head = sharedHead(encoded.map(({ code }) => code)).slice(0, limits.id / 2);
  const options: types.PlainTextOption[] = [];
  let length = 0;
  for (const { choice, code } of encoded) {
    const option = renderOption(choice, `${valueMark}${code.slice(head.length)}`);
    const size = option === undefined ? 0 : lengthOf(option.text.text) + lengthOf(option.description?.text ?? '');
    if (options.length === limits.options || length + size > room) break;
    if (option === undefined || options.some(({ value }) => value === option.value)) continue;
    options.push(option);
    length += size;
  }
  if (options.length === 0) return undefined;
  const menu: types.StaticSelect = {
    type: 'static_select',
    action_id: `${marks.menu}.${at}${menuSeparator}${head}`,
    placeholder: plainText(reader.words.surface.choose, limits.placeholder),
    options,
  };
  return { menu, length, left: choices.length - options.length };
}

function renderOption({ label, detail = '' }: MenuChoice, value: string): types.PlainTextOption | undefined {
  if (lengthOf(value) > limits.option) return undefined;
  return { text: plainText(label, limits.option), value, ...(detail.trim() !== '' && { description: plainText(detail, limits.option) }) };
}

function sharedHead([first = '', ...others]: readonly string[]): string {
  let end = first.length;
  for (const other of others) {
    while (!other.startsWith(first.slice(0, end))) end -= 1;
  }
  return first.slice(0, end);
}
