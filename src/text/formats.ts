/** Keeps what `make` made for a key: making one of Intl's formats costs more than all that is said with it. */
function kept<Made>(make: (...given: string[]) => Made): (...given: string[]) => Made {
  const made = new Map<string, Made>();
  return (...given) => {
    const key = given.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(...given);
    made.set(key, fresh);
    return fresh;
  };
}

export const pluralRules = kept((tag) => new Intl.PluralRules(tag));
export const numberFormat = kept((tag) => new Intl.NumberFormat(tag));
export const conjunction = kept((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));
export const disjunction = kept((tag) => new Intl.ListFormat(tag, { type: 'disjunction' }));

/** The first letter of a month. */
export const monthInitial = kept((tag) => new Intl.DateTimeFormat(tag, { month: 'narrow', timeZone: 'UTC' }));

const precisions: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  weekday: { weekday: 'long' },
  'day and month': { day: 'numeric', month: 'long' },
  'day alone': { day: 'numeric' },
  'month alone': { month: 'long' },
};

/** A calendar date at a precision, by its name above. */
export const dateFormat = kept((tag, precision = 'day') => new Intl.DateTimeFormat(tag, { ...precisions[precision], timeZone: 'UTC' }));

/** An instant with its clock face, zone and year. */
export const instantFormat = kept(
  (tag, zone = 'UTC') =>
    new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
      timeZoneName: 'short',
    }),
);
