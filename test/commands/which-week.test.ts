import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { asked } from './asked.ts';

const bea = { as: 'terminal:bea' };

let house: TestHouse;

/** Of bea's group this week's update stands, u1, and last week's is missing. */
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
  await asked(house, 'group appoint wg2 terminal:bea chair');
  await asked(house, 'update wg2 week:2026-W48 The outline.', bea);
});
afterAll(() => house.close());

describe('an update typed where last week’s is missing and this week’s stands', () => {
  it.each(['update wg2 And now last week.', 'update wg2', 'update nothing wg2'])('%s asks for which week it is', async (line) => {
    const card = await asked(house, line, bea);
    expect(card).toContain('Education and skills has no update for last week yet. Which week is this one for?');
    expect(card).toContain('week:2026-W47');
    expect(card).toContain('/is3c update group:wg2 week:2026-W48 revision:1 Revise this week’s (u1)');
  });

  it('keeps the text, which a revision takes in its form', async () => {
    const card = await asked(house, 'update wg2 And now last week.', bea);
    expect(card).toContain('│ And now last week. This week has u1 already. To revise it, paste your text into the form that opens.');
    expect(card).toContain('/is3c update group:wg2 week:2026-W47 "And now last week."');
    const french = await asked(house, 'update wg2 Et la semaine dernière.', { ...bea, language: 'fr' });
    for (const said of ['Cette semaine a déjà u1.', 'Réviser celui de cette semaine (u1)']) expect(french).toContain(said);
  });

  it('is filled into the form of a line that the question shows', async () => {
    const filled = (line: string) => asked(house, line, { ...bea, fields: { done: 'The outline, read again.' } });
    expect(await filled('update wg2')).toContain('This opens no form yet. Where a line above opens one, add --field to that line.');
    expect(await filled('update group:wg2 week:2026-W48 revision:1')).toContain('Recorded: u1');
  });

  it('is named by the home', async () => {
    expect(await asked(house, 'home', bea)).toContain('wg2 · Education and skills · no update for week 47 yet');
  });
});
