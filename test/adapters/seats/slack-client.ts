import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Adapter, Log } from '../../../src/chat/adapter.ts';
import { wordsFor } from '../../../src/text/words.ts';
import type { TestHouse } from '../../support/house.ts';
import { home, type SlackPeer, startSlackPeer } from '../../support/slack.ts';
import { commandPayload, pressPayload, submissionPayload, viewPressPayload } from '../slack/payloads.ts';
import { type Door, openDoor, type Passed } from './door.ts';
import { byLabel, fillIn, type Platform, type Post, pick, type Role, type Seat, type Seen, seen } from './seat.ts';
import { type Input, readBlocks, stateOf } from './slack-screen.ts';

type Payload = Readonly<Record<string, unknown>>;

/** How payloads reach the bot, and its acknowledgements come back; undefined for an empty one. */
export type Wire = {
  command(payload: Readonly<Record<string, string>>): Promise<unknown>;
  interaction(payload: Payload): Promise<unknown>;
};

export type Connected = {
  readonly adapter: Adapter;
  readonly wire: Wire;
  readonly knock?: () => Promise<'refused' | 'taken'>;
  close(): Promise<void>;
};

type Person = { readonly user: string; readonly name: string; readonly locale: string; readonly admin: boolean; readonly team: string };

const people: Readonly<Record<Role, Person>> = {
  coordinator: { user: 'U00000000A', name: 'Amina', locale: 'en-GB', admin: true, team: home.team },
  rival: { user: 'U00000000B', name: 'Bola', locale: 'en-GB', admin: true, team: home.team },
  member: { user: 'U00000000M', name: 'Mei', locale: 'en-GB', admin: false, team: home.team },
  francophone: { user: 'U00000000F', name: 'Fatou', locale: 'fr-FR', admin: false, team: home.team },
  visitor: { user: 'U00000000V', name: 'Vera', locale: 'en-GB', admin: false, team: 'T00000000V' },
};

const roles: readonly Role[] = ['coordinator', 'rival', 'member', 'francophone', 'visitor'];

function personOf(user: string): Person | undefined {
  return Object.values(people).find((person) => person.user === user);
}

function nameOf(user: string): string {
  return personOf(user)?.name ?? user;
}

const message = z.object({
  response_type: z.enum(['ephemeral', 'in_channel']),
  replace_original: z.boolean(),
  text: z.string(),
  blocks: z.array(z.custom<types.KnownBlock>()),
  mrkdwn: z.literal(false),
});
type Message = z.output<typeof message>;

const view = z.object({
  type: z.literal('modal'),
  title: z.object({ text: z.string().max(24) }),
  private_metadata: z.string().default(''),
  blocks: z.array(z.custom<types.KnownBlock>()),
});
type View = z.output<typeof view>;

const opened = z.union([z.object({ ok: z.literal(true), view: z.object({ id: z.string() }) }), z.object({ ok: z.literal(false), error: z.string() })]);

const acknowledged = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view }),
]);

/** What somebody looks at: a message, or a modal with what is typed into it. */
type Surface =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'modal'; readonly id: string; readonly view: View; readonly inputs: readonly Input[] };

/** One workspace of Slack: its people, its channel, and the door through which the bot calls back. */
type Workspace = { readonly wire: Wire; readonly peer: SlackPeer; readonly door: Door; readonly channel: { posted?: Message } };

/** Slack's apps in the hands of the people of a workspace. */
export async function openSlack(house: TestHouse, connect: (apiUrl: string, log: Log) => Promise<Connected>, socketUrl?: () => string): Promise<Platform> {
  const peer = await startSlackPeer(socketUrl);
  const door = await openDoor(peer.url, { answer: (asked) => answerFor(asked, door) });
  const { adapter, wire, knock, close } = await connect(`${door.url}/api/`, house.log);
  await adapter.start(house.doors);
  const workspace: Workspace = { wire, peer, door, channel: {} };
  const seats = new Map<Role, Seat>();
  for (const role of roles)
    seats.set(
      role,
      sit(
        people[role],
        workspace,
        (other) =>
          pick(
            [...seats].map(([label, seat]) => ({ label, seat })),
            other,
          ).seat,
      ),
    );
  return {
    seat: pick(
      [...seats].map(([label, seat]) => ({ label, seat })),
      'coordinator',
    ).seat,
    people: roles,
    adapter,
    posts: () => door.all().flatMap(postOf),
    stop: () => adapter.stop(),
    ...(knock !== undefined && { knock }),
    async close() {
      await adapter.stop();
      await close();
      await door.close();
      await peer.close();
    },
  };
}

/** A call that posts a message. */
function postOf({ path, body, answer }: Passed): readonly Post[] {
  if (path !== '/api/chat.postMessage' || !/"ok":true/.test(answer)) return [];
  const asked = new URLSearchParams(body);
  const text = asked.get('text') ?? '';
  return [{ to: asked.get('channel') ?? '', title: text.split('\n')[0] ?? '', text }];
}

