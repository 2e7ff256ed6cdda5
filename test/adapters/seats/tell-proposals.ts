import { expect, test } from 'vitest';
import { operator } from '../../../src/core/account.ts';
import type { ProposalFile } from '../../../src/core/store-proposals.ts';
import { reopen, sendAgain } from './again.ts';
import type { Seat, Seen } from './seat.ts';
import { en, expectSaid, fr, type Story } from './story.ts';

const { proposal: said, topic } = en;
const { fields } = said;

const typed = {
  [fields.name]: 'Testing for <consumers> & others',
  [fields.problem]: 'Nobody tests what they *buy*.',
  [fields.deliverable]: 'A guide for consumer bodies.',
  [fields.ending]: 'When the guide is out; @everyone who tests is wanted.',
};

/** The ninth part: a working group is proposed, helped with, sent back, edited and established. The rival proposes and leads, as the coordinator does. */
export function tellProposals(story: () => Story): void {
  const member = (): Seat => story().as('member');
  const coordinator = (): Seat => story().as('coordinator');
  const rival = (): Seat => story().as('rival');
  const file = (id: string): Promise<ProposalFile> => story().house.store.readProposal({ account: operator }, id);

  test('a proposal that is refused keeps all that was typed, and is filed once', async () => {
    const seat = rival();
    await seat.type('topics');
    await seat.press(topic.show('t3'));
    expect(await seat.press(topic.propose)).toMatchObject({ kind: 'form', alone: true });
    const refused = await seat.fill({ ...typed, [fields.milestone]: 'Outline agreed some day' });
    expectSaid(refused, en.problems['milestone-undated']({}), ...Object.values(typed));
    await reopen(story(), refused, seat, fields.milestone);
    const filed = await seat.fill({ [fields.milestone]: 'Outline agreed in March 2023' });
    expect(filed).toMatchObject({ kind: 'message', alone: true, pings: [] });
    expectSaid(filed, said.filed('p1'), said.understood('March 2023'));
    await sendAgain(story(), seat, 'p1');
    expect(await file('p1')).toMatchObject({ overview: { proposal: { version: 1, topic: 't3', problem: typed[fields.problem] } } });
  });

  test.each([en, fr])('proposals are listed and shown ($language)', async (words) => {
    const seat = member();
    await seat.type(`me language ${words.language}`);
    await story().agrees(await seat.type('proposals'), seat, 'proposals');
    const shown = await seat.press(words.proposal.show('p1'));
    expect(shown).toMatchObject({ kind: 'message', alone: true, pings: [] });
    await story().agrees(shown, seat, 'proposal p1');
    await seat.type('me language en');
  });

  test('whoever helps is counted once, and named to the proposer and to leadership alone', async () => {
    const [helper, stranger] = [coordinator(), member()];
    expectSaid(await helper.type('volunteer p1'), said.pickHelp);
    expectSaid(await helper.choose(said.helps.review), said.offered('p1', said.helps.review));
    expectSaid(await helper.type('volunteer p1 write'), said.offered('p1', said.helps.write), said.offerNext);
    expect(await file('p1')).toMatchObject({ overview: { counts: { write: 1, review: 0 } }, volunteers: [{ member: { accounts: [helper.account] } }] });
    const named = async (seat: Seat): Promise<boolean> => {
      await seat.type('proposals');
      const shown = await seat.press(said.show('p1'));
      const sees = shown.text.includes(helper.account) || shown.text.includes(helper.name);
      expectSaid(shown, sees ? `${said.helps.write}:` : `${said.helps.write}: 1`);
      return sees;
    };
    expect([await named(rival()), await named(helper), await named(stranger)]).toEqual([true, true, false]);
    await stranger.type('volunteer p1 lead');
    await stranger.type('proposals');
    await stranger.press(said.show('p1'));
    expectSaid(await stranger.press(said.takeBack), said.offerGone('p1'));
    expect(await file('p1')).toMatchObject({ overview: { counts: { write: 1, lead: 0 } } });
  });

  test('leadership asks for changes with a reason, and whoever decides on an older version is shown what stands', async () => {
    expect(await coordinator().type('review p1 changes')).toMatchObject({ kind: 'form', alone: true });
    expectSaid(await coordinator().fill({ [said.reason]: 'Which <consumers>?' }), said.movedTitles.ask('p1'));
    await sendAgain(story(), coordinator(), 'p1');
    await rival().type('proposals');
    expectSaid(await rival().press(said.show('p1')), 'Which <consumers>?');
    expect(await rival().press(said.edit)).toMatchObject({ kind: 'form', fields: { [fields.name]: typed[fields.name] } });
    expectSaid(await rival().fill({ [fields.problem]: 'Nobody tests what people buy.' }), said.edited('p1'));
    expectSaid(await coordinator().pressOld('1|review|proposal=p1|decision=establish|version=1'), en.problems['proposal-changed']({ id: 'p1' }));
    expect(await file('p1')).toMatchObject({ overview: { proposal: { state: 'proposed', version: 2 } } });
  });

  test('nobody decides on what they proposed, and it is withdrawn in one press', async () => {
    const seat = coordinator();
    await seat.type('propose');
    expectSaid(await seat.fill({ ...typed, [fields.milestone]: 'Outline agreed in May 2023' }), said.filed('p2'));
    expectSaid(await seat.type('review p2 establish'), en.problems['own-proposal']({ id: 'p2' }));
    await seat.type('proposals');
    await seat.press(said.show('p2'));
    expectSaid(await seat.press(said.withdraw), said.movedTitles.withdraw('p2'));
    expect((await seat.type('proposals')).text).not.toContain('p2');
  });

  test('what was begun waits beside the other drafts of its author, to be gone on with or thrown away', async () => {
    const seat = rival();
    for (const [line, name] of [
      ['propose', 'The older'],
      ['propose t4', 'The newer'],
    ] as const) {
      await seat.type(line);
      await seat.fill({ ...typed, [fields.name]: name, [fields.milestone]: 'Some day' });
    }
    const press = (seen: Seen, ...labels: readonly string[]): Promise<Seen> => seat.press(seen.buttons.find((one) => labels.includes(one)) ?? labels.join());
    const numbered = (say: (name: string) => string, name: string): string[] => [say(`1 · ${name}`), say(`2 · ${name}`)];
    const both = await seat.type('proposals');
    expectSaid(both, said.draftsWait, 'The newer', said.formNote('t4'), 'The older', said.newDraft);
    expect((await member().type('proposals')).text).not.toContain(said.draftsWait);
    expect(await press(both, ...numbered(said.goOn, 'The older'))).toMatchObject({ kind: 'form', fields: { [fields.name]: 'The older' } });
    const left = await press(await seat.type('proposals'), ...numbered(said.drop, 'The newer'));
    expectSaid(left, said.dropped, 'The older');
    expect(left.text).not.toContain('The newer');
    expectSaid(await press(left, said.drop('The older')), said.dropped);
    expect((await seat.type('proposals')).text).not.toContain(said.draftsWait);
  });

  test('what leadership establishes is a group with its first milestone, and its topic is taken up', async () => {
    const seat = coordinator();
    expectSaid(await member().type('review p1 establish'), en.problems['coordinators-only']({}));
    expect(await seat.type('review p1 establish')).toMatchObject({ kind: 'form' });
    expectSaid(await seat.fill({ [said.reason]: 'Much wanted.' }), said.movedTitles.establish('p1'));
    await story().agrees(await member().type('group wg4'), member(), 'group wg4');
    expectSaid(await member().type('timeline 2023'), 'Outline agreed in March 2023');
    expectSaid(await member().pressOld('1|topic|topic=t3'), 'wg4');
    expectSaid(
      await coordinator().pressOld('1|review|proposal=p1|decision=decline|version=2'),
      en.problems['proposal-stands']({ id: 'p1', state: 'established' }),
    );
  });
}
