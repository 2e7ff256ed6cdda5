import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestHouse } from '../../support/house.ts';
import { type Platform, pick, type Role, type Seat, type Seen, seen } from './seat.ts';
import { type Desk, openDesk } from './terminal-desk.ts';

const people = {
  coordinator: { name: 'operator', locale: 'en-GB' },
  rival: { name: 'bola', locale: 'en-GB' },
  member: { name: 'mei', locale: 'en-GB' },
  francophone: { name: 'fatou', locale: 'fr-FR' },
} as const;

const roles = ['coordinator', 'rival', 'member', 'francophone'] as const;

/** Terminals over one house, each with its prompt and somebody before it. */
export async function terminal(house: TestHouse): Promise<Platform> {
  const folder = mkdtempSync(join(tmpdir(), 'prompts-'));
  const all: { label: Role; seat: Seat; desk: Desk }[] = [];
  const as = (role: Role): Seat => pick(all, role).seat;
  for (const role of roles) {
    const { name, locale } = people[role];
    const desk = openDesk(house, { account: `terminal:${name}`, zone: 'UTC', locale }, join(folder, name));
    await desk.start();
    all.push({ label: role, desk, seat: sit(desk, name, locale, as) });
  }
  const stop = async (): Promise<void> => {
    await Promise.all(all.map(({ desk }) => desk.stop()));
  };
  return {
    seat: as('coordinator'),
    people: roles,
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const ctrlC = '\u0003';
const emptyLine = '\u0005\u0015';

function sit(desk: Desk, name: string, locale: string, as: Seat['as']): Seat {
  /** Where the command was typed whose answer is seen. */
  let began = 0;
  /** What came after the last line that was typed. */
  let came: readonly string[] = [];

  function look(): Seen {
    const text = desk.rowsAfter(began).join('\n');
    if (!desk.atField()) return seen({ kind: 'message', text, alone: true, ...readCard(came) });
    const { label, value } = readField(came);
    return seen({ kind: 'form', text, alone: true, fields: { [label]: value } });
  }

  async function type(line: string): Promise<Seen> {
    if (desk.atField()) await desk.keys(ctrlC, 'is3c>');
    began = desk.row();
    came = await desk.enter(line === '' ? '/is3c' : line);
    return look();
  }

  async function answer(field: Field, text: string | undefined): Promise<void> {
    for (const line of linesFor(field, text)) came = await desk.enter(line);
  }

  return {
    account: `terminal:${name}`,
    name,
    told: { sender: `terminal:${name}`, space: 'terminal:local', place: { kind: 'channel', channel: 'prompt' }, standing: 'none', locale, zone: 'UTC' },
    as,
    type,
    press: async (button) => type(pick(buttonsIn(came), button).typed),
    async choose(label) {
      const { choices } = readCard(came);
      const place = choices.findIndex((choice) => choice === label || choice.startsWith(`${label} · `));
      if (place < 0) throw new Error(`no “${label}” among: ${choices.join(', ')}`);
      return type(String(place + 1));
    },
    async fill(typed) {
      const left = new Map(Object.entries(typed));
      const asked = new Set<string>();
      for (let field = readField(came); desk.atField() && !asked.has(field.label); field = readField(came)) {
        asked.add(field.label);
        await answer(field, left.get(field.label));
        left.delete(field.label);
      }
      if (left.size > 0) throw new Error(`the form does not ask for: ${[...left.keys()].join(', ')}`);
      return desk.atField() ? { ...look(), errors: { [readField(came).label]: complaintIn(came) } } : look();
    },
    async complete(line) {
      const offered = await desk.keys(`${line}\t\t`, `is3c> ${line}`, 2);
      await desk.keys(emptyLine, 'is3c>');
      return offered.flatMap((row) => row.split(/\s+/).filter((word) => word !== ''));
    },
    pressOld: (carried) => type(`'${carried}'`),
    look() {
      throw new Error('a terminal shows nothing to others');
    },
  };
}

const choice = /^ +\d+\. (.*)$/;
const button = /^ {2,}(\/is3c .*?)(?: {2,}(.+))?$/;

/** The buttons under a card: what to type, and what that does. What stands under a choice is the same choice. */
function buttonsIn(shown: readonly string[]): readonly { readonly label: string; readonly typed: string }[] {
  return shown.flatMap((row, index) => {
    const [, typed, label = typed] = button.exec(row) ?? [];
    return typed === undefined || label === undefined || choice.test(shown[index - 1] ?? '') ? [] : [{ label, typed }];
  });
}

function readCard(shown: readonly string[]): Pick<Seen, 'buttons' | 'choices'> {
  return { buttons: buttonsIn(shown).map(({ label }) => label), choices: shown.flatMap((row) => choice.exec(row)?.[1] ?? []) };
}

type Field = { readonly label: string; readonly value: string; readonly many: boolean };

/** The field that is asked for: its label stands after an empty row, what stands in it in brackets. */
function readField(shown: readonly string[]): Field {
  const [head = '', ...rest] = shown.slice(shown.indexOf('') + 1);
  const from = rest.findIndex((row) => row.startsWith('    ['));
  const to = rest.findLastIndex((row) => row.endsWith(']'));
  const held = rest.slice(from, to + 1).map((row) => row.trim());
  const value = from < 0 ? '' : held.join('\n').slice(1, -1);
  return { label: head.trim().replace(/ \([^)]*\)$/, ''), value, many: rest.some((row) => /empty line|ligne vide/.test(row)) };
}

/** What to type into a field: several lines are ended by an empty one, and that alone keeps what stands there. */
function linesFor({ many }: Field, text: string | undefined): readonly string[] {
  if (text === undefined) return [''];
  if (many) return [...text.split('\n'), ''];
  return [text === '' ? '-' : text];
}

/** What stands before the field says what was wrong. */
function complaintIn(shown: readonly string[]): string {
  const said = shown.slice(0, shown.indexOf(''));
  return said.map((row) => row.trim()).join(' ');
}
