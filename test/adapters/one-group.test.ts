import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '../../src/core/account.ts';
import deliver from '../../src/jobs/deliver.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { discordGateway } from './seats/discord-gateway.ts';
import { readRecord } from './seats/history.ts';
import type { Platform, Post, Seat } from './seats/seat.ts';
import { slackHttp } from './seats/slack-http.ts';
import { en, expectSaid } from './seats/story.ts';

// The life of one working group over both chats, from a topic that nobody has taken up to the day on which it is concluded.

const { proposal: said, membership, link } = en;

let house: TestHouse;
let platforms: readonly Platform[];
let leadership: Seat;
let mei: Seat;
let bola: Seat;
let newcomer: Seat;
let meiOnDiscord: Seat;

beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
  const opened = [await slackHttp(house), await discordGateway(house)] as const;
  platforms = opened;
  leadership = opened[0].seat;
  [mei, bola] = [leadership.as('member'), leadership.as('rival')];
  [newcomer, meiOnDiscord] = [opened[1].seat.as('rival'), opened[1].seat.as('member')];
});
afterAll(async () => {
  for (const platform of platforms) await platform.close();
  expect(house.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  await house.close();
});

/** Lets a minute go by, and delivers what is owed. */
async function minute(): Promise<void> {
  house.clock.now = new Date(house.clock.now.getTime() + 60_000);
  const adapters = Object.fromEntries(platforms.flatMap(({ adapter }) => (adapter === undefined ? [] : [[adapter.platform, adapter]])));
  const { store, log, clock } = house;
  await deliver.run({ store, adapters, log, now: () => clock.now, real: () => new Date(), newReference: () => 'reference', isStopping: () => false });
}

/** The titles of what a channel or a person was sent by itself. */
function sentTo(seat: Seat, where: 'channel' | 'directly'): string[] {
  const posts = platforms.flatMap(({ posts: all = (): readonly Post[] => [] }) => all());
  const id = where === 'directly' ? seat.account.split(':').at(-1) : seat.told.place.kind === 'channel' ? seat.told.place.channel : '';
  return posts.filter(({ to }) => to === id).map(({ title }) => title);
}

test('both chats are set up, with news in a channel of each and leadership in one', async () => {
  const discord = platforms[1]?.seat ?? newcomer;
  expectSaid(await leadership.type('here setup'), en.here.claimed);
  expectSaid(await discord.type('here setup'), en.here.asked);
  await leadership.type('home');
  await leadership.press(en.home.accept);
  await leadership.type(`here appoint ${discord.account}`);
  for (const seat of [leadership, discord]) {
    await seat.type('here');
    await seat.press(en.here.setUp);
    expectSaid(await seat.fill({ [en.group.fields.zone]: 'Europe/Paris' }), en.here.switchedOn);
  }
  expectSaid(await leadership.type('here leadership'), en.proposal.leadershipSet);
});

test('a newcomer on Discord reads the topics and proposes a group from the second', async () => {
  const { topics } = await house.store.readTopics({ account: operator }, 0, 50);
  expectSaid(await newcomer.type('topics'), ...topics.map(({ topic }) => topic.text.slice(0, 60)));
  await newcomer.press(en.topic.show('t2'));
  expect(await newcomer.press(en.topic.propose)).toMatchObject({ kind: 'form' });
  const filed = await newcomer.fill({
    [said.fields.name]: 'Testing for consumers',
    [said.fields.problem]: 'Nobody tests what they buy.',
    [said.fields.deliverable]: 'A guide for consumer bodies.',
    [said.fields.ending]: 'When the guide is out; testers are wanted.',
    [said.fields.milestone]: 'Outline agreed in March 2027',
  });
  expectSaid(filed, said.filed('p1'), said.filedNext);
  await minute();
  expect(sentTo(leadership, 'channel')).toContain('p1 · Testing for consumers');
});

test('two people on Slack and one on Discord volunteer; two accounts that are linked count once', async () => {
  expectSaid(await meiOnDiscord.type('volunteer p1 review'), said.offered('p1', said.helps.review));
  // Of two offers by one person the later one stands.
  await minute();
  expectSaid(await mei.type('volunteer p1 lead'), said.offered('p1', said.helps.lead));
  expectSaid(await bola.type('volunteer p1 write'), said.offered('p1', said.helps.write));
  expectSaid(await newcomer.type('proposals'), said.volunteers(3));
  const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await meiOnDiscord.type('me link')).text) ?? [];
  await mei.type(`me link ${code}`);
  expectSaid(await mei.press(link.yes), link.enteredTitle);
  expectSaid(await meiOnDiscord.pressOld('1|me confirm'), link.askText);
  expectSaid(await meiOnDiscord.press(link.confirm), link.doneTitle);
  expectSaid(await newcomer.type('proposals'), said.volunteers(2));
});

