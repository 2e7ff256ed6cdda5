import type { Words } from '../../en/en.ts';

export const group = {
  groups: {
    summary: 'Les groupes de travail, avec l’état et le dernier point de chacun',
    options: { skip: 'Combien en passer avant le premier' },
    usage: 'groups',
    examples: ['groups'],
  },
  group: {
    summary: 'Un groupe de travail : qui parle pour lui, quand on lui demande, son dernier point',
    options: { group: 'Lequel : wg1, ou une partie de son nom' },
    usage: 'group GROUPE',
    examples: ['group wg1', 'group éducation'],
  },
  'group settings': {
    summary: 'Quand on demande un point à un groupe, et à quoi il sert',
    options: { group: 'Lequel, par exemple wg1', revision: 'L’état de départ' },
    usage: 'group settings GROUPE',
    examples: ['group settings wg1'],
  },
  'group channel': {
    summary: 'Demander et annoncer dans le canal où ceci est tapé',
    options: { group: 'Lequel, par exemple wg1' },
    usage: 'group channel GROUPE',
    examples: ['group channel wg1'],
  },
  'group pause': {
    summary: 'Ne plus demander de point à un groupe',
    options: { group: 'Lequel, par exemple wg1' },
    usage: 'group pause GROUPE',
    examples: ['group pause wg1'],
  },
  'group resume': {
    summary: 'Demander de nouveau des points à un groupe en pause',
    options: { group: 'Lequel, par exemple wg1' },
    usage: 'group resume GROUPE',
    examples: ['group resume wg1'],
  },
  'group appoint': {
    summary: 'Confier à quelqu’un la présidence ou l’adjonction d’un groupe',
    options: { group: 'Lequel, par exemple wg1', person: 'Qui', role: 'chair ou deputy' },
    usage: 'group appoint GROUPE [PERSONNE] [chair|deputy]',
    examples: ['group appoint wg1'],
  },
  'group dismiss': {
    summary: 'Mettre fin à une fonction dans un groupe, ou à la vôtre',
    options: { group: 'Lequel, par exemple wg1', person: 'Qui' },
    usage: 'group dismiss GROUPE [PERSONNE]',
    examples: ['group dismiss wg1'],
  },
  'group chair': {
    summary: 'Accepter de présider un groupe qui vous le demande',
    options: { group: 'Lequel, par exemple wg4' },
    usage: 'group chair GROUPE',
    examples: ['group chair wg4'],
  },
} satisfies Partial<Words['commands']>;
