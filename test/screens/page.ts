import { createRequire } from 'node:module';

/**
 * Loads a package that stands in this folder alone. By name at run time, so that the project is checked without it: what comes back is what
 * the caller says it is.
 */
export const load = createRequire(import.meta.url);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands between tags and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A picture of a few letters on a coloured ground, since nothing is fetched. */
export function avatar(letters: string, ground: string): string {
  const text = `<text x="32" y="41" text-anchor="middle" font-family="DejaVu Sans" font-weight="700" font-size="21" fill="#fff">${letters}</text>`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${ground}"/>${text}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
}

type Parts = { readonly styles: readonly string[]; readonly body: string; readonly head?: string };

/** A whole document; styles are paths below this folder. */
export function documentOf({ styles, body, head = '' }: Parts): string {
  const links = styles.map((path) => `<link rel="stylesheet" href="/${path}">`).join('');
  return `<!doctype html><html><head><meta charset="utf-8">${links}${head}</head><body>${body}</body></html>`;
}
