const known = new Map<string, boolean>();

/** As many answers as are kept; asking costs more than all other reading of a date. */
const mostKnown = 1000;

/** Whether the text names a time zone of the IANA data base that this machine knows. */
export function isZone(text: string): boolean {
  const answer = known.get(text) ?? hasZone(text);
  if (known.size < mostKnown) known.set(text, answer);
  return answer;
}

function hasZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The instant at which clocks in a zone show a time, which is given as a date in UTC that shows the same. */
export function instantShown(zone: string, face: Date): Date {
  // The offset is first taken at the instant as if it were UTC, then at the instant that this gives: right but for hours that are skipped.
  const first = face.getTime() - offsetAt(zone, face);
  return new Date(face.getTime() - offsetAt(zone, new Date(first)));
}

/** How far clocks in a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, instant: Date): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '00';
  const shown = Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`);
  return shown - Math.floor(instant.getTime() / 1000) * 1000;
}
