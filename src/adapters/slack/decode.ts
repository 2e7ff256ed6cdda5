import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Fields, Interaction } from '../../chat/interaction.ts';
import { decodeInvocation, type Invocation } from '../../chat/invocation.ts';
import type { Arrival, Submission, WayBack } from './arrival.ts';
import { decodeText, namesIn, nameWithin } from './decode-text.ts';
import { marks, menuSeparator, valueMark } from './render-buttons.ts';

const teamId = z.string().regex(/^[TE][A-Z0-9]{1,30}$/);
const userId = z.string().regex(/^[UW][A-Z0-9]{1,30}$/);
const text = z.string().catch('');
const responseUrl = z
  .url({ protocol: /^https?$/ })
  .optional()
  .catch(undefined);
/** The one field that is text in commands and a truth value elsewhere. */
const organisation = z.union([z.boolean(), z.stringbool()]).catch(false);
const enterprise = z.object({ id: teamId }).nullish().catch(undefined);

const command = z.object({
  team_id: teamId,
  enterprise_id: teamId.nullish().catch(undefined),
  is_enterprise_install: organisation,
  user_id: userId,
  user_name: text,
  channel_id: z.string(),
  text,
  response_url: responseUrl,
  trigger_id: z.string(),
});

/** What every press and every submission says about where it comes from. On an organisation's install there may be no team. */
const origin = z.object({
  team: z.object({ id: teamId }).nullish().catch(undefined),
  enterprise,
  is_enterprise_install: organisation,
  user: z.object({ id: userId, team_id: teamId.nullish().catch(undefined), name: text }),
  trigger_id: z.string(),
});

const action = z.object({ type: z.string(), action_id: text, value: text, selected_option: z.object({ value: text }).nullish().catch(undefined) });

const press = origin.extend({
  actions: z.tuple([action], z.unknown()),
  container: z.object({ is_ephemeral: z.boolean().optional().catch(undefined) }).catch({}),
  channel: z.object({ id: z.string() }).nullish().catch(undefined),
  view: z.object({ id: z.string(), type: z.string() }).nullish().catch(undefined),
  response_url: responseUrl,
});

/** The state of one field: a text, a chosen option, person or channel; null where it was left empty. */
const typed = z.object({
  value: z.string().nullish().catch(undefined),
  selected_option: z.object({ value: z.string() }).nullish().catch(undefined),
  selected_user: userId.nullish().catch(undefined),
  selected_conversation: text.nullish().catch(undefined),
});

const submission = origin.extend({
  view: z.object({
    id: z.string(),
    app_installed_team_id: teamId.nullish().catch(undefined),
    private_metadata: text,
    state: z.object({ values: z.record(z.string(), z.record(z.string(), typed)) }).catch({ values: {} }),
  }),
});

/** For whom an event is meant: an organisation that installed the bot as a whole stands here, whichever of its workspaces it happened in. */
const authorizations = z
  .tuple([z.object({ team_id: teamId.nullish(), enterprise_id: teamId.nullish(), is_enterprise_install: organisation })], z.unknown())
  .optional()
  .catch(undefined);

const homeOpened = z.object({
  event_id: z.string(),
  team_id: teamId,
  enterprise_id: teamId.nullish().catch(undefined),
  authorizations,
  event: z.object({ type: z.literal('app_home_opened'), user: userId, tab: z.literal('home') }),
});

/** A typed command. Undefined where the payload is no command as Slack sends it. */
export function decodeCommand(body: unknown, read: (line: string) => Invocation): Arrival<Extract<WayBack, { kind: 'message' }>> | undefined {
  const { data } = command.safeParse(body);
  if (data === undefined) return undefined;
  const tenant = (data.is_enterprise_install ? data.enterprise_id : undefined) ?? data.team_id;
  const sender = { user: data.user_id, tenant, home: tenant };
  const line = decodeText(data.text, tenant);
  const names = namesIn(data.text, tenant);
  const { options, ...invoke } = read(line);
  const named = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, nameWithin(value, names)]));
  return {
    line,
    interaction: interactionOf(data.trigger_id, sender, { ...invoke, options: named }, data.channel_id),
    user: data.user_id,
    tenant,
    name: data.user_name,
    back: backToMessage(data.response_url, false, data.trigger_id),
  };
}

/** A pressed button or a chosen option; undefined for a link, which answers itself, and for what is no press. */
export function decodePress(body: unknown, installed?: string): Arrival | undefined {
  const { data } = press.safeParse(body);
  const invoke = data === undefined ? undefined : decodeAction(data.actions[0]);
  if (data === undefined || invoke === undefined) return undefined;
  const sender = senderOf(data, installed);
  return {
    interaction: interactionOf(data.trigger_id, sender, invoke, data.channel?.id),
    user: data.user.id,
    tenant: sender.tenant,
    name: data.user.name,
    back: backOf(data),
  };
}

/** A submitted form. An emptied field is an empty text; a chosen person is an account. */
export function decodeSubmission(body: unknown, installed?: string): Submission | undefined {
  const { data } = submission.safeParse(body);
  if (data === undefined) return undefined;
  const { view } = data;
  const sender = senderOf(data, view.app_installed_team_id ?? installed);
  const fields = decodeFields(view.state.values, sender.tenant);
  const invoke = decodeInvocation(view.private_metadata) ?? old;
  return {
    interaction: { ...interactionOf(data.trigger_id, sender, invoke), fields, formKey: view.id },
    user: data.user.id,
    tenant: sender.tenant,
    name: data.user.name,
    inputs: Object.keys(view.state.values),
  };
}

