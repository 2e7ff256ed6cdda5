import type { Reading } from '../../src/cards/update-ask.ts';
import { groupId } from '../../src/chat/option.ts';
import { type Group, mayWorkIn } from '../../src/core/group.ts';
import type { Actor } from '../../src/core/member.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { DesksFacts, UpdateDesk } from '../../src/core/store-groups.ts';
import { saysNothing } from '../../src/text/read-value.ts';

/** What was typed behind the command: the first word may be a group or the beginning of the text. */
export type Typed = { readonly group?: string | undefined; readonly text?: string | undefined };

/**
 * The desk that is meant, or those among which somebody has to choose; with the text, its first word included where that was no group. A word
 * alone that names none may be a group misspelt or a text, and a first word that begins a group's name either: neither is guessed.
 */
export type Meant =
  | { readonly kind: 'desk'; readonly desk: UpdateDesk; readonly text?: string | undefined }
  | { readonly kind: 'which'; readonly groups: readonly Group[]; readonly text?: string | undefined }
  | { readonly kind: 'word'; readonly groups: readonly Group[]; readonly said: string }
  | { readonly kind: 'either'; readonly readings: readonly Reading[]; readonly said: string; readonly text: string };

type Facts = Pick<DesksFacts, 'desks' | 'remembered'>;

/** Finds out for which group an update is. */
export function meantDesk(facts: Facts, actor: Actor, typed: Typed): Meant | Problem {
  const { group: said, text } = typed;
  if (said === undefined) return usualDesk(facts, actor, text);
  if (/^wg/i.test(said) && groupId(said) !== undefined) return namedById(facts, said, text);
  return text === undefined ? namedAlone(facts, actor, said) : namedBeforeText(facts, actor, said, text);
}

function namedById({ desks }: Facts, said: string, text: string | undefined): Meant | Problem {
  const desk = desks.find(({ group }) => group.id === groupId(said));
  return desk === undefined ? { code: 'group-unknown', params: { said } } : { kind: 'desk', desk, text };
}

/** A word alone can only be a group; several words that name none are a text. */
function namedAlone(facts: Facts, actor: Actor, said: string): Meant | Problem {
  if (saysNothing(said)) return usualDesk(facts, actor, said);
  const named = facts.desks.filter(({ group }) => isNamed(group, said));
  const writable = named.filter(({ group }) => isWritable(actor, group));
  if (writable.length > 0) return among(writable, undefined);
  if (named.length > 0) return notWritable(named, actor);
  if (/\s/.test(said)) return usualDesk(facts, actor, said);
  return { kind: 'word', groups: ownDesks(facts, actor).map(({ group }) => group), said };
}

/** Why nothing can be written for what was named, where nothing can be. */
function notWritable(named: readonly UpdateDesk[], actor: Actor): Meant | Problem {
  const [only] = named;
  return (only !== undefined && named.length === 1 ? mayWorkIn(actor, only.group) : undefined) ?? noGroup;
}

const noGroup: Problem = { code: 'no-group', params: {} };

/** A text may begin with a word that happens to begin a group's name, so that both are offered; several words in quotes are the name. */
function namedBeforeText(facts: Facts, actor: Actor, said: string, text: string): Meant | Problem {
  const behind = facts.desks.find(({ group }) => group.id === groupId(text));
  if (behind !== undefined && saysNothing(said)) return { kind: 'desk', desk: behind, text: said };
  const isOnly = !actor.coordinator && ownDesks(facts, actor).length === 1;
  const named = facts.desks.filter(({ group }) => isWritable(actor, group) && (isExactly(group, said) || (!isOnly && begins(group, said))));
  const whole = `${said} ${text}`;
  if (named.length === 0) return usualDesk(facts, actor, whole);
  if (/\s/.test(said)) return among(named, text);
  const full = named.filter(({ group }) => group.name.toLowerCase() === whole.toLowerCase());
  if (full.length > 0) return { kind: 'which', groups: full.map(({ group }) => group) };
  return {
    kind: 'either',
    readings: [...named.map(({ group }) => ({ group, text: behindName(group, whole) ?? text })), ...readings(usualDesks(facts, actor), whole)],
    said,
    text: whole,
  };
}

/** What follows the whole name of a group where a line begins with it. */
function behindName({ name }: Group, line: string): string | undefined {
  return line.toLowerCase().startsWith(`${name.toLowerCase()} `) ? line.slice(name.length + 1).trim() : undefined;
}

function readings(desks: readonly UpdateDesk[], text: string): readonly Reading[] {
  return desks.map(({ group }) => ({ group, text }));
}

/** Without a name: the only one, or the one that the sender wrote for last. */
function usualDesk(facts: Facts, actor: Actor, text: string | undefined): Meant | Problem {
  const usual = usualDesks(facts, actor);
  return usual.length === 0 ? noGroup : among(usual, text);
}

function usualDesks(facts: Facts, actor: Actor): readonly UpdateDesk[] {
  const own = ownDesks(facts, actor);
  const last = own.filter(({ group }) => group.id === facts.remembered);
  return last.length > 0 ? last : own;
}

function among(desks: readonly UpdateDesk[], text: string | undefined): Meant {
  const [desk] = desks;
  return desk !== undefined && desks.length === 1 ? { kind: 'desk', desk, text } : { kind: 'which', groups: desks.map(({ group }) => group), text };
}

/** Those at work that the sender chairs; a coordinator who chairs none writes for any. */
function ownDesks({ desks }: Facts, actor: Actor): readonly UpdateDesk[] {
  const writable = desks.filter(({ group }) => isWritable(actor, group));
  const chaired = writable.filter(({ group }) => isLead(actor, group));
  return chaired.length === 0 ? writable : chaired;
}

function isLead(actor: Actor, { leads: all }: Group): boolean {
  return all.some(({ member }) => member.id === actor.member);
}

function isWritable(actor: Actor, group: Group): boolean {
  return mayWorkIn(actor, group) === undefined;
}

function isExactly({ id, name }: Group, said: string): boolean {
  return id === groupId(said) || name.toLowerCase() === said.toLowerCase();
}

/** A word so short begins too many names. */
const shortest = 3;

function begins({ name }: Group, said: string): boolean {
  return said.length >= shortest && name.toLowerCase().startsWith(said.toLowerCase());
}

/** Whether words are a group's id, its number or a part of its name. */
export function isNamed(group: Group, said: string): boolean {
  return isExactly(group, said) || group.name.toLowerCase().includes(said.toLowerCase());
}
