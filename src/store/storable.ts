/** Text as the database can hold it: without NUL, and with no half of a character. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** A value and all texts in it as the database can hold them. */
export function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_name, part: unknown) => (typeof part === 'string' ? storableText(part) : part)));
}
