import { expect, test, vi } from 'vitest';
import { en, expectSaid, fr, type Story, says } from './story.ts';

const lines = ['next-milestone as of 2022-10-10', 'timeline 2022', 'timelin', 'milestone show m8', 'help', 'milestone confirm m3'];

/** The fourth part: the same in French. */
export function tellLanguages(story: () => Story): void {
  test('a button changes the language, and it stays', async () => {
    const member = story().as('member');
    await member.type('me');
    expectSaid(await member.press(en.languageNames.fr), fr.me.languageSet(fr.languageNames.fr));
    for (const line of lines) await story().agrees(await member.type(line), member, line);
    expectSaid(await member.type('next-milestone as of 2022-10-10'), '1er décembre 2022', 'novembre ou décembre 2022', 'm6');
    await member.type('me');
    expectSaid(await member.press(fr.languageNames.en), en.me.languageSet(en.languageNames.en));
  });

  test('a form speaks its reader’s language, and so does what is wrong with it', async () => {
    const rival = story().as('rival');
    const { fields } = fr.milestone;
    await rival.type('me language fr');
    expect(await rival.type('milestone confirm m3')).toMatchObject({ kind: 'form', fields: { [fields.when]: '23 février 2022' } });
    const refused = await rival.fill({ [fields.when]: 'bientôt peut-être', [fields.why]: 'essai' });
    expectSaid(refused, fr.problems['date-unreadable']({ said: 'bientôt peut-être' }), 'essai');
    await rival.type('me language en');
  });

  test('a person whose app speaks French is answered in French', async () => {
    if (story().differs('nobody’s app speaks French', !story().platform.people.includes('francophone'))) return;
    const reader = story().as('francophone');
    const first = await reader.type('next-milestone');
    story().differs('the language is known from the second contact on', !says(first, fr.outlook.title));
    await vi.waitFor(async () => story().agrees(await reader.type('next-milestone'), reader, 'next-milestone'), { timeout: 5_000 });
  });
}
