import { type Block, type Card, card, type MenuChoice } from '../chat/card.ts';
import type { Group } from '../core/group.ts';
import type { Words } from '../text/words.ts';
import { carried, typedBlocks } from './carried.ts';
import { headline } from './milestone-lines.ts';

type Given = Readonly<Record<string, string | undefined>>;

/** Asks which group is meant, with a menu of those that may be; what was typed beside it goes along as far as a button carries it. */
export function whichGroupCard(groups: readonly Pick<Group, 'id' | 'name'>[], command: string, given: Given, { words }: { readonly words: Words }): Card {
  const longest = groups.reduce((one, { id }) => (id.length > one.length ? id : one), '');
  const { options: kept } = carried(command, { group: longest, ...given });
  const choices = groups.map(({ id, name }): MenuChoice => ({ label: headline(`${id} · ${name}`, 75), invoke: { command, options: { ...kept, group: id } } }));
  return card(words, {
    title: words.update.whichGroup,
    blocks: [...shown(given, kept, words), { kind: 'menu', label: words.update.pickGroup, choices }],
  });
}

/** Somebody's own words, and whatever does not go along. */
function shown(given: Given, kept: Given, words: Words): readonly Block[] {
  const named = Object.keys(given).filter((name) => name === 'text' || kept[name] === undefined);
  return named.flatMap((name) => typedBlocks(given[name], kept[name] !== undefined, words));
}