/** What the emulator leaves out: the people of the story, with the files that they get, and response_urls. */
function answerFor({ path, body }: { readonly path: string; readonly body: string }, door: { readonly url: string }): object | undefined {
  const standing = answersOf(door.url)[path.replace(/^\/respond\/.*/, '/respond')];
  if (standing !== undefined) return standing;
  const asked = new URLSearchParams(body).get('channel') ?? '';
  if (path === '/api/chat.postMessage' && personOf(asked) !== undefined) return { ok: true, channel: `D${asked.slice(1)}`, ts: '1767625000.000100' };
  const person = path === '/api/users.info' ? personOf(new URLSearchParams(body).get('user') ?? '') : undefined;
  if (person === undefined) return undefined;
  const { user: id, team: team_id, name, admin: is_admin, locale } = person;
  return { ok: true, user: { id, team_id, name, real_name: name, is_admin, locale, tz: 'UTC', profile: { display_name: name, real_name: name } } };
}

/** A message with the files that were sent meanwhile, since their reader opens them. */
function withFiles(message: Seen, passed: readonly Passed[]): Seen {
  const files = passed.filter(({ path }) => path === '/upload').map(({ body }) => body);
  return { ...message, text: [message.text, ...files].join('\n') };
}

/** What is the same whatever is asked. */
function answersOf(url: string): Readonly<Record<string, object>> {
  return {
    '/respond': { ok: true },
    '/upload': { ok: true },
    '/api/files.getUploadURLExternal': { ok: true, upload_url: `${url}/upload`, file_id: 'F1' },
    '/api/files.completeUploadExternal': { ok: true, files: [{ id: 'F1' }] },
  };
}

let responses = 0;

function sit(person: Person, workspace: Workspace, as: Seat['as']): Seat {
  const { wire, peer, door, channel } = workspace;
  const { user, team, name, admin, locale } = person;
  const visits = team !== home.team;
  const from = { user: { id: user, username: name, name, team_id: team }, team: { id: team, domain: 'coalition' } };
  let before: Surface | undefined;
  let sent: Extract<Surface, { kind: 'modal' }> | undefined;

  function look(surface: Surface, replaced = false, errors: Readonly<Record<string, string>> = {}): Seen {
    before = surface;
    return surface.kind === 'message' ? seeMessage(surface.message, replaced) : seeModal(surface, replaced, errors);
  }

  function receive(body: string): Seen {
    const said = message.parse(JSON.parse(body));
    if (said.response_type === 'in_channel') channel.posted = said;
    return look({ kind: 'message', message: said }, said.replace_original);
  }

  /** A way back of this one interaction's own. */
  function newResponse(): { readonly path: string; readonly url: string } {
    responses += 1;
    const path = `/respond/${responses}`;
    return { path, url: door.url + path };
  }

  /** What the bot sends back outside of the acknowledgement: to the response_url, or to the trigger or the view. */
  async function answer(after: number, { path, trigger, modal }: { readonly path: string; readonly trigger: string; readonly modal?: string }): Promise<Seen> {
    const fits = (call: Passed): boolean => {
      const asked = new URLSearchParams(call.body);
      return call.path === path || (call.path.startsWith('/api/views.') && (asked.get('trigger_id') === trigger || asked.get('view_id') === (modal ?? '')));
    };
    const call = await door.first(fits, after);
    if (call.path === path) return withFiles(receive(call.body), door.all().slice(after));
    const asked = view.parse(JSON.parse(new URLSearchParams(call.body).get('view') ?? ''));
    const said = opened.parse(JSON.parse(call.answer));
    if (!said.ok) throw new Error(`Slack refused a form: ${said.error}`);
    return look(modalOf(said.view.id, asked), call.path === '/api/views.update');
  }

  async function use(action: Payload, surface: Surface): Promise<Seen> {
    const after = door.count();
    const response = newResponse();
    const modal = surface.kind === 'modal' ? surface.id : undefined;
    const trigger = await peer.trigger(modal);
    const alone = surface.kind === 'message' && surface.message.response_type === 'ephemeral';
    const container = { type: 'message', message_ts: '1767625000.000100', channel_id: home.channel, is_ephemeral: alone };
    await wire.interaction(
      modal === undefined
        ? { ...pressPayload(action), ...from, container, response_url: response.url, trigger_id: trigger }
        : { ...viewPressPayload(action, 'modal', modal), ...from, trigger_id: trigger },
    );
    return answer(after, { path: response.path, trigger, ...(modal !== undefined && { modal }) });
  }

  async function submit(modal: Extract<Surface, { kind: 'modal' }>): Promise<Seen> {
    const { id, inputs } = modal;
    const payload = submissionPayload(modal.view.private_metadata, Object.fromEntries(inputs.map(stateOf)));
    const trigger_id = await peer.trigger(id);
    const said = acknowledged.parse(await wire.interaction({ ...payload, ...from, trigger_id, view: { ...z.object({}).loose().parse(payload['view']), id } }));
    if (said.response_action === 'update') return look(modalOf(id, said.view), true);
    const labels = inputs.map((input) => [pickName(inputs, input.name).label, said.errors[input.name]] as const);
    return look(modal, false, Object.fromEntries(labels.filter((entry): entry is [string, string] => entry[1] !== undefined)));
  }

  function present(): Surface {
    if (before === undefined) throw new Error('nothing is seen yet');
    return before;
  }

  return {
    account: `slack:${team}:${user}`,
    name,
    told: {
      sender: `slack:${team}:${user}`,
      space: `slack:${home.team}`,
      place: { kind: 'channel', channel: home.channel },
      standing: visits ? 'visitor' : admin ? 'admin' : 'none',
      locale,
      zone: 'UTC',
    },
    as,
    async type(line) {
      if (visits) throw new Error('Slack brings commands from people of the workspace alone');
      const after = door.count();
      const response = newResponse();
      const trigger = await peer.trigger();
      const said = await wire.command(commandPayload(line, { user_id: user, user_name: name, response_url: response.url, trigger_id: trigger }));
      const now = said === undefined ? undefined : message.parse(said);
      return now === undefined || promises(now) ? answer(after, { path: response.path, trigger }) : receive(JSON.stringify(now));
    },
    press: async (button) => use(pick(screenOf(present()).buttons, button).action, present()),
    choose: async (label) => use(pick(screenOf(present()).choices, label).action, present()),
    async fill(typed) {
      const surface = present();
      if (surface.kind !== 'modal' || surface.inputs.length === 0) throw new Error('no form is open');
      const inputs = fillIn(surface.inputs, typed).map((input) => ({ ...input, value: valueFor(input) }));
      sent = { ...surface, inputs };
      return submit(sent);
    },
    async again() {
      if (sent === undefined) throw new Error('no form was sent');
      return submit(sent);
    },
    pressOld: (value) =>
      use(
        { type: 'button', action_id: 'act.card.0', block_id: 'b', text: { type: 'plain_text', text: 'x' }, value, action_ts: '1767625201.1' },
        { kind: 'message', message: { response_type: 'ephemeral', replace_original: false, text: 'x', blocks: [], mrkdwn: false } },
      ),
    look() {
      if (channel.posted === undefined) throw new Error('nothing was posted for everybody');
      return look({ kind: 'message', message: channel.posted });
    },
  };
}

