/**
 * What Slack writes in place of what was typed when the command asks for escaping: `<@U1|name>`, `<#C1|name>`, `<!here>`, `<https://…|label>`,
 * and `&amp;` for `&`. One pass, so that nothing is decoded twice.
 */
const written = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>|&(amp|lt|gt);/g;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

const addresses = /^(?:https?:\/\/|mailto:|tel:)/i;

/** What a mention is called beside its id, `@bola` or `#general`, by what it is decoded to. */
export function namesIn(text: string, tenant: string): ReadonlyMap<string, string> {
  const named = [...text.matchAll(/<([@#])([^<>|]*)\|([^<>]+)>/g)];
  const pairs = named.map(
    ([match, sign = '', body = '', label = '']) => [decodeReference(match, sign, body, label, tenant), `${sign}${unescaped(label)}`] as const,
  );
  return new Map(pairs.toSorted(([one], [other]) => other.length - one.length));
}

/** Words around a mention are text, and name whom it names as its author saw it; a mention that stands alone is the person or the channel. */
export function nameWithin(text: string, names: ReadonlyMap<string, string>): string {
  return names.has(text) ? text : [...names].reduce((said, [id, name]) => said.replaceAll(id, name), text);
}

/** The typed text as a person meant it. A mention becomes the account, a channel its id: the names beside them are not to be trusted. */
export function decodeText(text: string, tenant: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.replace(written, (match: string, sign: string | undefined, body: string | undefined, label: string | undefined, entity: string | undefined) =>
    entity === undefined ? decodeReference(match, sign ?? '', body ?? '', label ?? '', tenant) : (entities[entity] ?? match),
  );
}

function decodeReference(match: string, sign: string, body: string, label: string, tenant: string): string {
  switch (sign) {
    case '@':
      return /^[UW][A-Z0-9]{1,30}$/.test(body) ? `slack:${tenant}:${body}` : match;
    case '#':
      return /^[CDG][A-Z0-9]{1,30}$/.test(body) ? body : match;
    case '!':
      return label === '' ? `@${body}` : label;
    default:
      return addresses.test(body) ? unescaped(body) : match;
  }
}

/** Inside an address and a name the entities stand too, and only there are they met a second time by nobody. */
function unescaped(address: string): string {
  return address.replace(/&(amp|lt|gt);/g, (match, entity: string) => entities[entity] ?? match);
}
