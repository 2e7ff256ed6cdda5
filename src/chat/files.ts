import type { Card } from './card.ts';

export type File = { readonly name: string; readonly text: string };

/** What a card carries that no message holds whole, as files: one to read, and one for programs. */
export function filesIn({ blocks }: Card): readonly File[] {
  const block = blocks.find(({ kind }) => kind === 'data');
  if (block?.kind !== 'data') return [];
  return [
    { name: 'data.txt', text: block.readable },
    { name: 'data.json', text: JSON.stringify(block.data, null, 2) },
  ];
}
