import { act, type Button } from '../chat/card.ts';
import type { Words } from '../text/words.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The first sentence of a text, or as many whole words of it as fit. */
export function headline(text: string, limit = 160): string {
  const end = text.search(/[.!?](?=\s|$)/);
  const sentence = end < 1 ? text : text.slice(0, end + 1);
  const plain = sentence.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
  if (plain.length <= limit) return plain;
  let kept = '';
  for (const { segment } of segmenter.segment(plain)) {
    if (kept.length + segment.length > limit - 2) break;
    kept += segment;
  }
  return `${kept.trimEnd()} …`;
}

export function showButton(id: string, words: Words): Button {
  return act(`${words.milestone.show} ${id}`, 'milestone show', { milestone: id });
}
