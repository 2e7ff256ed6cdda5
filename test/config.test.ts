import { expect, it } from 'vitest';
import { ConfigMistakes, readConfig } from '../src/config.ts';
import { slackManifestText } from '../src/programs/manifest.ts';

it.each(['https://bot.example.org', 'https://bot.example.org/', 'https://bot.example.org//'])('takes %s for the same public address', (address) => {
  const config = readConfig({ IS3C_PUBLIC_URL: address });
  expect(config.IS3C_PUBLIC_URL).toBe('https://bot.example.org');
  expect(slackManifestText(config, false)).toContain('"https://bot.example.org/slack/events"');
});

it.each(['0x10', '1e3', ' 80', '-1', '65536', '3000.5', '000080'])('takes %s for no port', (port) => {
  expect(() => readConfig({ PORT: port })).toThrow(ConfigMistakes);
});

it.each(['0', '80', '65535'])('takes %s for a port', (port) => {
  expect(readConfig({ PORT: port }).PORT).toBe(Number(port));
});
