import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandTable } from '../../src/programs/docs.ts';
import { slackManifestText } from '../../src/programs/manifest.ts';

const config = { IS3C_COMMAND: 'is3c', IS3C_PUBLIC_URL: undefined };

// `vitest -u` writes the manifests anew; `npm run -s is3c -- docs` prints the table.
describe('what is made from the commands is committed as it is made', () => {
  it('the manifest of the Slack app, over HTTP', async () => {
    await expect(slackManifestText(config, false)).toMatchFileSnapshot('../adapters/slack/manifest.json');
  });

  it('the manifest of the Slack app, for Socket Mode', async () => {
    await expect(slackManifestText(config, true)).toMatchFileSnapshot('../adapters/slack/manifest.socket.json');
  });

  it('the table of commands in README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const table = readme.slice(readme.indexOf('docs -->') + 'docs -->'.length, readme.indexOf('<!-- /commands -->')).trim();
    expect(table).toBe(commandTable());
  });
});
