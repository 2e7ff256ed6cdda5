import type { Language, Permission } from '../../core/member.ts';
import type { MilestoneAct, MilestoneState } from '../../core/milestone.ts';
import type { UpdateAct } from '../../core/update.ts';
import type { Words } from '../en/en.ts';
import { count, list } from '../say.ts';
import { typed } from '../slash.ts';
import { commands } from './commands.ts';
import { digest } from './digest.ts';
import { milestoneProposal } from './milestone-proposal.ts';
import { notices } from './notices.ts';
import { problems } from './problems.ts';
import { update } from './update.ts';

// Everybody is addressed as « vous ». The space before : ; ? ! and inside « » never breaks; a test looks after it.

const tag = 'fr';

const states: Record<MilestoneState, string> = {
  ahead: 'à venir',
  today: 'aujourd’hui',
  'this month': 'ce mois-ci',
  'under way': 'en cours',
  'outcome not recorded': 'résultat non enregistré',
  done: 'terminé',
  cancelled: 'annulé',
};

const acts: Record<MilestoneAct | UpdateAct | 'imported' | 'milestone proposed' | 'milestone declined', string> = {
  added: 'ajouté',
  changed: 'modifié',
  confirmed: 'date confirmée',
  done: 'résultat enregistré',
  cancelled: 'annulé',
  reopened: 'rouvert',
  imported: 'chargé depuis le plan',
  'update recorded': 'point d’avancement enregistré',
  'update revised': 'point d’avancement révisé',
  'milestone proposed': 'proposé',
  'milestone declined': 'refusé',
};

/** Each in itself, so that its speakers find it. */
const languageNames: Record<Language, string> = { en: 'English', fr: 'français' };

const permissions: Record<Permission, string> = {
  anyone: 'Tout le monde',
  member: 'Membres',
  lead: 'Présidences et coordination',
  coordinator: 'Coordination',
};

const days = (number: number): string => count(tag, number, { one: (n) => `${n} jour`, other: (n) => `${n} jours` });

