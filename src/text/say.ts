type Forms = { readonly one: string; readonly other: (number: string) => string };

/** A count in words, in the plural form and the digits of the language. */
export function count(tag: string, number: number, forms: Forms): string {
  const form = new Intl.PluralRules(tag).select(number);
  return form === 'one' && number === 1 ? forms.one : forms.other(new Intl.NumberFormat(tag).format(number));
}

/** Items in a row, as the language joins them. */
export function list(tag: string, items: readonly string[], type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(tag, { type }).format(items);
}

/** An instant with its clock face, zone and year. */
export function sayInstant(tag: string, instant: Date, zone: string): string {
  return new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(instant);
}
