import type { Words } from '../en/en.ts';
import { count } from '../say.ts';

const tag = 'fr';

export const digest: Words['digest'] = {
  title: (week) => `Récapitulatif, ${week}`,
  soFar: 'Cette semaine n’est pas terminée : voici où elle en est.',
  help: 'Aide souhaitée',
  updates: 'Points d’avancement',
  alsoTold: (groups) => `Ont aussi donné des nouvelles : ${groups}.`,
  more: (number) => count(tag, number, { one: (n) => `${n} autre`, other: (n) => `${n} autres` }),
  gaps: 'Pas encore de point',
  gapsJoin: 'Ce qui arrive plus tard est bienvenu, et rejoint le prochain récapitulatif.',
  after: 'Arrivé après la clôture, pour le prochain récapitulatif',
  quiet: 'Aucun groupe n’avait de point à donner pour cette semaine.',
  late: 'Arrivés plus tard, pour des semaines passées',
  ahead: 'Prochains jalons',
  next: (what) => `suite : ${what}`,
  read: 'Lire les points',
};
