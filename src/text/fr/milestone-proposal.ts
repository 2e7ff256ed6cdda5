import type { Words } from '../en/en.ts';
import { count } from '../say.ts';

const tag = 'fr';

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
  more: (number) => count(tag, number, { one: (n) => `${n} autre jalon est proposé`, other: (n) => `${n} autres jalons sont proposés` }),
  look: 'Voir',
  decided: (id) => `La coordination a décidé de ${id}`,
};
