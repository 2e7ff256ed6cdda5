import { isZone } from '../core/zone.ts';

/** The IANA zone that somebody names: `Europe/Paris` in any case, or a city that is in one zone's name alone; undefined for anything else. */
export function readZone(said: string): string | undefined {
  const name = fold(said);
  const zones = Intl.supportedValuesOf('timeZone');
  const exact = zones.find((zone) => fold(zone) === name);
  if (exact !== undefined) return exact;
  const [only, ...others] = zones.filter((zone) => fold(zone.split('/').at(-1) ?? '') === name);
  if (only !== undefined) return others.length === 0 ? only : undefined;
  // Names that the list leaves out, such as UTC and older ones.
  return isZone(said.trim()) && /[/]|^utc$/i.test(said) ? new Intl.DateTimeFormat('en', { timeZone: said.trim() }).resolvedOptions().timeZone : undefined;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase().replaceAll(' ', '_');
}
