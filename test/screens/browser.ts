import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { load } from './page.ts';

type Size = { readonly width: number; readonly height: number };
type Request = { url(): string };
type Route = { fulfill(answer: { readonly body: string | Buffer; readonly contentType: string }): Promise<void>; abort(): Promise<void>; request(): Request };
type Tab = {
  route(pattern: string, handler: (route: Route) => Promise<void>): Promise<void>;
  goto(url: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  setViewportSize(size: Size): Promise<void>;
  locator(selector: string): { screenshot(picture: { readonly path: string; readonly animations: 'disabled' }): Promise<unknown> };
  close(): Promise<void>;
};
type Browser = { newPage(view: { readonly deviceScaleFactor: number }): Promise<Tab>; close(): Promise<void> };
type Launcher = { launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<Browser> };

const { chromium }: { chromium: Launcher } = load('playwright-core');

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium is not there; says how to get it. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
  constructor() {
    super(
      'The pictures are drawn with Chromium, which is not there. On Debian: apt-get update && apt-get install -y chromium fonts-noto-color-emoji fonts-dejavu',
    );
  }
}

/** A picture of a page: how wide the page is in its own pixels, and where to put it. */
export type Picture = { readonly width: number; readonly path: string };

/** Draws a document at every width that is asked for. */
export type Draw = (html: string, pictures: readonly Picture[]) => Promise<void>;

/** Lends a browser that is offline: pages see the files of this folder and nothing else. */
export async function withBrowser(work: (draw: Draw) => Promise<void>): Promise<void> {
  const executablePath = places.find((place) => existsSync(place));
  if (executablePath === undefined) throw new NoBrowser();
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    await work((html, pictures) => draw(browser, html, pictures));
  } finally {
    await browser.close();
  }
}

const origin = 'http://screens.invalid';

/** How many pixels of the picture one pixel of the page takes. */
const scale = 1.5;

/** The elements are drawn. A dialog is opened, since a picture of a closed one says nothing. */
const ready = `(async () => {
  await Promise.all([...document.querySelectorAll(':not(:defined)')].map(({ localName }) => customElements.whenDefined(localName)));
  await Promise.all([...document.querySelectorAll('*')].map((element) => element.updateComplete));
  const dialog = document.querySelector('discord-modal')?.shadowRoot.querySelector('dialog');
  dialog?.showModal();
  dialog?.querySelector('.discord-modal-box').style.setProperty('display', 'flex');
})()`;

const settled = 'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))';

async function draw(browser: Browser, html: string, pictures: readonly Picture[]): Promise<void> {
  const tab = await browser.newPage({ deviceScaleFactor: scale });
  const missed: string[] = [];
  await tab.route('**/*', (route) => answer(route, html, missed));
  await tab.goto(`${origin}/`);
  await tab.evaluate(ready);
  for (const { width, path } of pictures) {
    await tab.setViewportSize({ width, height: 640 });
    await tab.evaluate(settled);
    await tab.locator('main').screenshot({ path, animations: 'disabled' });
  }
  await tab.close();
  if (missed.length > 0) throw new Error(`the page asked for what is not in this folder: ${missed.join(', ')}`);
}

const types: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript', '.woff2': 'font/woff2', '.woff': 'font/woff' };

async function answer(route: Route, html: string, missed: string[]): Promise<void> {
  const { origin: asked, pathname } = new URL(route.request().url());
  if (asked === origin && pathname === '/') return route.fulfill({ body: html, contentType: 'text/html' });
  const contentType = types[extname(pathname)];
  const path = join(import.meta.dirname, decodeURIComponent(pathname));
  if (asked === origin && contentType !== undefined && existsSync(path)) return route.fulfill({ body: await readFile(path), contentType });
  missed.push(route.request().url());
  return route.abort();
}
