import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandTable } from '../../src/programs/docs.ts';
import { slackManifestText } from '../../src/programs/manifest.ts';
import { discordRegistration } from '../../src/programs/register.ts';

const root = new URL('../../', import.meta.url);

function committed(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

const config = { IS3C_COMMAND: 'is3c', IS3C_PUBLIC_URL: undefined };

describe('what is made from the commands is committed as it is made', () => {
  it('the manifest of the Slack app, over HTTP', () => {
    expect(committed('src/adapters/slack/manifest.json')).toBe(slackManifestText(config, false));
  });

  it('the manifest of the Slack app, for Socket Mode', () => {
    expect(committed('src/adapters/slack/manifest.socket.json')).toBe(slackManifestText(config, true));
  });

  it('the registration with Discord', () => {
    expect(committed('src/adapters/discord/registration.json')).toBe(`${JSON.stringify(discordRegistration(config), null, 2)}\n`);
  });

  it('the table of commands in README', () => {
    const readme = committed('README.md');
    const table = readme.slice(readme.indexOf('docs -->') + 'docs -->'.length, readme.indexOf('<!-- /commands -->')).trim();
    expect(table).toBe(commandTable());
  });
});

describe('the registration with Discord', () => {
  it('keeps Discord’s numbers: 25 entries at the first level and 8,000 characters in all', () => {
    const [command] = discordRegistration(config);
    expect(command?.options?.length).toBeLessThanOrEqual(25);
    expect(JSON.stringify(command).length).toBeGreaterThan(500);
    expect(characters(command)).toBeLessThanOrEqual(8_000);
  });
});

/** What Discord counts: names, descriptions and values, the longest of a text's translations. */
function characters(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + characters(one), 0);
  const entries = new Map(Object.entries(value));
  const longest = (name: string): number => {
    const translations = entries.get(`${name}_localizations`);
    const texts = [entries.get(name), ...(typeof translations === 'object' && translations !== null ? Object.values(translations) : [])];
    return Math.max(0, ...texts.map((text) => (typeof text === 'string' ? text.length : 0)));
  };
  return longest('name') + longest('description') + longest('value') + characters(entries.get('options')) + characters(entries.get('choices'));
}
