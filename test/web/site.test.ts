import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMilestone } from '../../src/core/milestone.ts';
import { createSite } from '../../src/web/site.ts';
import { act, openTestHouse, type TestHouse } from '../support/house.ts';
import { when } from '../support/milestones.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const real = new Date('2022-10-10T12:00:00Z');

function site() {
  const { doors, store, log } = house;
  return createSite({
    handle: doors.handle,
    check: () => store.check(),
    status: () => store.readStatus({ account: 'terminal:operator' }, real),
    personal: (token) => store.readExport(token, real),
    clock: () => real,
    notServing: () => undefined,
    version: '0.0.0',
    platforms: [],
    newId: () => crypto.randomUUID(),
    discord: Promise.resolve(undefined),
    log,
  });
}

const get = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await site().request(path, { headers });
  return { status: response.status, type: response.headers.get('content-type'), cache: response.headers.get('cache-control'), text: await response.text() };
};

describe('the public pages', () => {
  it('say what is stored about people, and why, in the language that is asked for', async () => {
    const english = await get('/privacy');
    expect(english.status).toBe(200);
    for (const fact of ['What is stored about you, and why', 'Your accounts, by their ids', 'for thirty days']) expect(english.text).toContain(fact);
    expect((await get('/privacy?lang=fr')).text).toContain('Ce qui est gardé sur vous');
    expect((await get('/privacy', { 'accept-language': 'fr-CA,fr;q=0.9' })).text).toContain('<html lang="fr">');
    expect((await get('/')).text).toContain('href="/privacy?lang=en"');
  });

  it('tell nobody how much is stored about anybody', async () => {
    await house.store.join({ group: 'wg1', role: 'member', joining: 'open' }, { account: 'terminal:reader', space: 'terminal:local', at: real, key: 'reader' });
    const { text } = await get('/privacy');
    for (const told of ['1 entry', 'Nothing is stored about you']) expect(text).not.toContain(told);
    expect(text).toContain('/is3c me privacy');
  });

  it('show no text that turns the text around it', async () => {
    const change = addMilestone(
      { text: 'Gen\u202Eeral \u2066gathering', planned: { when: when('2022-11'), source: 'a test' }, dependsOn: [] },
      'It was missing.',
    );
    await house.store.recordMilestone(change, { account: 'terminal:operator', space: 'terminal:local', at: real, key: 'turn' });
    const { text } = await get('/');
    expect(text).toContain('General gathering');
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });
});

describe('somebody’s data', () => {
  it('stand under their address, to read and as JSON, and are kept by nobody on the way', async () => {
    await house.store.join({ group: 'wg1', role: 'editor', joining: 'open' }, { account: 'terminal:<b>', space: 'terminal:local', at: real, key: 'join' });
    const answer = await house.doors.handle(act('me export', {}, { sender: 'terminal:<b>' }));
    expect(JSON.stringify(answer)).toContain('"kind":"data"');
    const offer = await house.store.offerExport({ account: 'terminal:<b>', at: real, key: 'x' }, real);
    const page = await get(`/export/${offer?.token}`);
    expect([page.status, page.cache]).toEqual([200, 'no-store']);
    expect(page.text).toContain('terminal:&lt;b&gt;');
    for (const fact of ['account: terminal:', 'last acted: ', 'role: editor', 'what happened: joined']) expect(page.text).toContain(fact);
    const french = await get(`/export/${offer?.token}?lang=fr`);
    for (const fact of ['dernier acte\u00a0: ', 'rôle\u00a0: rédaction', 'ce qui s’est passé\u00a0: entrée']) expect(french.text).toContain(fact);
    expect(page.text + french.text).not.toMatch(/\d{4}-\d\d-\d\dT|lastActed/);
    const json = await get(`/export/${offer?.token}.json`);
    expect(json.type).toContain('application/json');
    expect(JSON.parse(json.text)).toMatchObject({ groups: [{ group: 'wg1', role: 'editor' }] });
  });

  it('stand under no other', async () => {
    for (const path of [`/export/${'a'.repeat(32)}`, '/export/..%2f..%2fetc', `/export/${'a'.repeat(32)}.json`]) expect((await get(path)).status).toBe(404);
    expect((await get(`/export/${'a'.repeat(32)}?lang=fr`)).text).toContain('me export');
  });
});
