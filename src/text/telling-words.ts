/** What every working group is called, in all languages; it names none of them. */
const nouns = new Set(['group', 'groups', 'working', 'groupe', 'groupes', 'travail']);

/** The words of a question that may belong to a name. */
export function tellingWords(question: string): readonly string[] {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !nouns.has(word));
}
