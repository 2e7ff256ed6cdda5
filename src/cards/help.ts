import { act, type Block, type Card, card, listed, paragraph } from '../chat/card.ts';
import type { Command, Options } from '../chat/command.ts';
import { traits } from '../chat/option.ts';
import { type Actor, may, type Permission } from '../core/member.ts';
import { sayPeriod } from '../text/dates/say-when.ts';
import { typed } from '../text/slash.ts';
import type { Words } from '../text/words.ts';
import { asOfNote, type View } from './outlook.ts';
import { otherReading, type PlanPage, timelineBlocks, understoodNote } from './timeline.ts';

const groups: readonly Permission[] = ['anyone', 'member', 'lead', 'chair', 'coordinator'];

/** Every command that the reader may use, by who may use it. */
export function helpCard(commands: readonly Command[], actor: Actor, words: Words): Card {
  const open = groups.filter((permission) => permission === 'anyone' || permission === 'member' || may(actor, permission) === undefined);
  const blocks = open.flatMap((permission) =>
    commandList(
      words.permissions[permission],
      commands.filter((one) => one.listed && one.permission === permission),
      words,
    ),
  );
  const buttons = [act(words.home.next, 'next-milestone'), act(words.home.timeline, 'timeline'), act(words.home.me, 'me')];
  return card(words, { title: words.help.title, blocks: [paragraph(words.help.intro()), ...blocks], buttons });
}

/** The commands that may answer a question in free words. */
export function fittingCard(fitting: readonly Command[], words: Words): Card {
  return card(words, { title: words.help.fits, blocks: commandList(words.help.fitting, fitting, words), buttons: [act(words.help.all, 'help')] });
}

function commandList(heading: string, commands: readonly Command[], words: Words): readonly Block[] {
  const items = commands.map(({ name }) => ({
    text: [{ kind: 'code', text: typed(words.commands[name].usage) } as const, ` · ${words.commands[name].summary}`],
  }));
  return listed(heading, items);
}

/** One command: what it is for, how it is typed, and examples; then those whose names begin with the same word. */
export function commandHelpCard({ name, permission, options }: Command, siblings: readonly Command[], words: Words): Card {
  const { summary, usage, examples, options: described } = words.commands[name];
  const shown = Object.entries(described).filter(([option]) => isTyped(options.shape[option]));
  const facts = [
    { label: words.help.usage, value: [{ kind: 'code', text: typed(usage) } as const] },
    { label: words.help.who, value: [words.permissions[permission]] },
    ...shown.map(([option, meaning]) => ({ label: option, value: [meaning] })),
  ];
  const items = examples.map((example) => ({ text: [{ kind: 'code', text: typed(example) } as const] }));
  const others = commandList(words.help.others, siblings, words);
  return card(words, {
    title: typed(name),
    blocks: [paragraph(summary), { kind: 'facts', facts }, ...listed(words.help.examples, items), ...others],
    buttons: [act(words.help.all, 'help')],
  });
}

/** Others are carried by buttons and forms, or belong to no command any more. */
function isTyped(schema: Options['shape'][string] | undefined): boolean {
  return schema !== undefined && traits.get(schema)?.hidden !== true;
}

/** The part of the plan that a question's date touches. */
export function questionCard(page: PlanPage, asOf: string | undefined, view: View): Card {
  const { words } = view;
  const period = sayPeriod(page.reading.period, words.language, page.reading.wording);
  const found: readonly Block[] = page.milestones.length === 0 ? [paragraph(words.timeline.nothing(period))] : timelineBlocks(page, view);
  const buttons = [act(words.home.next, 'next-milestone'), act(words.home.timeline, 'timeline'), ...otherReading(page, { 'as-of': asOf }, words)];
  const asked = asOf === undefined ? [] : [asOfNote(view)];
  return card(words, { title: words.help.answerFor(period), blocks: [...asked, ...found, ...understoodNote(page, words)], buttons });
}
