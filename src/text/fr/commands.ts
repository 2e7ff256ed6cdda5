import type { Words } from '../en/en.ts';

/** French. The names of commands stay as they are typed; dates in the examples are those that French speakers type. */
export const commands: Words['commands'] = {
  home: {
    summary: 'Votre accueil, en bref : la suite du plan et ce qui attend votre réponse',
    options: { 'as-of': 'Répondre comme si l’on était à cette date' },
    usage: 'home',
    examples: ['home'],
  },
  help: {
    summary: 'Ce que le bot sait faire, ou la réponse à une question qui contient une date',
    options: { question: 'Une commande, un jalon ou une question', 'as-of': 'Répondre comme si l’on était à cette date' },
    usage: 'help [QUESTION]',
    examples: ['help', 'help timeline', 'que se passe-t-il en juin 2022'],
  },
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
    options: { milestone: 'Lequel, par exemple m3', revision: 'La version de départ' },
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
  'milestone reopen': {
    summary: 'Revenir sur un jalon terminé ou annulé ; l’historique garde les deux',
    options: { milestone: 'Lequel, par exemple m3', revision: 'La version de départ' },
    usage: 'milestone reopen JALON',
    examples: ['milestone reopen m3'],
  },
  update: {
    summary: 'Écrire le point d’avancement de votre groupe, dans un formulaire ou en une ligne',
    options: {
      group: 'Quel groupe, par exemple wg1 ; utile si vous parlez pour plusieurs groupes',
      text: 'Ce qui a été fait, enregistré aussitôt. Sans texte, le formulaire s’ouvre',
      week: 'La semaine concernée',
      revision: 'L’état à partir duquel il est écrit',
    },
    usage: 'update [GROUPE] [TEXTE]',
    examples: ['update', 'update wg1', 'update wg1 la version provisoire du deuxième rapport est prête'],
  },
  'update nothing': {
    summary: 'Noter qu’il n’y a rien de nouveau cette semaine ; la suite prévue reste prévue',
    options: { group: 'Quel groupe, par exemple wg1', text: 'D’autres mots, enregistrés alors tels quels', week: 'La semaine concernée' },
    usage: 'update nothing [GROUPE]',
    examples: ['update nothing', 'update nothing wg1'],
  },
  'update show': {
    summary: 'Un point d’avancement et ses révisions : qui, quand, et depuis quelle messagerie',
    options: { update: 'Lequel, par exemple u142', revision: 'Laquelle de ses révisions' },
    usage: 'update show POINT',
    examples: ['update show u142'],
  },
  updates: {
    summary: 'Les points d’avancement passés, d’un groupe ou de tous, du plus récent au plus ancien',
    options: {
      group: 'Quel groupe, par exemple wg1',
      period: 'Quelle partie : le mois dernier, depuis avril, 2026',
      skip: 'Combien de points passer avant le premier',
    },
    usage: 'updates [GROUPE] [PÉRIODE]',
    examples: ['updates', 'updates wg1', 'updates wg1 depuis avril', 'updates le mois dernier'],
  },
  digest: {
    summary: 'La semaine de tous les groupes : aide souhaitée, points d’avancement, jalons à venir',
    options: { week: 'Quelle semaine : la semaine dernière, 2026-W48, un jour de la semaine', 'as-of': 'Répondre comme si l’on était à cette date' },
    usage: 'digest [SEMAINE]',
    examples: ['digest', 'digest cette semaine', 'digest 2026-W48', 'digest la semaine du 6 juin'],
  },
  me: { summary: 'Ce que le bot sait de vous, et comment le modifier', options: {}, usage: 'me', examples: ['me'] },
  'me language': {
    summary: 'La langue dans laquelle le bot vous parle',
    options: { language: 'Anglais ou français' },
    usage: 'me language [LANGUE]',
    examples: ['me language fr', 'langue fr'],
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
  check: {
    summary: 'Savoir si un formulaire a été enregistré',
    options: { key: 'La clé du formulaire' },
    usage: 'check CLÉ',
    examples: [],
  },
};
