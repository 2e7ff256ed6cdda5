import { mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Draw, NoBrowser, withBrowser } from './browser.ts';
import { discordPage } from './discord.ts';
import { askAll, type Platform, type Scene } from './scenes.ts';
import { slackPage } from './slack.ts';

/** The two that stand in the README. */
const shown = join(import.meta.dirname, '..', '..', '.github');
/** All others, to be looked at and thrown away. */
const others = join(tmpdir(), 'is3c-screens');

/** In pixels of the page: half of the README, a window, a phone. */
const widths = { readme: 468, window: 720, phone: 375 } as const;

const pages: Record<Platform, (scene: Scene) => string> = { slack: slackPage, discord: discordPage };

async function drawScene(scene: Scene, draw: Draw): Promise<readonly string[]> {
  const { name, platform, answer } = scene;
  const pictures = [
    ...(name === 'next-milestone' ? [{ width: widths.readme, path: join(shown, `${platform}.png`) }] : []),
    { width: widths.window, path: join(others, `${name}.${platform}.png`) },
    // The library's modal is as wide as on a desktop, whatever the window.
    ...(answer.kind === 'form' ? [] : [{ width: widths.phone, path: join(others, `${name}.${platform}.phone.png`) }]),
  ];
  await draw(pages[platform](scene), pictures);
  return pictures.map(({ path }) => path);
}

async function drawAll(): Promise<void> {
  const scenes = await askAll();
  await mkdir(others, { recursive: true });
  await withBrowser(async (draw) => {
    for (const scene of scenes) for (const path of await drawScene(scene, draw)) await say(path);
  });
}

async function say(path: string): Promise<void> {
  const { size } = await stat(path);
  process.stdout.write(`${path} (${Math.ceil(size / 1000)} kB)\n`);
}

try {
  await drawAll();
} catch (error) {
  if (!(error instanceof NoBrowser)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