/** The first words of an acknowledgement whose answer comes later. */
function promises({ text }: Message): boolean {
  return [wordsFor('en'), wordsFor('fr')].some(({ surface }) => text.startsWith(surface.working));
}

function modalOf(id: string, shown: View): Extract<Surface, { kind: 'modal' }> {
  return { kind: 'modal', id, view: shown, inputs: readBlocks(shown.blocks, nameOf).inputs };
}

function pickName(inputs: readonly Input[], name: string): Input {
  return pick(
    inputs.map((input) => ({ label: input.name, input })),
    name,
  ).input;
}

/** A person is picked from a list, by whatever name. */
function valueFor({ kind, value }: Input): string {
  return kind === 'users_select' ? (value.split(':').at(-1) ?? '') : value;
}

function screenOf(surface: Surface): ReturnType<typeof readBlocks> {
  return readBlocks(surface.kind === 'message' ? surface.message.blocks : surface.view.blocks, nameOf);
}

function seeMessage({ blocks, text, response_type: type }: Message, replaced: boolean): Seen {
  const screen = readBlocks(blocks, nameOf);
  const alone = type === 'ephemeral';
  // The text is what a notification and a screen reader say: markup in it would ping as well.
  const marked = text.match(/<[!@#][^>]*>/g) ?? [];
  return seen({ kind: 'message', text: screen.text, alone, replaced, ...labelsOf(screen), pings: alone ? marked : [...screen.mentions, ...marked] });
}

function seeModal({ view: shown, inputs }: Extract<Surface, { kind: 'modal' }>, replaced: boolean, errors: Readonly<Record<string, string>>): Seen {
  const screen = readBlocks(shown.blocks, nameOf);
  const text = [shown.title.text, screen.text, ...inputs.map(({ value }) => value), ...Object.values(errors)].join('\n');
  return seen({ kind: inputs.length > 0 ? 'form' : 'message', text, alone: true, replaced, ...labelsOf(screen), fields: byLabel(inputs), errors });
}

function labelsOf({ buttons, choices }: ReturnType<typeof readBlocks>): Pick<Seen, 'buttons' | 'choices'> {
  return { buttons: buttons.map(({ label }) => label), choices: choices.map(({ label }) => label) };
}
