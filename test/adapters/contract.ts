import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestHouse } from '../support/house.ts';
import type { Platform } from './seats/seat.ts';
import { type Divergences, en, expectSaid, Story } from './seats/story.ts';
import { tellChanges } from './seats/tell-changes.ts';
import { tellChannels } from './seats/tell-channels.ts';
import { tellGroups } from './seats/tell-groups.ts';
import { tellLanguages } from './seats/tell-languages.ts';
import { tellLinks } from './seats/tell-links.ts';
import { tellMemberships } from './seats/tell-memberships.ts';
import { tellPersonal } from './seats/tell-personal.ts';
import { tellProposals } from './seats/tell-proposals.ts';
import { tellReading } from './seats/tell-reading.ts';
import { tellRights } from './seats/tell-rights.ts';
import { tellTopics } from './seats/tell-topics.ts';
import { tellUpdates } from './seats/tell-updates.ts';

/**
 * The same story for every platform over every transport, with the platform's own library on real sockets, before the whole house: the real
 * commands over the real store. What is seen is compared with the card that the doors answer to the same question without a platform. One test
 * follows from the other, as one day does.
 */
export function adapterContract(name: string, open: (house: TestHouse) => Promise<Platform>, declared: Divergences): void {
  let opened: Story | undefined;
  const story = (): Story => {
    if (opened === undefined) throw new Error('the platform did not open');
    return opened;
  };

  beforeAll(async () => {
    opened = await Story.open(open, declared);
  });
  afterAll(() => story().close());

  describe(`${name}: reading`, () => tellReading(story));
  describe(`${name}: rights`, () => tellRights(story));
  describe(`${name}: changes`, () => tellChanges(story));
  describe(`${name}: languages`, () => tellLanguages(story));
  describe(`${name}: groups`, () => tellGroups(story));
  describe(`${name}: updates`, () => tellUpdates(story));
  describe(`${name}: channels`, () => tellChannels(story));
  describe(`${name}: topics`, () => tellTopics(story));
  describe(`${name}: proposals`, () => tellProposals(story));
  describe(`${name}: memberships`, () => tellMemberships(story));
  describe(`${name}: links`, () => tellLinks(story));
  describe(`${name}: personal`, () => tellPersonal(story));

  test(`${name} stops cleanly: what is under way is answered, and nothing new is taken`, async () => {
    const { gate, platform, house } = story();
    const order: string[] = [];
    const waits = gate.hold();
    const answer = platform.seat.type('next-milestone');
    await waits;
    const stopped = platform.stop().then(() => order.push('stopped'));
    // Long enough for a stop that waits for nothing.
    await house.store.check();
    await platform.knock?.();
    order.push('released');
    gate.release();
    expectSaid(await answer, en.outlook.title);
    await stopped;
    expect(order).toEqual(['released', 'stopped']);
    if (platform.knock !== undefined) expect(await platform.knock()).toBe('refused');
    expect(house.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test(`${name} differs as declared, and in nothing else`, () => {
    expect(story().unseen).toEqual([]);
  });
}
