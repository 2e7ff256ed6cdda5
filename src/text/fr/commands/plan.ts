import type { Words } from '../../en/en.ts';

export const plan = {
  'next-milestone': {
    summary: 'Ce qui est en cours, ce qui vient ensuite, et les résultats non enregistrés',
    options: { 'as-of': 'Répondre comme si l’on était à cette date, par exemple 2022-03-15' },
    usage: 'next-milestone [au DATE]',
    examples: ['next-milestone', 'next-milestone au 15 mars 2022'],
  },
  timeline: {
    summary: 'Tout le plan, ou une partie, en texte et en dessin',
    options: {
      period: 'Quelle partie : 2022, le trimestre prochain, entre mars et juin 2022',
      'as-of': 'Répondre comme si l’on était à cette date',
      skip: 'Combien de jalons passer avant le premier',
    },
    usage: 'timeline [PÉRIODE]',
    examples: ['timeline', 'timeline 2022', 'timeline entre mars et juin 2022', 'timeline depuis avril 2022'],
  },
  'milestone show': {
    summary: 'Un jalon : ses dates, son résultat et son historique',
    options: { milestone: 'Lequel, par exemple m3', 'as-of': 'Répondre comme si l’on était à cette date' },
    usage: 'milestone show JALON',
    examples: ['milestone show m3'],
  },
  'milestone add': {
    summary: 'Ajouter un jalon au plan',
    options: { when: 'Quand : un jour, un mois, une période, un trimestre', text: 'De quoi il s’agit' },
    usage: 'milestone add [QUAND] [TEXTE]',
    examples: ['milestone add', 'milestone add "T3 2023" "Publication du deuxième rapport"'],
  },
  'milestone change': {
    summary: 'Modifier le texte ou la date prévue ; l’ancienne version reste dans l’historique',
    options: { milestone: 'Lequel, par exemple m3', when: 'La date prévue', revision: 'La version de départ' },
    usage: 'milestone change JALON',
    examples: ['milestone change m3'],
  },
  'milestone confirm': {
    summary: 'Indiquer la date réelle, à venir ou passée ; la date prévue reste à côté',
    options: { milestone: 'Lequel, par exemple m3', when: 'La date confirmée', revision: 'La version de départ' },
    usage: 'milestone confirm JALON [QUAND]',
    examples: ['milestone confirm m3', 'milestone confirm m3 23 février 2022'],
  },
  'milestone done': {
    summary: 'Noter le résultat d’un jalon',
    options: { milestone: 'Lequel, par exemple m3', when: 'Le jour', revision: 'La version de départ' },
    usage: 'milestone done JALON',
    examples: ['milestone done m3'],
  },
  'milestone cancel': {
    summary: 'Annuler un jalon, en donnant le motif ; il reste dans l’historique',
    options: { milestone: 'Lequel, par exemple m3', revision: 'La version de départ' },
    usage: 'milestone cancel JALON',
    examples: ['milestone cancel m3'],
  },
  'milestone accept': {
    summary: 'Accepter un jalon proposé par une présidence',
    options: { milestone: 'Lequel, par exemple m9' },
    usage: 'milestone accept JALON',
    examples: ['milestone accept m9'],
  },
  'milestone decline': {
    summary: 'Refuser un jalon proposé par une présidence, en disant pourquoi',
    options: { milestone: 'Lequel, par exemple m9' },
    usage: 'milestone decline JALON',
    examples: ['milestone decline m9'],
  },
  'milestone redate': {
    summary: 'Donner la date voulue à un jalon que vous proposez',
    options: { milestone: 'Lequel, par exemple m9', when: 'La date voulue' },
    usage: 'milestone redate JALON',
    examples: [],
  },
  'milestone reopen': {
    summary: 'Revenir sur un jalon terminé ou annulé ; l’historique garde les deux',
    options: { milestone: 'Lequel, par exemple m3', revision: 'La version de départ' },
    usage: 'milestone reopen JALON',
    examples: ['milestone reopen m3'],
  },
} satisfies Partial<Words['commands']>;
