import type { Button, Item, Line, MenuChoice } from '../../chat/card.ts';
import { menuCost, placeMenu, renderButton } from './render-controls.ts';
import { plainLine } from './render-inline.ts';
import type { Sheet } from './sheet.ts';

/** A section, the text in it and the button beside it. */
const sectionCost = 3;

/** The least that a list with buttons takes: a text and a menu. */
export const leastForList = 1 + menuCost;

/** Draws a list: each button beside its item while there is room for all of them, else all of them in one menu below. */
export function renderList(sheet: Sheet, items: readonly Item[], reserved: number): void {
  const buttons = items.filter(({ button }) => button !== undefined).length;
  // Between two sections there may be a text.
  const needed = buttons * (sectionCost + 1) + 1;
  if (buttons === 0 || needed <= sheet.componentsLeft - reserved) for (const item of items) placeItem(sheet, item);
  else placeTogether(sheet, items);
}

const oneLine = { newline: ' ' } as const;

function placeItem(sheet: Sheet, { text, button }: Item): void {
  if (button === undefined) {
    sheet.writeLine('- ', text, oneLine);
    return;
  }
  const said = sheet.fit(0, text, oneLine);
  const accessory = said === undefined ? undefined : renderButton(button, sheet.ids);
  if (said !== undefined && accessory !== undefined) sheet.section(said, accessory);
  else if (said !== undefined) sheet.write(`- ${said}`);
}

function placeTogether(sheet: Sheet, items: readonly Item[]): void {
  const choices: MenuChoice[] = [];
  for (const { text, button } of items) {
    const shown = sheet.writeLine('- ', withLink(text, button), oneLine);
    if (shown && button?.kind === 'act') choices.push({ label: plainLine(text, sheet.words), detail: button.label, invoke: button.invoke });
  }
  if (choices.length > 0) placeMenu(sheet, sheet.words.surface.choose, choices);
}

/** A menu opens no address, so the item itself carries it. */
function withLink(text: Line, button: Button | undefined): Line {
  return button?.kind === 'open' ? [...text, ' ', { kind: 'link', text: button.label, url: button.url }] : text;
}
