import { describe, expect, test } from 'vitest';
import { type Part, parted, type Told } from '../../src/store/linking/parted.ts';

type Row = string | undefined;

/** A row by its words: `chair`, `in member (deputy)`, `asked editor`, `offer write`, `interest join`; a number behind it says how often it has changed. */
function part(said: Row): Part | undefined {
  const [, first = '', role = '', credit, change] = said?.match(/^(\w+)(?: (\w+))?(?: \((\w+)\))?(?: (\d+))?$/) ?? [];
  const since = change ?? '0';
  if (said === undefined) return undefined;
  if (first === 'offer' || first === 'interest') return { table: first, row: { kind: role, at: since } };
  if (first === 'chair' || first === 'deputy') return { table: 'lead', row: { group_id: 'wg1', role: first, since } };
  return { table: 'membership', row: { group_id: 'wg1', role, state: first, credit: credit ?? null, since } };
}

function words(had: Part | undefined): Row {
  if (had === undefined) return undefined;
  const { role, state, credit, kind } = had.row;
  if (had.table === 'lead') return `${role}`;
  return had.table === 'membership' ? `${state} ${role}${credit === null ? '' : ` (${credit})`}` : `${had.table} ${kind}`;
}

type Case = {
  readonly mine: Row;
  readonly theirs: Row;
  readonly together: Row;
  readonly now: Row;
  readonly told?: Partial<Told>;
  readonly have: readonly [Row, Row];
};

const none = undefined;
const [mine, theirs] = [{ by: 'mine' }, { by: 'theirs' }] as const;

function check(cases: readonly Case[]): void {
  test.each(cases)('$mine and $theirs, together $together, now $now $told', ({ told, have, ...said }) => {
    const shared = { mine: part(said.mine), theirs: part(said.theirs), together: part(said.together), now: part(said.now) };
    const { mine: own, theirs: others } = parted(shared, { inside: false, admitted: false, removed: false, ...told });
    expect([words(own), words(others)]).toEqual(have);
  });
}

describe('two who part have what they had where nothing has changed', () => {
  check([
    { mine: 'chair', theirs: 'deputy', together: 'chair', now: 'chair', have: ['chair', 'deputy'] },
    { mine: 'asked editor', theirs: 'in member', together: 'in member', now: 'in member', have: ['asked editor', 'in member'] },
    { mine: none, theirs: 'left chair', together: 'left chair', now: 'left chair', have: [none, 'left chair'] },
    { mine: 'offer write', theirs: none, together: 'offer write', now: 'offer write', have: ['offer write', none] },
  ]);
});

describe('what ended for both is credited to each as what they were', () => {
  const removed = { removed: true };
  check([
    { mine: 'in member', theirs: 'in editor', together: 'in editor', now: 'left editor 1', have: ['left member', 'left editor'] },
    { mine: 'deputy', theirs: 'chair', together: 'chair', now: 'left chair 1', have: ['left deputy', 'left chair'] },
    { mine: 'asked member', theirs: 'in observer (chair)', together: 'in observer (chair)', now: 'left observer 1', have: [none, 'left observer'] },
    { mine: 'left member', theirs: 'asked member', together: 'asked member (member)', now: 'left member 1', told: removed, have: ['left member', none] },
    { mine: 'in member', theirs: 'in member (deputy)', together: 'in member (deputy)', now: 'left deputy 1', told: removed, have: [none, 'left deputy'] },
    { mine: 'in member', theirs: 'chair', together: 'chair', now: 'left chair 1', told: removed, have: [none, 'left chair'] },
    { mine: 'in member', theirs: 'in editor', together: 'in editor', now: none, told: removed, have: [none, none] },
    // What they became only together is credited too.
    { mine: 'in member', theirs: 'in editor', together: 'in editor', now: 'left deputy 2', have: ['left member', 'left deputy'] },
    { mine: 'in member', theirs: none, together: 'in member', now: 'left editor 2', have: ['left editor', none] },
  ]);
});

