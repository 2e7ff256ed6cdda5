import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
});
afterAll(() => house.close());

const alice = { as: 'terminal:alice' };
const other = { as: 'terminal:alice-at-home' };
const bob = { as: 'terminal:bob' };

/** The code on a card. */
function codeIn(card: string): string {
  return /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(card)?.[0] ?? '';
}

/** How a card's button that confirms is typed. */
function confirmIn(card: string): string {
  return /me confirm link:\S+/.exec(card)?.[0] ?? '';
}

describe('one person with two accounts', () => {
  it('gets a code on one, types it on the other, and both sides say yes', async () => {
    const offered = await asked(house, 'me link', alice);
    for (const fact of ['A code for your other account', 'You are alice `terminal:alice` here; the other side shows the same.', 'It works once.'])
      expect(offered).toContain(fact);
    const code = codeIn(offered);
    expect(await asked(house, `link ${code}`, alice)).toContain('That account is yours already.');
    const found = await asked(house, `link ${code.toLowerCase().replace('-', '')}`, other);
    for (const fact of ['Is this account yours as well?', '`terminal:alice`', 'Yes, that is me']) expect(found).toContain(fact);
    expect(await asked(house, 'me confirm', alice)).toContain('Nothing waits to be confirmed.');
    expect(await asked(house, `me link ${code} sure:yes`, other)).toContain('You are alice-at-home `terminal:alice-at-home` here');
    expect(await asked(house, `me link ${code}`, bob)).toContain('That code does not work: it is mistyped, used already, or too old.');
    expect(await asked(house, 'home', alice)).toContain(
      'Waiting for you - Is this account yours as well? alice-at-home `terminal:alice-at-home` /is3c me link Look',
    );
    const { real } = house.clock;
    house.clock.real = new Date(real.getTime() + 61 * 60_000);
    expect(await asked(house, 'home', alice)).not.toContain('Is this account yours as well?');
    house.clock.real = real;
    const waiting = await asked(house, 'me link', alice);
    for (const fact of ['It has entered your code.', '`terminal:alice-at-home`', 'Link both']) expect(waiting).toContain(fact);
    expect(await asked(house, 'me confirm', bob)).toContain('Nothing waits to be confirmed.');
    expect(await asked(house, 'me confirm', alice)).toContain('It has entered your code.');
    expect(await asked(house, 'me confirm link:1', alice)).toContain('This request to link is over.');
    expect(await asked(house, confirmIn(waiting), bob)).toContain('This request to link is over.');
    expect(await asked(house, confirmIn(waiting), alice)).toContain('Both accounts are yours');
    for (const who of [alice, other]) expect(await asked(house, 'me', who)).toContain('alice `terminal:alice`, alice-at-home `terminal:alice-at-home`');
  });

  it('parts them again, and hears it in French', async () => {
    expect(await asked(house, 'me unlink', { ...other, language: 'fr' })).toContain('Les comptes sont séparés');
    expect(await asked(house, 'me unlink', other)).toContain('No account is linked with yours.');
    expect(await asked(house, 'me link', { ...alice, language: 'fr' })).toContain('Un code pour votre autre compte');
  });

  it('has to pause after five wrong codes, for an hour of the machine’s clock', async () => {
    for (const code of ['AAAA2222', 'AAAA2223', 'AAAA2224', 'AAAA2225']) await asked(house, `me link ${code}`, bob);
    expect(await asked(house, 'me link AAAA2226', bob)).toContain('Too many wrong codes.');
    house.clock.now = new Date('2026-12-24T12:00:00Z');
    expect(await asked(house, 'me link AAAA2226', bob)).toContain('Too many wrong codes.');
    house.clock.real = new Date('2026-11-24T13:00:00Z');
    expect(await asked(house, 'me link AAAA2226', bob)).toContain('That code does not work');
  });
});
