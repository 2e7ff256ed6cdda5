import type { Words } from '../en/en.ts';

export const milestoneProposal: Words['milestoneProposal'] = {
  proposed: (id) => `Proposé : ${id} attend la coordination.`,
  whatNext: 'Le bot vous dira la décision de la coordination.',
  titles: {
    waiting: (id) => `${id} attend d’être accepté`,
    accepted: (id) => `${id} est dans le plan`,
    declined: (id) => `${id} a été refusé`,
    ended: (id) => `${id} a pris fin : son groupe est clos`,
  },
  group: 'Proposé pour',
  since: 'Proposé le',
  accept: 'Accepter',
  decline: 'Refuser',
  declineTitle: (id) => `Refuser ${id}`,
  why: 'Pourquoi',
  whyHint: 'Public, et envoyé à la personne qui l’a proposé',
  waits: (id, what) => `${id} est proposé : ${what}`,
  look: 'Voir',
  decided: (id) => `La coordination a décidé de ${id}`,
};
