import { readWhen } from '../../src/text/dates/read-when.ts';
import { answerOf, type Case, cases, otherOf } from './cases.ts';
import { chrono, type OtherReader, recognizers } from './others.ts';

// How many of the frozen cases we read, beside two readers that people use, by kind: `node test/text/score.ts`.

function isOurs(one: Case): boolean {
  const reading = readWhen(one.text, one.context);
  return answerOf(reading) === one.expect && otherOf(reading) === one.other;
}

/** The others need not see that a date is ambiguous, and are right if any date that their answer stands for is. */
function isTheirs(reader: OtherReader): (one: Case) => boolean {
  return (one) => {
    const answers = reader(one);
    return one.expect === null ? answers.length === 0 : answers.includes(one.expect);
  };
}

const readers: readonly (readonly [string, (one: Case) => boolean])[] = [
  ['ours', isOurs],
  ['chrono-node', isTheirs(chrono)],
  ['recognizers', isTheirs(recognizers)],
];

const width = 16;

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(width)}${cells.map((cell) => cell.padStart(width)).join('')}`;
}

function scores(name: string, some: readonly Case[]): string {
  const cells = readers.map(([, isRight]) => {
    const right = some.filter(isRight).length;
    return `${right} (${((right / some.length) * 100).toFixed(0)} %)`;
  });
  return row(name, [String(some.length), ...cells]);
}

const kinds = [...new Set(cases.map(({ kind }) => kind))];
const lines = (['en', 'fr'] as const).flatMap((language) => {
  const own = cases.filter((one) => one.language === language);
  return [
    row(language, ['cases', ...readers.map(([name]) => name)]),
    ...kinds.map((kind) =>
      scores(
        kind,
        own.filter((one) => one.kind === kind),
      ),
    ),
    scores('all', own),
    '',
  ];
});
process.stdout.write(`${lines.join('\n')}\n`);
