import { createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreUnavailable, StoreUnconfirmed } from '../../src/core/store.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';
import { by, databases, serverUrl } from '../support/store.ts';

const sender = { account: 'discord:1', space: 'discord:2' };
const impatient = { connectTimeout: 500, queryTimeout: 500, connections: 3 };

describe.each(databases.filter(({ name }) => name === 'server'))('a $name that is slow or gone', ({ make }) => {
  let opened: OpenedStore;
  let admin: pg.Client;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    const made = await make();
    const connectionString = 'databaseUrl' in made.place ? made.place.databaseUrl : '';
    opened = await openStore(made.place, impatient);
    admin = new pg.Client({ connectionString });
    await admin.connect();
    remove = made.remove;
  });
  afterEach(async () => {
    await admin.end();
    await opened.close();
    await remove();
  });

  test('reads and writes that wait too long are given up in plain words, and work again afterwards', async () => {
    const { store } = opened;
    await store.setPersonal({ language: 'fr' }, by(sender));
    await admin.query('BEGIN; LOCK TABLE member IN ACCESS EXCLUSIVE MODE');
    const given = by(sender);
    const waiting = [
      store.readActor(sender),
      store.readOutlook(sender, new Date()),
      store.setPersonal({ language: 'en' }, given),
      store.readActor(sender),
      store.check(),
    ];
    for (const outcome of (await Promise.allSettled(waiting)).slice(0, 4))
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    await admin.query('ROLLBACK');
    expect((await store.readActor(sender)).language).toBe('fr');
    await store.setPersonal({ language: 'en' }, given);
    expect((await store.readActor(sender)).language).toBe('en');
  });

  test('connections that the server ends are replaced', async () => {
    const { store } = opened;
    await Promise.all([store.readActor(sender), store.readActor(sender), store.check()]);
    await admin.query('BEGIN; LOCK TABLE member IN ACCESS EXCLUSIVE MODE');
    const cut = store.setPersonal({ language: 'fr' }, by(sender)).catch((error: unknown) => error);
    await expect
      .poll(async () => (await admin.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rowCount)
      .toBe(1);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    expect(await cut).toBeInstanceOf(StoreUnavailable);
    await admin.query('ROLLBACK');
    await expect.poll(() => store.check().then(() => 'well')).toBe('well');
    await store.setPersonal({ language: 'fr' }, by(sender));
    expect((await store.readActor(sender)).language).toBe('fr');
  });

  test('a commit that is not answered is not said to have changed nothing', async () => {
    const { store } = opened;
    await admin.query(`CREATE FUNCTION tarry() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(2); RETURN NULL; END'`);
    await admin.query('CREATE CONSTRAINT TRIGGER tarry AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tarry()');
    await expect(store.setPersonal({ language: 'fr' }, by(sender))).rejects.toBeInstanceOf(StoreUnconfirmed);
    await expect.poll(async () => (await store.readActor(sender)).language, { timeout: 10_000 }).toBe('fr');
  });

  test('two processes see what either of them writes', async () => {
    const other = await openStore(
      { databaseUrl: new URL(`/${(await admin.query('SELECT current_database() AS name')).rows[0].name}`, serverUrl).href },
      impatient,
    );
    await opened.store.readActor(sender);
    await other.store.setPersonal({ language: 'fr' }, by(sender));
    expect((await opened.store.readActor(sender)).language).toBe('fr');
    await other.close();
  });
});

describe('a server that is not there', () => {
  let silent: Server;
  const sockets: Socket[] = [];
  let port: number;

  beforeEach(async () => {
    silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await new Promise((listening) => silent.once('listening', listening));
    const address = silent.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  test('is said to be unreachable, without its password, when it does not answer', async () => {
    const opening = openStore({ databaseUrl: `postgres://someone:secret@127.0.0.1:${port}/is3c` }, impatient);
    const message = expect.stringContaining(`127.0.0.1:${port}`);
    await expect(opening).rejects.toMatchObject({ name: 'CannotOpen', hindrance: 'unreachable', message, cause: expect.any(Error) });
    await expect(opening).rejects.not.toThrow(/secret/);
  });

  test('and when nobody listens', async () => {
    silent.close();
    await expect(openStore({ databaseUrl: `postgres://someone:secret@127.0.0.1:${port}/is3c` }, impatient)).rejects.toThrow(/ECONNREFUSED/);
  });
});