describe('whose office ended still belongs to the group, and so does whoever belonged', () => {
  const now = 'in member (chair) 1';
  check([
    { mine: 'chair', theirs: 'asked member', together: 'chair', now, have: ['in member (chair)', 'asked member'] },
    { mine: 'chair', theirs: 'deputy', together: 'chair', now, have: ['in member (chair)', 'in member (deputy)'] },
    { mine: 'in editor', theirs: 'chair', together: 'chair', now, have: ['in editor', 'in member (chair)'] },
    { mine: none, theirs: 'chair', together: 'chair', now, have: [none, 'in member (chair)'] },
    { mine: 'left editor', theirs: 'chair', together: 'chair', now, have: ['left editor', 'in member (chair)'] },
    { mine: 'in member', theirs: 'in observer', together: 'in member', now, have: ['in member (chair)', 'in observer'] },
  ]);
});

describe('an office goes with the account that it was given to, and the other has what they had', () => {
  check([
    { mine: 'in observer', theirs: none, together: 'in observer', now: 'chair 1', told: theirs, have: ['in observer', 'chair'] },
    { mine: 'deputy', theirs: 'in observer', together: 'deputy', now: 'chair 1', told: theirs, have: ['deputy', 'chair'] },
    { mine: 'chair', theirs: 'deputy', together: 'chair', now: 'deputy 1', told: mine, have: ['deputy', 'in member (deputy)'] },
    { mine: 'chair', theirs: 'asked member', together: 'chair', now: 'deputy 1', told: theirs, have: ['in member (chair)', 'deputy'] },
    { mine: none, theirs: none, together: none, now: 'deputy 1', told: mine, have: ['deputy', none] },
  ]);
});

describe('another role is of whoever chose it, else of whoever was more', () => {
  check([
    { mine: 'in observer', theirs: 'in member', together: 'in member', now: 'in editor', told: mine, have: ['in editor', 'in member'] },
    { mine: 'in observer', theirs: 'in member', together: 'in member', now: 'in editor', have: ['in observer', 'in editor'] },
    { mine: 'in member', theirs: 'in member', together: 'in member', now: 'in editor', have: ['in member', 'in editor'] },
    { mine: 'in member', theirs: 'left chair', together: 'in member (chair)', now: 'in editor (chair)', told: mine, have: ['in editor', 'left chair'] },
    { mine: none, theirs: 'in editor', together: 'in editor', now: 'in observer', told: mine, have: ['in observer', 'in editor'] },
    { mine: none, theirs: 'in editor', together: 'in editor', now: 'in observer', told: { ...mine, inside: true }, have: [none, 'in editor'] },
    { mine: 'in editor', theirs: none, together: 'in editor', now: 'in observer', told: { ...mine, inside: true }, have: ['in observer', none] },
  ]);
});

describe('a request is answered where both asked', () => {
  const admitted = { admitted: true };
  check([
    { mine: 'asked observer', theirs: 'asked editor', together: 'asked editor', now: 'in editor 1', told: admitted, have: ['in observer', 'in editor'] },
    {
      mine: 'asked editor',
      theirs: 'left chair',
      together: 'asked editor (chair)',
      now: 'in editor (chair) 1',
      told: admitted,
      have: ['in editor', 'left chair'],
    },
    { mine: 'asked editor', theirs: none, together: 'asked editor', now: 'in member 1', told: { ...theirs, ...admitted }, have: ['asked editor', 'in member'] },
    { mine: 'asked observer', theirs: 'asked editor', together: 'asked editor', now: 'asked member', told: mine, have: ['asked member', 'asked editor'] },
    { mine: 'asked observer', theirs: 'asked editor', together: 'asked editor', now: none, told: { removed: true }, have: [none, none] },
  ]);
});

describe('an offer or an interest is of whoever made it last, and the other has their own', () => {
  check([
    { mine: 'offer write', theirs: 'offer write', together: 'offer write', now: 'offer lead', told: mine, have: ['offer lead', 'offer write'] },
    { mine: 'interest join', theirs: 'interest join', together: 'interest join', now: 'interest lead 1', have: ['interest join', 'interest lead'] },
    { mine: 'interest join', theirs: none, together: 'interest join', now: 'interest lead 1', have: ['interest lead', none] },
    { mine: 'interest join', theirs: 'interest lead', together: 'interest lead', now: none, have: [none, none] },
  ]);
});
