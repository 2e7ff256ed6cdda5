import type { Words } from '../en/en.ts';
import { count } from '../say.ts';
import { typed } from '../slash.ts';

const states: Words['topic']['states'] = { open: 'sans groupe', adopted: 'repris par un groupe de travail', retired: 'retiré' };
const mine: Words['topic']['mine'] = { join: 'vous participeriez', lead: 'vous dirigeriez' };

export const topic: Words['topic'] = {
  states,
  mine,
  which: 'Quel sujet ?',
  pick: 'Choisissez un sujet',
  title: 'Sujets qui attendent un groupe',
  none: 'Aucun sujet n’attend de groupe.',
  counts: (join, lead) =>
    `${count('fr', join, { one: (n) => `${n} personne participerait`, other: (n) => `${n} personnes participeraient` })}, ${count('fr', lead, { one: (n) => `${n} dirigerait`, other: (n) => `${n} dirigeraient` })}`,
  askedAgain: 'Son texte a changé depuis que vous avez dit votre intérêt. Veuillez le lire et le redire.',
  proposed: (ids) => `proposé : ${ids}`,
  howTo: () => `Toute personne d’un espace membre peut proposer un groupe : ${typed('propose t1')}`,
  wouldJoin: 'J’y participerais',
  wouldLead: 'Je le dirigerais',
  takeBack: 'Retirer mon intérêt',
  joinWhich: 'Je participerais à un groupe sur…',
  leadWhich: 'Je dirigerais un groupe sur…',
  show: (id) => `Voir ${id}`,
  propose: 'Proposer un groupe',
  add: 'Ajouter un sujet',
  reword: 'Reformuler',
  retire: 'Retirer',
  state: 'État',
  interest: 'Intérêt',
  proposals: 'Propositions',
  group: 'Groupe de travail',
  history: 'Ce qui lui est arrivé',
  noted: (id) => `Enregistré : votre intérêt pour ${id}`,
  takenBack: (id) => `Enregistré : plus d’intérêt pour ${id}`,
  recorded: {
    'topic added': (id) => `Enregistré : ${id} est ajouté.`,
    'topic reworded': (id) => `Enregistré : ${id} a d’autres termes désormais.`,
    'topic retired': (id) => `Enregistré : ${id} est retiré.`,
  },
  stands: 'Voici ce qui est enregistré maintenant :',
  whatNext: 'Le bot vous préviendra si son texte change. Les autres voient seulement combien de personnes sont intéressées.',
  addTitle: 'Ajouter un sujet',
  rewordTitle: (id) => `Reformuler ${id}`,
  retireTitle: (id) => `Retirer ${id}`,
  save: 'Enregistrer',
  text: 'De quoi traite le sujet',
  textHint: 'Public, mot pour mot. Un autre texte fait redemander l’intérêt de chacun',
  why: 'Pourquoi',
  whyHint: 'Conservé dans l’historique, à côté de la modification',
  acts: {
    imported: 'chargé depuis le plan',
    'topic added': 'ajouté',
    'topic reworded': 'reformulé',
    'topic retired': 'retiré',
    'topic adopted': 'repris par un groupe de travail',
  },
  retiredTitle: (id) => `${id} est retiré`,
  retiredText: 'Vous aviez dit vouloir participer à un groupe ou le diriger. Le sujet ne figure plus dans la liste ; vous n’avez rien à faire.',
  rewordedTitle: (id) => `Le texte de ${id} a changé`,
  rewordedText: 'Vous aviez dit vouloir participer à un groupe ou le diriger. Cela valait pour l’ancien texte ; est-ce encore vrai pour celui-ci ?',
};