test('leadership on Slack asks for changes, the proposer edits on Discord, and leadership establishes', async () => {
  expect(await leadership.type('review p1 changes')).toMatchObject({ kind: 'form' });
  expectSaid(await leadership.fill({ [said.reason]: 'Which consumers?' }), said.movedTitles.ask('p1'));
  await minute();
  expect(sentTo(newcomer, 'directly')).toContain(said.movedTitles.ask('p1'));
  await newcomer.type('proposals');
  await newcomer.press(said.show('p1'));
  expect(await newcomer.press(said.edit)).toMatchObject({ kind: 'form', fields: { [said.fields.problem]: 'Nobody tests what they buy.' } });
  expectSaid(await newcomer.fill({ [said.fields.problem]: 'Nobody tests what people buy for their homes.' }), said.edited('p1'));
  await leadership.type('proposal p1');
  expect(await leadership.press(said.establish)).toMatchObject({ kind: 'form' });
  expectSaid(await leadership.fill({ [said.reason]: 'Much wanted.' }), said.movedTitles.establish('p1'));
});

test('the group is there on both chats, with its first milestone in the timeline, and both have the news', async () => {
  for (const seat of [mei, newcomer]) {
    expectSaid(await seat.type('group wg4'), 'Testing for consumers', 'Nobody tests what people buy for their homes.');
    expectSaid(await seat.type('timeline 2027'), 'm9', 'Outline agreed in March 2027');
    expectSaid(await seat.pressOld('1|topic|topic=t2'), 'wg4');
  }
  await minute();
  for (const seat of [leadership, platforms[1]?.seat ?? newcomer])
    expect(sentTo(seat, 'channel')).toContain(membership.established('wg4 · Testing for consumers'));
  for (const seat of [mei, bola, newcomer]) {
    const told = [...sentTo(seat, 'directly'), ...(seat === mei ? sentTo(meiOnDiscord, 'directly') : [])];
    expect(told.filter((title) => title === said.movedTitles.establish('p1'))).toHaveLength(1);
  }
});

test('whoever offered to lead accepts, posts an update, and hands over', async () => {
  await mei.type('group wg4');
  expectSaid(await mei.press(membership.accept), said.chairDone('wg4'));
  expectSaid(await mei.type('update wg4 Read the drafts.'), en.update.recorded('u1'));
  expect(await mei.type('handover wg4')).toMatchObject({ kind: 'form' });
  expectSaid(await mei.fill({ [membership.successor]: bola.account, [membership.note]: 'Mind the labels.' }), membership.handedOver('wg4'));
  await minute();
  expect(sentTo(bola, 'directly')).toContain(membership.askTitle('wg4'));
  expectSaid(await bola.type('group pack wg4'), 'Mind the labels.', 'Read the drafts', 'm9');
  expectSaid(await bola.press(membership.accept), said.chairDone('wg4'));
});

test('somebody on Discord joins by the button in the news, and the card counts them', async () => {
  expectSaid(await newcomer.pressOld('1|leave|group=wg4'), membership.left('wg4'));
  expectSaid(await newcomer.pressOld('1|join|group=wg4'), membership.joined('wg4', membership.roles.member));
  expectSaid(await bola.type('group wg4'), membership.counted.member(2));
});

test('the closing checklist concludes it, and everybody is credited', async () => {
  await bola.type('group wg4');
  expectSaid(await bola.choose(membership.conclude), membership.check.milestones('m9'), membership.closingText);
  await leadership.type('milestone done m9');
  await leadership.fill({ [en.milestone.fields.outcome]: 'The outline is agreed.' });
  expectSaid(await bola.type('group conclude wg4'), membership.check.noMilestones, membership.check.noneAsked);
  expect(await bola.press(membership.closingGo)).toMatchObject({ kind: 'form' });
  expectSaid(await bola.fill({ [membership.outcome]: 'A guide for consumer bodies is out.' }), membership.concluded('wg4'));
  for (const seat of [mei, newcomer]) expectSaid(await seat.type('group wg4'), en.group.states.concluded, membership.alumni(3));
  await minute();
  for (const seat of [leadership, platforms[1]?.seat ?? newcomer]) expect(sentTo(seat, 'channel')).toContain(membership.ended('Testing for consumers'));
});

test('the record tells the whole story in its order', async () => {
  const { events } = await readRecord(house.store);
  const told = events.filter(({ object }) => ['t2', 'p1', 'wg4', 'm9', 'u1'].includes(object)).map(({ act, object }) => `${object}: ${act}`);
  expect(told).toEqual([
    't2: imported',
    'p1: proposal filed',
    'p1: help offered',
    'p1: help offered',
    'p1: help offered',
    'p1: proposal sent back',
    'p1: proposal edited',
    'wg4: group established',
    'm9: added',
    't2: topic adopted',
    'p1: proposal established',
    'wg4: group begun',
    'wg4: chair accepted',
    'u1: update recorded',
    'wg4: handover asked',
    'wg4: chair accepted',
    'wg4: member left',
    'wg4: member joined',
    'm9: done',
    'wg4: group concluded',
  ]);
});

test('whoever proposed it takes their data along, and is forgotten; what they proposed stays', async () => {
  expectSaid(await newcomer.type('me export'), 'account: ', newcomer.account);
  await newcomer.type('me forget');
  expectSaid(await newcomer.press(en.personal.forgetSure), en.personal.forgotten);
  expectSaid(await newcomer.type('me'), en.me.nobody);
  expectSaid(await mei.type('proposal p1'), 'Testing for consumers', en.update.gone);
  expectSaid(await mei.type('group wg4'), membership.alumni(2));
});
