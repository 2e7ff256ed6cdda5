import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { operator } from '../../src/core/account.ts';
import type { Place } from '../../src/store/open.ts';
import { openTestHouse } from '../support/house.ts';
import { databases, serverUrl } from '../support/store.ts';
import { discordGateway } from './seats/discord-gateway.ts';
import { discordHttp } from './seats/discord-http.ts';
import { slackHttp } from './seats/slack-http.ts';
import { slackSocket } from './seats/slack-socket.ts';
import { en, expectSaid } from './seats/story.ts';

// Somebody has written an update and sends it while the database server is away. Only a server can be: the embedded database is part of the bot.

const { fields } = en.update;
const away = 'The database cannot be reached just now. Nothing was changed; please try again in a minute.';
const typed = { [fields.done]: 'Read *all* the drafts & wrote <comments>.', [fields.next]: 'Write the chapter.', [fields.help]: 'A reviewer.' };

/** Ends all connections to a database and lets nobody in, until `back` is called. */
async function takeAway(place: Place): Promise<{ back(): Promise<void> }> {
  const name = 'databaseUrl' in place ? new URL(place.databaseUrl).pathname.slice(1) : '';
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  return {
    async back() {
      await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
      await admin.end();
    },
  };
}

const server = databases.find(({ name }) => name === 'server');

// Without a server named by TEST_DATABASE_URL there is none that could be away.
describe.skipIf(server === undefined)('while the database server is away', () => {
  test.each([
    ['Slack over HTTP', slackHttp],
    ['Slack over a socket', slackSocket],
    ['Discord over the gateway', discordGateway],
    ['Discord over HTTP', discordHttp],
  ])('an update that is sent over %s comes back with everything typed, and is recorded once the database is there again', async (_name, open) => {
    const house = await openTestHouse(server === undefined ? {} : { make: server.make });
    const platform = await open(house);
    const { seat } = platform;
    await seat.type('here setup');
    await seat.type('update wg1');
    expect(await seat.press(0)).toMatchObject({ kind: 'form', alone: true });
    const { back } = await takeAway(house.place);
    const refused = await seat.fill(typed);
    const asked = await seat.as('member').type('next-milestone');
    await back();

    expect(refused.alone).toBe(true);
    expectSaid(refused, away, ...Object.values(typed));
    expectSaid(asked, away);
    if (refused.kind === 'message') expect(await seat.press(en.surface.reopen)).toMatchObject({ kind: 'form', fields: typed });
    else expect(refused).toMatchObject({ fields: typed, errors: { [fields.status]: expect.anything() } });
    expectSaid(await seat.fill({}), en.update.recorded('u1'));
    const { revisions } = await house.store.readUpdate({ account: operator }, 'u1');
    expect(revisions).toMatchObject([{ revision: 1, done: typed[fields.done], next: typed[fields.next], help: typed[fields.help] }]);
    await platform.close();
    await house.close();
  });
});
