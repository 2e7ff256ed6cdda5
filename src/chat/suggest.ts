import { type GroupChoice, groupChoices, type MilestoneChoice, menuSize as most, type ProposalChoice } from '../core/choice.ts';
import { languageOf, wordsFor } from '../text/words.ts';
import { senderOf } from './asker.ts';
import { named } from './command.ts';
import type { House } from './house.ts';
import type { Choice, Interaction } from './interaction.ts';
import { traits } from './option.ts';

/** Choices for the option that is being typed; empty when nothing fits or anything fails, since completion is never worth an error. */
export async function suggest(house: House, interaction: Interaction, option: string, typed: string): Promise<readonly Choice[]> {
  const command = named(house.commands, interaction.invoke.command);
  const schema = command?.options.shape[option];
  const { completes, groups = groupChoices.read, milestones = 'all', proposals = 'all' } = (schema === undefined ? undefined : traits.get(schema)) ?? {};
  try {
    if (completes === 'milestone') return await suggestMilestones(house, interaction, typed, milestones);
    if (completes === 'group') return await suggestGroups(house, interaction, typed, groups);
    if (completes === 'topic') return await suggestTopics(house, interaction, typed);
    if (completes === 'proposal') return await suggestProposals(house, interaction, typed, proposals);
    return completes === 'command' ? suggestCommands(house, interaction, typed) : [];
  } catch (error) {
    house.log.warn({ command: command?.name, option, error }, 'nothing suggested');
    return [];
  }
}

async function suggestMilestones({ store, clock }: House, interaction: Interaction, typed: string, choice: MilestoneChoice): Promise<readonly Choice[]> {
  const { milestones } = await store.findMilestones(senderOf(interaction), typed, clock(), most, choice);
  return milestones.map(({ id, text }) => ({ label: cutTo(100, `${id} ${text}`), value: id }));
}

async function suggestGroups({ store }: House, interaction: Interaction, typed: string, choice: GroupChoice): Promise<readonly Choice[]> {
  const { groups } = await store.findGroups(senderOf(interaction), typed, most, choice);
  return groups.map(({ id, name }) => ({ label: cutTo(100, `${id} ${name}`), value: id }));
}

async function suggestTopics({ store }: House, interaction: Interaction, typed: string): Promise<readonly Choice[]> {
  const { topics } = await store.findTopics(senderOf(interaction), typed, most);
  return topics.map(({ id, text }) => ({ label: cutTo(100, `${id} ${text}`), value: id }));
}

async function suggestProposals({ store }: House, interaction: Interaction, typed: string, choice: ProposalChoice): Promise<readonly Choice[]> {
  const { proposals } = await store.findProposals(senderOf(interaction), most, choice);
  return holding(
    typed,
    proposals.map(({ proposal: { id, name } }) => ({ label: `${id} ${name}`, value: id })),
  );
}

/** Those whose label holds what was typed. */
function holding(typed: string, choices: readonly Choice[]): readonly Choice[] {
  const sought = typed.trim().toLowerCase();
  return choices
    .filter(({ label }) => label.toLowerCase().includes(sought))
    .slice(0, most)
    .map(({ label, value }) => ({ label: cutTo(100, label), value }));
}

function suggestCommands({ commands }: House, interaction: Interaction, typed: string): readonly Choice[] {
  const words = wordsFor(languageOf(interaction.locale) ?? 'en');
  return commands
    .filter((command) => command.listed && command.name.includes(typed.trim().toLowerCase()))
    .slice(0, most)
    .map(({ name }) => ({ label: cutTo(100, `${name}: ${words.commands[name].summary}`), value: name }));
}

function cutTo(limit: number, text: string): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 2).trimEnd()} …`;
}
