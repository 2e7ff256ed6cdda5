import { whichGroupCard } from '../../src/cards/which-group.ts';
import type { Card } from '../../src/chat/card.ts';
import { accountNamed, isAccount } from '../../src/core/account.ts';
import { type GroupChoice, menuSize } from '../../src/core/choice.ts';
import type { Group } from '../../src/core/group.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { ActorFacts, Sender, Store } from '../../src/core/store.ts';
import type { GroupFile, GroupsFound } from '../../src/core/store-groups.ts';
import { tellingWords } from '../../src/text/telling-words.ts';
import type { CommandName, Words } from '../../src/text/words.ts';

type Options = { readonly [name: string]: string | undefined; readonly group?: string | undefined; readonly person?: string | undefined };

type Asked = { readonly store: Store; readonly sender: Sender; readonly options: Options };

/** The group that was named or is the only one to choose, or those that may be meant by what was typed. */
export type FoundGroup = GroupsFound & { readonly actor: ActorFacts; readonly file: GroupFile };

/** Finds the group that is meant in one trip: by its id, else among those that the choice offers. */
export function readWhichGroup(choice: GroupChoice): (asked: Asked) => Promise<FoundGroup> {
  return async ({ store, sender, options: { group: said = '', person: whom = '' } }) => {
    const account = accountNamed(whom, sender.account);
    const person = isAccount(account) ? account : undefined;
    if (isGroupId(said)) {
      const file = await store.readGroup(sender, said, person);
      return { actor: file.actor, file, groups: [], named: false };
    }
    const { groups, named, ...file } = await store.findGroups(sender, said, menuSize, choice, person);
    return { actor: file.actor, file, groups, named };
  };
}

/** The group of which a question speaks, in one trip. */
export async function readGroupAsked({ store, sender }: Pick<Asked, 'store' | 'sender'>, question: string): Promise<FoundGroup> {
  const said = question.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const { file, candidates } = await store.readGroupAsked(sender, said, tellingWords(said), menuSize);
  return { actor: file.actor, file, groups: candidates, named: true };
}

export function isGroupId(said: string): boolean {
  return /^wg\d+$/.test(said);
}

export type ChosenGroup = GroupFile & { readonly group: Group };

/** The group that is meant; a menu where that is not clear, a refusal where nothing fits. */
export function chosenGroup({ file, ...found }: FoundGroup, command: CommandName, options: Options, words: Words): ChosenGroup | Card | Problem {
  return file.group === undefined ? whichGroup(found, command, options, words) : { ...file, group: file.group };
}

/** Asks which of several groups is meant, or says why there is none to choose. */
export function whichGroup({ groups, named }: GroupsFound, command: CommandName, { group: said, ...others }: Options, words: Words): Card | Problem {
  if (groups.length > 0) return whichGroupCard(groups, command, others, { words });
  return said === undefined || named ? { code: 'no-group-for', params: { command } } : { code: 'group-unknown', params: { said } };
}

export function isChosenGroup(value: ChosenGroup | Card | Problem): value is ChosenGroup {
  return 'group' in value;
}
