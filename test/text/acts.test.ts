import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { languages } from '../../src/core/member.ts';
import { wordsFor } from '../../src/text/words.ts';

const rooms = ['core', 'store'].map((room) => new URL(`../../src/${room}/`, import.meta.url));
const sources = rooms.flatMap((room) =>
  readdirSync(room)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, room), 'utf8')),
);

/** What the record calls an act: where a line is written, and in the tables that name acts. */
const written = sources.flatMap((source) => {
  const tables = [...source.matchAll(/const \w*[aA]cts\b[^=]*= \{([^}]*)\}/g)].map(([, table = '']) => table);
  const types = [...source.matchAll(/type \w+Act =([^;]*);/g)].map(([, type = '']) => type);
  const named = [...tables, ...types].flatMap((text) => [...text.matchAll(/'([^']+)'/g)].map(([, act = '']) => act));
  const lines = [...source.matchAll(/\bact: (?:[^',;{}]*\? )?'([^']+)'(?: : '([^']+)')?/g)].flatMap(([, one = '', other]) => [one, other ?? one]);
  return [...named, ...lines];
});

/** Of people, spaces, channels and the plan as a whole, which have no history that is shown. */
const elsewhere =
  /^(member|join|interest|offer|help|link|accounts|space|subscription|leadership|settings|language) |^(asked|accepted|claimed|appointed|dismissed|subscribed|unsubscribed|post again|add|change|keep)$/;

const recorded = [...new Set(written)].filter((act) => !elsewhere.test(act)).toSorted();

test('the acts that are looked for are found', () => {
  expect(recorded).toEqual(
    expect.arrayContaining(['added', 'chair appointed', 'group woken', 'lead left', 'prompt skipped', 'proposal filed', 'topic adopted']),
  );
});

it.each(languages)('every act about a milestone, a topic, a proposal or a group has words in %s', (language) => {
  const { acts, topic, proposal, group } = wordsFor(language);
  const said = new Set(Object.keys({ ...acts, ...topic.acts, ...proposal.acts, ...group.acts }));
  expect(recorded.filter((act) => !said.has(act))).toEqual([]);
});

/** What the bot does by itself, and what a plan is compared by. */
const nobodys = /^(space left|space forgotten|subscription paused|add|change|keep)$/;

it.each(languages)('every act of somebody has words in their export in %s', (language) => {
  const { acts, topic, proposal, group, exported } = wordsFor(language);
  const said = new Set(Object.keys({ ...acts, ...topic.acts, ...proposal.acts, ...group.acts, ...exported.acts }));
  const acted = [...new Set([...written, 'join taken back'])].filter((act) => !nobodys.test(act));
  expect(acted.filter((act) => !said.has(act))).toEqual([]);
});
