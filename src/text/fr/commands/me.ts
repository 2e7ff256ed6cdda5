import type { Words } from '../../en/en.ts';

export const me = {
  'me zone': {
    summary: 'Votre fuseau horaire',
    options: { zone: 'Europe/Paris, ou une ville comme Nairobi' },
    usage: 'me zone [FUSEAU]',
    examples: ['me zone', 'me zone Europe/Paris'],
  },
  'me reminders': {
    summary: 'Comment le bot vous demande les points : message direct, canal ou jamais',
    options: { way: 'direct, channel ou never' },
    usage: 'me reminders [direct|channel|never]',
    examples: ['me reminders', 'me reminders never'],
  },
  'me away': {
    summary: 'Vos absences, pour que personne ne vous demande',
    options: { days: 'De quand à quand ; back y met fin' },
    usage: 'me away [DE-À]',
    examples: ['me away', 'me away du 3 au 14 août', 'me away back'],
  },
  me: { summary: 'Ce que le bot sait de vous, et comment le modifier', options: {}, usage: 'me show', examples: [] },
  'me language': {
    summary: 'La langue dans laquelle le bot vous parle',
    options: { language: 'Anglais ou français' },
    usage: 'me language [LANGUE]',
    examples: ['me language fr', 'me language anglais'],
  },
  'me link': {
    summary: 'Une personne, deux comptes : un code ici, à taper sur l’autre compte',
    options: { code: 'Le code que l’autre compte a reçu', sure: 'Que ce compte est le vôtre' },
    usage: 'me link [CODE]',
    examples: ['me link', 'me link ABCD-2345'],
  },
  'me confirm': {
    summary: 'Confirmer que le compte qui a saisi votre code est aussi le vôtre',
    options: {},
    usage: 'me confirm',
    examples: ['me confirm'],
  },
  'me unlink': {
    summary: 'Séparer les comptes liés en dernier ; chacun retrouve ce qu’il avait',
    options: {},
    usage: 'me unlink',
    examples: ['me unlink'],
  },
  'me stakeholder': {
    summary: 'Dire à quelle catégorie d’acteurs vous appartenez, ou ne rien dire ; seuls des totaux sont donnés',
    options: { group: 'société civile, gouvernement, secteur privé, communauté technique, autres, aucun…' },
    usage: 'me stakeholder [CATÉGORIE]',
    examples: ['me stakeholder', 'me stakeholder société civile'],
  },
  'me privacy': {
    summary: 'Ce qui est gardé sur vous, pourquoi et combien de temps',
    options: {},
    usage: 'me privacy',
    examples: ['me privacy'],
  },
  'me export': {
    summary: 'Tout ce qui est gardé sur vous, à lire et en JSON',
    options: {},
    usage: 'me export',
    examples: ['me export'],
  },
  'me forget': {
    summary: 'Quitter la mémoire : ce qui disparaît, ce qui reste et pourquoi, puis c’est fait',
    options: { sure: 'Si c’est bien voulu' },
    usage: 'me forget',
    examples: ['me forget'],
  },
} satisfies Partial<Words['commands']>;
