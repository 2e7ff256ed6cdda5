import type { Words } from '../en/en.ts';
import { count } from '../say.ts';
import { typed } from '../slash.ts';

const tag = 'fr';

const days = (number: number): string => count(tag, number, { one: (n) => `${n} jour`, other: (n) => `${n} jours` });

export const outlook: Words['outlook'] = {
  title: 'Ce qui vient ensuite',
  underWay: 'En cours',
  today: 'Aujourd’hui',
  thisMonth: 'Ce mois-ci',
  next: 'Prochain jalon',
  afterNext: 'Puis',
  awaiting: 'Résultat non enregistré',
  asOf: 'Situation au',
  planned: (when) => `prévu : ${when}`,
  monthOnly: 'mois seulement, jour non annoncé',
  oneOfThem: 'l’un des deux',
  monthOf: (month, of) => `mois ${month} sur ${of}`,
  inDays: (number) => (number === 1 ? 'demain' : `dans ${days(number)}`),
  earliestInDays: (number) => (number === 1 ? 'demain au plus tôt' : `au plus tôt dans ${days(number)}`),
  dependsOn: (id, what, when) => `Ce jalon dépend de ${id} (${when} : ${what}), dont aucun résultat n’est enregistré.`,
  andMore: (number, atLeast) => `${atLeast ? 'au moins ' : ''}${count(tag, number, { one: (n) => `${n} autre`, other: (n) => `${n} autres` })}`,
  nothingAhead: 'Aucun jalon n’est à venir.',
  last: 'Dernier jalon',
  nothingRecorded: 'Aucun résultat n’est enregistré.',
  outcomesMissing: (number, atLeast) =>
    `${atLeast ? 'Au moins ' : ''}${count(tag, number, { one: (n) => `${n} résultat n’est pas enregistré`, other: (n) => `${n} résultats ne sont pas enregistrés` })}.`,
  proposeNext: (): string => `La coordination peut ajouter les jalons de la prochaine phase : ${typed('milestone add')}`,
  empty: 'Le plan ne contient pas encore de jalon.',
};