export const fr: Words = {
  language: 'fr',
  tag,
  states,
  acts,
  languageNames,
  permissions,
  list: (items) => list(tag, items, 'conjunction'),
  commands,
  problems,
  update,
  digest,
  milestoneProposal,
  notices,

  surface: {
    cancel: 'Fermer',
    refused: 'Cela n’a pas abouti',
    tryAgain: 'Réessayer',
    share: 'Partager',
    choose: 'Choisir',
    leftOut: (number) => count(tag, number, { one: (n) => `${n} autre élément n’est pas affiché`, other: (n) => `${n} autres éléments ne sont pas affichés` }),
    cut: 'raccourci',
    sharedBy: 'Partagé par',
    working: 'Un instant…',
    typed: 'Votre saisie',
    reopen: 'Rouvrir le formulaire',
    forgotten: 'Le texte n’est plus en mémoire : veuillez le recopier depuis le message ci-dessus.',
    /** A label before its value. */
    labelled: (label) => `${label} :`,
    optional: 'facultatif',
    aMember: 'une personne membre',
    notPosted: 'Ce message n’a pas pu être publié dans le canal. Veuillez vérifier sur place, et le partager de nouveau s’il n’y est pas.',
    notOpened: 'Le formulaire ne s’est pas ouvert à temps. Rien n’a été modifié ; veuillez réessayer.',
    formHint: 'Entrée garde ce qui est entre crochets ; Ctrl-C quitte le formulaire sans rien modifier.',
    goodbye: 'Au revoir.',
    textHint: 'Plusieurs lignes peuvent se suivre ; une ligne vide termine le texte.',
    emptyHint: 'Un simple - vide un champ facultatif.',
    formLeft: 'Vous avez quitté le formulaire ; rien n’a été modifié.',
    sendAgain: 'Entrée renvoie le formulaire ; Ctrl-C le quitte.',
    leaveHint: 'Encore une fois Ctrl-C pour quitter, ou bien Ctrl-D.',
    fillIn: 'Pour le remplir :',
    noForm: 'Ceci n’ouvre aucun formulaire que --field pourrait remplir. Sans --field, vous voyez ce qui manque, ou l’action se fait aussitôt.',
    unknownField: (name, known) => `Le formulaire n’a pas de champ « ${name} ». Il a : ${known}`,
    unknownFlag: (flag, known) => `${flag} n’existe pas ici. Il y a : ${known}`,
    flagNeeds: (flag, example) => `${flag} attend une valeur, par exemple ${example}`,
    flagCannot: (flag, said, example) => `${flag} ne peut pas utiliser « ${said} ». La valeur attendue ressemble à ${example}`,
    flagAlone: (flag) => `${flag} ne prend pas de valeur.`,
    noAnswer: 'Le bot n’a pas répondu jusqu’au bout. Si quelque chose devait être enregistré, vérifiez si c’est fait avant de l’envoyer de nouveau.',
    reference: (reference) => `Référence ${reference}`,
  },

  outlook: {
    title: 'Ce qui vient ensuite',
    underWay: 'En cours',
    today: 'Aujourd’hui',
    thisMonth: 'Ce mois-ci',
    next: 'Prochain jalon',
    afterNext: 'Puis',
    awaiting: 'Résultat non enregistré',
    asOf: (instant) => `Situation au ${instant}`,
    planned: (when) => `prévu : ${when}`,
    monthOnly: 'mois seulement, jour non annoncé',
    oneOfThem: 'l’un des deux',
    monthOf: (month, of) => `mois ${month} sur ${of}`,
    inDays: (number) => (number === 1 ? 'demain' : `dans ${days(number)}`),
    earliestInDays: (number) => (number === 1 ? 'demain au plus tôt' : `au plus tôt dans ${days(number)}`),
    dependsOn: (id, what, when) => `Ce jalon dépend de ${id} (${when} : ${what}), dont aucun résultat n’est enregistré.`,
    andMore: (number, atLeast) => `${atLeast ? 'au moins ' : ''}${count(tag, number, { one: (n) => `${n} autre`, other: (n) => `${n} autres` })}`,
    nothingAhead: 'Aucun jalon n’est à venir.',
    last: 'Dernier jalon',
    nothingRecorded: 'Aucun résultat n’est enregistré.',
    outcomesMissing: (number, atLeast) =>
      `${atLeast ? 'Au moins ' : ''}${count(tag, number, { one: (n) => `${n} résultat n’est pas enregistré`, other: (n) => `${n} résultats ne sont pas enregistrés` })}.`,
    proposeNext: (): string => `La coordination peut ajouter les jalons de la prochaine phase : ${typed('milestone add')}`,
    empty: 'Le plan ne contient pas encore de jalon.',
  },

  timeline: {
    title: 'Chronologie',
    titleFor: (period) => `Chronologie : ${period}`,
    nothing: (period) => `Le plan ne contient rien pour cette période : ${period}.`,
    shown: (from, to, total) => `${from} à ${to} sur ${total}`,
    earlier: 'Plus tôt',
    later: 'Plus tard',
    whole: 'Toute la chronologie',
    drawingIs: (lines) => `Un dessin du plan au fil des mois. ${lines.join('. ')}.`,
    legend: {
      '●': 'la date qui compte',
      '○': 'prévu auparavant',
      '━': 'une période',
      '◌': 'l’une de ces dates',
      '?': 'résultat non enregistré',
      '✓': 'terminé',
      '×': 'annulé',
    },
    undated: 'date pas encore connue',
  },

  milestone: {
    planned: 'Prévu',
    confirmed: 'Confirmé',
    state: 'État',
    outcome: 'Résultat',
    cancelledBecause: 'Motif de l’annulation',
    dependsOn: 'Dépend de',
    source: (source) => `source : ${source}`,
    notConfirmed: 'non confirmé',
    history: 'Historique',
    why: (why) => `motif : ${why}`,
    by: 'par',
    show: 'Voir',
    add: 'Ajouter un jalon',
    change: 'Modifier',
    confirm: 'Confirmer une date',
    done: 'Noter le résultat',
    cancel: (id) => `Annuler ${id}`,
    reopen: 'Rouvrir',
    whichOne: 'Quel jalon ?',
    pick: 'Choisissez un jalon',
    search: 'Tapez une partie de son texte, ou son identifiant',
    added: (id) => `C’est enregistré : ${id} figure au plan.`,
    recorded: (id) => `C’est enregistré : ${id}.`,
    understoodAs: (said, when) => `« ${said} » est compris ainsi : ${when}.`,
    otherReading: (when) => `Plutôt : ${when}`,
    stands: 'Voici ce qui est enregistré maintenant :',
    slowNote: 'La base de données est lente en ce moment : rien n’a pu être rempli d’avance pour vous.',
    titles: {
      add: () => 'Ajouter un jalon',
      change: (id) => `Modifier ${id}`,
      confirm: (id) => `Date confirmée de ${id}`,
      done: (id) => `Résultat de ${id}`,
      cancel: (id) => `Annuler ${id}`,
      reopen: (id) => `Rouvrir ${id}`,
    },
    submits: { add: 'Ajouter', change: 'Modifier', confirm: 'Confirmer', done: 'Enregistrer', cancel: 'Annuler le jalon', reopen: 'Rouvrir' },
    fields: {
      when: 'Quand',
      whenHint: 'Un jour, un mois, une période, un trimestre : 6 juillet 2022, nov./déc. 2022, T3 2023',
      text: 'De quoi il s’agit',
      textHint: 'Public : toute personne qui a accès au bot peut le lire',
      dependsOn: 'Dépend de',
      dependsOnHint: 'Identifiants d’autres jalons, par exemple m6',
      source: 'Source',
      sourceHint: 'Qui l’a annoncé, ou une adresse https',
      outcome: 'Résultat obtenu',
      outcomeHint: 'Public : toute personne qui a accès au bot peut le lire',
      dated: 'Quel jour',
      datedHint: 'Laissez vide pour aujourd’hui',
      why: 'Pourquoi',
      whyHint: 'Conservé dans l’historique, à côté de la modification',
      reason: 'Motif de l’annulation',
    },
    defaultSource: 'ajouté par la coordination',
  },

  home: {
    title: 'Bienvenue sur le bot de l’IS3C',
    waits: 'En attente de votre réponse',
    spaceWaits: (space) => `${space} demande à être accepté`,
    accept: 'Accepter',
    next: 'Ce qui vient ensuite',
    timeline: 'Chronologie',
    me: 'Moi',
  },

  help: {
    title: 'Ce que le bot sait faire',
    intro: (): string => `Tapez une commande, ou posez une question qui contient une date : ${typed('que se passe-t-il en juin 2022')}`,
    usage: 'Comment l’écrire',
    options: 'Précisions',
    examples: 'Exemples',
    who: 'Pour qui',
    didYouMean: (command) => `Vouliez-vous dire ${command} ?`,
    nearest: (command) => typed(command),
    all: 'Toutes les commandes',
    answerFor: (period) => `Dans le plan : ${period}`,
  },

  me: {
    title: 'Vous',
    language: 'Langue',
    fromPlatform: 'selon le réglage de votre application',
    zone: 'Fuseau horaire',
    zoneUnknown: 'inconnu : les jours sont comptés en UTC',
    accounts: 'Compte',
    roles: 'Rôle',
    coordinator: 'coordination',
    member: 'membre',
    nobody: 'rien n’est enregistré à votre sujet',
    stored: 'Ce que vous réglez ici est enregistré sous un numéro à part, et non sous votre nom.',
    languageSet: (language) => `Désormais en ${language}.`,
    pickLanguage: 'Quelle langue ?',
  },

  here: {
    title: 'Configuration de cet espace',
    claimed: 'Vous assurez désormais la coordination de ce bot, et cet espace est accepté.',
    nextStep: 'Nommez bientôt une deuxième personne à la coordination, pour que la coalition ne dépende jamais d’une seule.',
    accepted: 'Cet espace est accepté : on peut y lire et y agir.',
    asked: 'La coordination peut maintenant accepter cet espace.',
    untilThen: 'D’ici là, tout le monde peut lire le plan ici, et personne ne peut le modifier.',
    alreadyAsked: 'La demande de cet espace est déjà faite. La coordination doit encore l’accepter.',
    spaceAccepted: (space) => `${space} est accepté.`,
    appoint: 'Nommer à la coordination',
    appointTitle: 'Nommer à la coordination',
    appointSubmit: 'Nommer',
    person: 'Qui',
    personHint: 'Cette personne dirigera la coalition dans tous les espaces',
    appointed: 'fait désormais partie de la coordination.',
    dismissed: 'ne fait plus partie de la coordination.',
  },

  check: {
    title: 'Vérification faite',
    recorded: (act, object) => `C’est enregistré : ${object}, ${act}.`,
    notRecorded: 'Ce n’est pas enregistré. Veuillez renvoyer le formulaire.',
    again: 'Vérifier de nouveau',
  },

  page: {
    title: 'Chronologie de l’IS3C',
    runs: 'État du service',
    plan: 'Le plan',
    serves: (platforms) => `Il est présent sur ${platforms}.`,
    lead: 'L’Internet Standards, Security and Safety Coalition est une coalition dynamique du Forum des Nations Unies sur la gouvernance d’Internet.',
  },

  start: {
    runs: (version, database) => `Le bot IS3C ${version} fonctionne avec ${database}.`,
    embedded: 'la base de données intégrée',
    server: 'PostgreSQL',
    page: (address) => `Page : ${address}`,
    connected: (platform, how) => `${platform} : configuré (${how}).`,
    missing: (platform, variables) => `${platform} : non configuré. Définissez ${variables} ; README.md dit où les trouver.`,
    prompt: (): string => `Tapez ici ${typed('next-milestone')}, ou Ctrl-D pour arrêter.`,
    noPrompt: 'Un autre terminal peut poser des questions : npm run -s is3c -- next-milestone',
  },
};
