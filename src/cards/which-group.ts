import type { Card, MenuChoice } from '../chat/card.ts';
import type { Group } from '../core/group.ts';
import { headline } from './milestone-lines.ts';
import type { View } from './outlook.ts';

/** Asks which group is meant, with a menu of those that may be. */
export function whichGroupCard(
  groups: readonly Pick<Group, 'id' | 'name'>[],
  command: string,
  options: Readonly<Record<string, string>>,
  { words }: Pick<View, 'words'>,
): Card {
  const choices: readonly MenuChoice[] = groups.map(({ id, name }) => ({
    label: headline(`${id} · ${name}`, 75),
    invoke: { command, options: { ...options, group: id } },
  }));
  return {
    kind: 'card',
    language: words.language,
    title: words.update.whichGroup,
    tone: 'plain',
    blocks: [{ kind: 'menu', label: words.update.pickGroup, choices }],
    buttons: [],
    audience: 'asker',
  };
}
