import { type StakeholderGroup, stakeholderGroups } from '../core/balance.ts';
import { wordsFor } from './words.ts';

/** What people call themselves beside the names of the groups. */
const alsoKnown: Readonly<Record<string, StakeholderGroup>> = {
  academia: 'others',
  academic: 'others',
  youth: 'others',
  parliamentarian: 'others',
  parliamentarians: 'others',
  other: 'others',
  business: 'private sector',
  company: 'private sector',
  technical: 'technical community',
  igo: 'intergovernmental',
  ngo: 'civil society',
  université: 'others',
  jeunesse: 'others',
  parlementaire: 'others',
  entreprise: 'private sector',
  ong: 'civil society',
};

const nothing: readonly string[] = ['none', 'nothing', 'rien', 'aucun'];

/** A stakeholder group by its name in any language; null for the wish to say none, undefined for what is neither. */
export function readStakeholder(said: string): StakeholderGroup | null | undefined {
  const plain = said.trim().toLowerCase();
  if (nothing.includes(plain)) return null;
  const named = (['en', 'fr'] as const).flatMap((language) => stakeholderGroups.map((one) => [one, wordsFor(language).balance.groups[one]] as const));
  return stakeholderGroups.find((one) => one === plain) ?? alsoKnown[plain] ?? named.find(([, name]) => name.toLowerCase() === plain)?.[0];
}
