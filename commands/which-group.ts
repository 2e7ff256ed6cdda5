import { whichGroupCard } from '../src/cards/which-group.ts';
import type { Card } from '../src/chat/card.ts';
import type { Group } from '../src/core/group.ts';
import type { Problem } from '../src/core/problem.ts';
import type { ActorFacts, Sender, Store } from '../src/core/store.ts';
import type { GroupFile } from '../src/core/store-groups.ts';
import { tellingWords } from '../src/text/telling-words.ts';
import type { Words } from '../src/text/words.ts';

/** What a menu shows on the platform that shows least. */
const menuSize = 25;

type Asked = { readonly store: Store; readonly sender: Sender; readonly options: { readonly group?: string | undefined } };

/** The group that was named, or those that may be meant by what was typed. */
export type FoundGroup = { readonly actor: ActorFacts; readonly file?: GroupFile; readonly candidates: readonly Group[] };

/** One trip by id; a name costs a second one where it names a single group. */
export async function readWhichGroup({ store, sender, options }: Asked): Promise<FoundGroup> {
  const said = options.group ?? '';
  if (/^wg\d+$/.test(said)) return withFile(await store.readGroup(sender, said));
  const { actor, groups } = await store.findGroups(sender, said, menuSize);
  const [only] = groups;
  return only !== undefined && groups.length === 1 ? withFile(await store.readGroup(sender, only.id)) : { actor, candidates: groups };
}

/** The group of which a question speaks, in one trip. */
export async function readGroupAsked({ store, sender }: Pick<Asked, 'store' | 'sender'>, question: string): Promise<FoundGroup> {
  const said = question.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const { file, candidates } = await store.readGroupAsked(sender, said, tellingWords(said), menuSize);
  return { actor: file.actor, file, candidates };
}

function withFile(file: GroupFile): FoundGroup {
  return { actor: file.actor, file, candidates: [] };
}

export type ChosenGroup = GroupFile & { readonly group: Group };

/** The group that is meant; a menu where that is not clear, a refusal where nothing fits. */
export function chosenGroup({ file, candidates }: FoundGroup, command: string, said: string | undefined, words: Words): ChosenGroup | Card | Problem {
  if (file?.group !== undefined) return { ...file, group: file.group };
  if (candidates.length > 0) return whichGroupCard(candidates, command, {}, { words });
  return { code: 'group-unknown', params: { said: said ?? '' } };
}

export function isChosenGroup(value: ChosenGroup | Card | Problem): value is ChosenGroup {
  return 'group' in value;
}
