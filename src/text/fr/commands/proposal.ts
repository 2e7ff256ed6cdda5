import type { Words } from '../../en/en.ts';

export const proposal = {
  topics: {
    summary: 'Les sujets qui attendent un groupe de travail, mot pour mot, et l’intérêt pour chacun',
    options: { skip: 'Combien en passer avant le premier' },
    usage: 'topics',
    examples: ['topics'],
  },
  topic: {
    summary: 'Un sujet : son texte, l’intérêt qu’il suscite, son historique',
    options: { topic: 'Lequel, par exemple t2' },
    usage: 'topic SUJET',
    examples: ['topic t2'],
  },
  'topics add': { summary: 'Ajouter un sujet', options: { text: 'De quoi il traite' }, usage: 'topics add [TEXTE]', examples: ['topics add'] },
  'topics reword': {
    summary: 'Donner un autre texte à un sujet ; l’intérêt est redemandé',
    options: { topic: 'Lequel, par exemple t2', version: 'La version de départ' },
    usage: 'topics reword SUJET',
    examples: ['topics reword t2'],
  },
  'topics retire': {
    summary: 'Retirer un sujet de la liste, avec le motif',
    options: { topic: 'Lequel, par exemple t2', version: 'La version de départ' },
    usage: 'topics retire SUJET',
    examples: ['topics retire t2'],
  },
  'topics interest': {
    summary: 'Dire que vous participeriez à un groupe sur un sujet, ou le dirigeriez, ou le retirer',
    options: { topic: 'Lequel, par exemple t2', kind: 'join (participer), lead (diriger) ou none (rien)', version: 'La version lue' },
    usage: 'topics interest SUJET [join|lead|none]',
    examples: ['topics interest t2 join'],
  },
  'topics balance': {
    summary: 'Qui s’intéresse aux sujets, par catégorie d’acteurs',
    options: {},
    usage: 'topics balance',
    examples: ['topics balance'],
  },
  propose: {
    summary: 'Proposer un groupe de travail, d’après un sujet ou non',
    options: { topic: 'D’après quel sujet, par exemple t2', draft: 'Le brouillon qui le remplit', like: 'La proposition dont le texte est repris' },
    usage: 'propose [SUJET]',
    examples: ['propose', 'propose t2'],
  },
  'propose edit': {
    summary: 'Modifier une de vos propositions ; elle devient une nouvelle version',
    options: { proposal: 'Laquelle, par exemple p1', when: 'La date voulue', version: 'La version de départ', draft: 'Le brouillon qui le remplit' },
    usage: 'propose edit PROPOSITION',
    examples: ['propose edit p1'],
  },
  'propose discard': {
    summary: 'Jeter une proposition commencée et non envoyée',
    options: { draft: 'Lequel' },
    usage: 'propose discard',
    examples: ['propose discard'],
  },
  withdraw: {
    summary: 'Retirer une de vos propositions',
    options: { proposal: 'Laquelle, par exemple p1', why: 'Pourquoi, si vous le souhaitez', version: 'La version lue' },
    usage: 'withdraw PROPOSITION [MOTIF]',
    examples: ['withdraw p1'],
  },
  proposals: {
    summary: 'Les groupes de travail proposés, et le nombre de volontaires',
    options: { skip: 'Combien de propositions passer avant la première' },
    usage: 'proposals',
    examples: ['proposals'],
  },
  proposal: {
    summary: 'Une proposition : son texte, son état, ce que vous pouvez faire',
    options: { proposal: 'Laquelle, par exemple p1' },
    usage: 'proposal PROPOSITION',
    examples: ['proposal p1'],
  },
  volunteer: {
    summary: 'Offrir votre aide à une proposition, la changer ou la retirer',
    options: {
      proposal: 'Laquelle, par exemple p1',
      kind: 'lead (diriger), write (rédiger), research, review (relire), observe ou none (rien)',
      version: 'La version lue',
    },
    usage: 'volunteer PROPOSITION [lead|write|research|review|observe|none]',
    examples: ['volunteer p1', 'volunteer p1 write'],
  },
  review: {
    summary: 'Établir un groupe proposé, demander des modifications ou refuser, avec un motif',
    options: {
      proposal: 'Laquelle, par exemple p1',
      decision: 'establish (établir), changes (modifications) ou decline (refuser)',
      reason: 'Le motif, que liront la personne qui propose et tous les volontaires',
      version: 'La version lue',
    },
    usage: 'review PROPOSITION [establish|changes|decline] [MOTIF]',
    examples: ['review p1', 'review p1 establish'],
  },
} satisfies Partial<Words['commands']>;
