import type { Words } from '../../en/en.ts';

export const here = {
  here: {
    summary: 'Ce que reçoit ce canal : récapitulatif, nouvelles, quand et en quelle langue',
    options: { channel: 'Un autre canal, par son identifiant' },
    usage: 'here show',
    examples: [],
  },
  'here digest': {
    summary: 'Activer ou modifier ce que reçoit ce canal',
    options: { channel: 'Un autre canal, par son identifiant' },
    usage: 'here digest',
    examples: ['here digest'],
  },
  'here choose': {
    summary: 'Choisir le canal concerné',
    options: {},
    usage: 'here choose',
    examples: ['here choose'],
  },
  'here preview': {
    summary: 'À quoi ressemblerait le récapitulatif dans ce canal',
    options: { channel: 'Un autre canal, par son identifiant' },
    usage: 'here preview',
    examples: ['here preview'],
  },
  'here off': {
    summary: 'Ne plus rien envoyer dans ce canal',
    options: { channel: 'Un autre canal, par son identifiant' },
    usage: 'here off',
    examples: ['here off'],
  },
  status: {
    summary: 'Le bot va-t-il bien : son horloge, sa file, les dernières remises',
    options: {},
    usage: 'status',
    examples: ['status'],
  },
  'status again': {
    summary: 'Publier à nouveau un message qui n’est pas arrivé, ou peut-être pas',
    options: { message: 'Lequel' },
    usage: 'status again MESSAGE',
    examples: [],
  },
  'here setup': {
    summary: 'Première configuration : prendre la coordination, ou demander l’acceptation de cet espace',
    options: {},
    usage: 'here setup',
    examples: ['here setup'],
  },
  'here accept': {
    summary: 'Accepter un espace qui le demande',
    options: { space: 'Quel espace, tel que l’accueil l’affiche' },
    usage: 'here accept ESPACE',
    examples: ['here accept discord:789'],
  },
  'here appoint': {
    summary: 'Nommer une autre personne à la coordination',
    options: { person: 'Qui : une mention, ou un compte tel que slack:T123:U456' },
    usage: 'here appoint PERSONNE',
    examples: ['here appoint slack:T123:U456'],
  },
  'here dismiss': {
    summary: 'Retirer une personne de la coordination',
    options: { person: 'Qui : une mention, ou un compte tel que slack:T123:U456' },
    usage: 'here dismiss PERSONNE',
    examples: ['here dismiss slack:T123:U456'],
  },
  'here leadership': {
    summary: 'La coordination lit les propositions dans ce canal ; off y met fin',
    options: { off: 'off, pour y mettre fin', channel: 'Un autre canal, par son identifiant' },
    usage: 'here leadership [off]',
    examples: ['here leadership', 'here leadership off'],
  },
} satisfies Partial<Words['commands']>;
