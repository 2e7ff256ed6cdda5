import type { Words } from '../en/en.ts';

export const values: Words['values'] = {
  memberRoles: {
    editor: 'rédaction, rédacteur, rédactrice, éditeur, éditrice',
    member: 'membre, comme membre',
    observer: 'observation, observateur, observatrice',
  },
  roles: {
    chair: 'présidence, président, présidente',
    deputy: 'présidence adjointe, adjoint, adjointe, vice-président, vice-présidente',
  },
  helps: {
    lead: 'diriger, présider, direction',
    write: 'rédiger, écrire, rédaction',
    research: 'rechercher, recherche, faire des recherches',
    review: 'relire, relecture',
    observe: 'observer, observation, observateur, observatrice',
  },
  decisions: {
    establish: 'établir',
    ask: 'modifications, demander des modifications',
    decline: 'refuser',
  },
  interests: { join: 'participer, rejoindre, j’y participerais', lead: 'diriger, je le dirigerais' },
  joinings: { open: 'ouvert, ouverte, ouverte à chaque membre', asked: 'sur demande, demander, demander d’abord à la présidence' },
  answers: { yes: 'oui, accepter', no: 'non, refuser' },
  statuses: { 'on track': 'en bonne voie', 'at risk': 'à risque, en risque', blocked: 'bloqué, bloquée' },
  week: 'la semaine dernière, semaine dernière, cette semaine, la semaine passée, pour la semaine dernière, pour cette semaine',
  none: 'aucun, aucune, rien',
  nothing:
    'rien, rien de nouveau, rien de nouveau cette semaine, rien de neuf, rien de neuf cette semaine, rien cette semaine, rien à signaler, rien à signaler cette semaine, pas de nouvelles, pas de nouveauté, pas de nouveautés, aucune nouveauté',
};
