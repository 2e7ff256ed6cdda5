/** What comes out of JSON as it went in; a date would come out as a text. */
export type Plain = string | number | boolean | readonly (Plain | null)[] | PlainFacts;

export type PlainFacts = { readonly [name: string]: Plain | null | undefined };

/** Text as the database can hold it: without NUL, and with no half of a character. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** A value and all texts in it as the database can hold them. */
export function storable<T extends Plain>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_name, part: unknown) => (typeof part === 'string' ? storableText(part) : part)));
}
