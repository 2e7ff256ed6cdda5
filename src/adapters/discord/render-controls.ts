import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Button, MenuChoice } from '../../chat/card.ts';
import { writeCustomId } from './custom-id.ts';
import { cutTo, isBlank } from './escape.ts';
import { limits } from './limits.ts';
import { linkAddress } from './render-inline.ts';
import type { Sheet } from './sheet.ts';

const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/** A label that Discord takes: never empty, never too long. */
export function labelOf(text: string, limit: number, otherwise = '…'): string {
  return isBlank(text) ? otherwise : cutTo(limit, text);
}

/** A button; undefined for what cannot be carried, and for what stands on the message already. */
export function renderButton(button: Button, ids: Set<string>): APIButtonComponent | undefined {
  const label = labelOf(button.label, limits.button.label);
  if (button.kind === 'open') {
    // The bot's own page may be on this machine, without a certificate.
    const url = linkAddress(button.url, ['https:', 'http:']);
    return url === undefined ? undefined : { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
  }
  const id = writeCustomId(button.invoke);
  if (id === undefined || ids.has(id)) return undefined;
  ids.add(id);
  return { type: ComponentType.Button, style: button.style === undefined ? ButtonStyle.Secondary : styles[button.style], label, custom_id: id };
}

export type Rows = { readonly rows: APIActionRowComponent<APIButtonComponent>[]; readonly components: number; readonly leftOut: number };

/** What is left for text and lists when a card has more buttons than anybody reads. */
const mostRows = 5;

/** The buttons of a card, in rows. */
export function renderRows(buttons: readonly Button[], ids: Set<string>): Rows {
  const drawn = buttons.map((button) => renderButton(button, ids)).filter((button) => button !== undefined);
  const shown = drawn.slice(0, mostRows * limits.row.buttons);
  const rows: APIActionRowComponent<APIButtonComponent>[] = [];
  for (let from = 0; from < shown.length; from += limits.row.buttons) {
    rows.push({ type: ComponentType.ActionRow, components: shown.slice(from, from + limits.row.buttons) });
  }
  return { rows, components: rows.length + shown.length, leftOut: buttons.length - shown.length };
}

/** Puts a menu on the sheet; choosing an option is pressing its button. */
export function placeMenu(sheet: Sheet, label: string, choices: readonly MenuChoice[]): void {
  const options = optionsOf(choices);
  const fits = options.length > 0 && sheet.componentsLeft >= menuCost;
  sheet.leftOut += choices.length - (fits ? options.length : 0);
  if (!fits) return;
  const placeholder = labelOf(label, limits.select.placeholder, sheet.words.surface.choose);
  const select: APIStringSelectComponent = { type: ComponentType.StringSelect, custom_id: newMenuId(sheet.ids), placeholder, options };
  sheet.place({ type: ComponentType.ActionRow, components: [select] }, { text: 0, components: menuCost });
}

/** A row and the menu in it. */
export const menuCost = 2;

/** The menu's own id says nothing: its options carry what they invoke. */
function newMenuId(ids: Set<string>): string {
  const id = `menu ${ids.size}`;
  ids.add(id);
  return id;
}

function optionsOf(choices: readonly MenuChoice[]): APISelectMenuOption[] {
  const options = new Map<string, APISelectMenuOption>();
  for (const { label, detail = '', invoke } of choices) {
    const value = writeCustomId(invoke);
    if (value === undefined || options.has(value) || options.size === limits.select.options) continue;
    const description = isBlank(detail) ? {} : { description: cutTo(limits.select.description, detail) };
    options.set(value, { label: labelOf(label, limits.select.label), value, ...description });
  }
  return [...options.values()];
}
