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

/** What people wrote, with the lines that say what it is, for where a message cannot hold it whole; undefined where a card quotes nobody. */
export function textIn({ blocks }: Card): File | undefined {
  if (!blocks.some(({ kind }) => kind === 'quote')) return undefined;
  return { name: 'text.txt', text: blocks.flatMap(paragraphsOf).join('\n\n') };
}

function paragraphsOf(block: Card['blocks'][number]): readonly string[] {
  if (block.kind === 'quote' || block.kind === 'heading') return [block.text];
  if (block.kind !== 'paragraph') return [];
  return [block.text.map((inline) => (typeof inline === 'string' ? inline : 'text' in inline ? inline.text : '')).join('')];
}
