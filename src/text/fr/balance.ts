import type { Words } from '../en/en.ts';

export const balance: Words['balance'] = {
  groups: {
    'civil society': 'société civile',
    government: 'gouvernement',
    intergovernmental: 'organisations intergouvernementales',
    'private sector': 'secteur privé',
    'technical community': 'communauté technique',
    others: 'autres (recherche, jeunesse, parlementaires)',
  },
  setting: 'Catégorie d’acteurs',
  notSaid: 'non précisée',
  say: 'Catégorie d’acteurs',
  ask: 'À quelle catégorie d’acteurs appartenez-vous ?',
  why: 'Vous n’avez pas à le dire. La coalition veut savoir si tous les côtés sont entendus ; elle compte donc, et personne ne voit ce que vous êtes.',
  how: 'Compté chaque lundi, par pas de trois, et rien n’est dit de moins de trois personnes. Ce qui change entre-temps se voit un lundi suivant.',
  pick: 'J’appartiens à…',
  sayNone: 'Ne rien dire',
  set: (group) => `Enregistré : ${group}`,
  taken: 'Enregistré : rien n’est précisé',
  title: 'Qui s’intéresse, par catégorie d’acteurs',
  none: 'Rien ne peut encore être dit : il faut qu’au moins trois personnes d’une catégorie la précisent, parmi d’autres.',
  atLeast: (group, number) => `${group} : environ ${number}`,
  show: 'Par catégorie d’acteurs',
  topics: 'Tous les sujets',
};