/** Somebody opened the home tab. */
export function decodeHomeOpened(body: unknown): Omit<Arrival, 'back'> | undefined {
  const { data } = homeOpened.safeParse(body);
  if (data === undefined) return undefined;
  const tenant = tenantOf(data);
  const sender = { user: data.event.user, tenant, home: tenant };
  return { interaction: interactionOf(data.event_id, sender, { command: 'home', options: {} }), user: data.event.user, tenant };
}

type Event = { readonly authorizations?: z.output<typeof authorizations>; readonly team_id: string };

function tenantOf({ authorizations: all, team_id: team }: Event): string {
  const installed = all?.[0];
  const organised = installed?.is_enterprise_install === true ? installed.enterprise_id : undefined;
  return organised ?? installed?.team_id ?? team;
}

const uninstalled = z.object({
  team_id: z.string(),
  authorizations,
  event: z.union([
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
  ]),
});

/** The workspace or the organisation from which the bot was removed. A person's own token that was revoked is nothing of ours. */
export function decodeUninstalled(body: unknown): string | undefined {
  const { data } = uninstalled.safeParse(body);
  return data === undefined ? undefined : `slack:${tenantOf(data)}`;
}

/** What nobody here wrote, or an older version did; the dispatcher says so. */
const old: Invocation = { command: 'help', options: { old: '1' } };

function decodeAction({ type, action_id: id, value, selected_option: option }: z.output<typeof action>): Invocation | undefined {
  if (id.startsWith(`${marks.open}.`)) return undefined;
  if (type === 'button') return decodeInvocation(value) ?? old;
  if (type !== 'static_select' || option === undefined || option === null) return old;
  const head = id.slice(id.indexOf(menuSeparator) + 1);
  return (option.value.startsWith(valueMark) ? decodeInvocation(head + option.value.slice(valueMark.length)) : undefined) ?? old;
}

type Sender = { readonly user: string; readonly tenant: string; readonly home: string };

/**
 * Who sent it, and from where. Ids of people are the organisation's where the organisation installed the bot, so that one person is one
 * account in all its workspaces. Somebody of another team, in a channel shared with it, keeps that team in their account; where Slack names the team
 * of the visitor, the enterprise is the visitor's too and proves nothing.
 */
function senderOf(data: z.output<typeof origin>, installed: string | undefined): Sender {
  const organised = data.is_enterprise_install ? data.enterprise?.id : undefined;
  const tenant = organised ?? installed ?? data.team?.id ?? data.user.team_id ?? data.enterprise?.id ?? '';
  const own = data.user.team_id ?? tenant;
  return { user: data.user.id, tenant, home: own === tenant || own === homeTeam(data, tenant) ? tenant : own };
}

/** Under which other id somebody of the tenant may come: the organisation of the workspace, or whichever workspace of the organisation they act in. */
function homeTeam({ team, enterprise: organised, user }: z.output<typeof origin>, tenant: string): string | undefined {
  if (organised?.id !== tenant) return team?.id === tenant ? organised?.id : undefined;
  return team?.id ?? (user.team_id?.startsWith('T') ? user.team_id : undefined);
}

function interactionOf(trigger: string, { user, tenant, home }: Sender, invoke: Invocation, channel?: string): Interaction {
  return {
    id: fingerprint(trigger),
    sender: `slack:${home}:${user}`,
    space: `slack:${tenant}`,
    place: channel === undefined || channel.startsWith('D') ? { kind: 'direct' } : { kind: 'channel', channel },
    standing: home === tenant ? 'none' : 'visitor',
    invoke,
  };
}

/** An id is logged and stored, a trigger opens forms: only its fingerprint goes inward. A retry has the same one. */
function fingerprint(trigger: string): string {
  return hash('sha256', trigger, 'base64url').slice(0, 22);
}

function backToMessage(url: string | undefined, alone: boolean, trigger: string): Extract<WayBack, { kind: 'message' }> {
  return { kind: 'message', alone, trigger, ...(url !== undefined && { responseUrl: url }) };
}

function backOf({ view, response_url: url, container, trigger_id: trigger }: z.output<typeof press>): WayBack {
  if (view === undefined || view === null) return backToMessage(url, container.is_ephemeral === true, trigger);
  return view.type === 'home' ? { kind: 'home', trigger } : { kind: 'modal', view: view.id, trigger };
}

function decodeFields(values: Readonly<Record<string, Readonly<Record<string, z.output<typeof typed>>>>>, tenant: string): Fields {
  return Object.fromEntries(Object.entries(values).map(([name, states]) => [name, decodeField(Object.values(states)[0], tenant)]));
}

function decodeField(state: z.output<typeof typed> | undefined, tenant: string): string {
  const { value, selected_option: option, selected_user: user, selected_conversation: channel } = state ?? {};
  if (user !== undefined && user !== null) return `slack:${tenant}:${user}`;
  if (option !== undefined && option !== null) return option.value.startsWith(valueMark) ? option.value.slice(valueMark.length) : option.value;
  return (channel ?? value ?? '').toWellFormed().replaceAll('\0', '');
}
