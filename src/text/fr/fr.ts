import { idOfSpace, type Platform, platformOf } from '../../core/account.ts';
import type { Language, Permission } from '../../core/member.ts';
import type { MilestoneState } from '../../core/milestone.ts';
import type { Words } from '../en/en.ts';
import { list } from '../say.ts';
import { typed } from '../slash.ts';
import { acts } from './acts.ts';
import { balance } from './balance.ts';
import { commands } from './commands.ts';
import { digest } from './digest.ts';
import { exported } from './exported.ts';
import { group } from './group.ts';
import { here } from './here.ts';
import { link } from './link.ts';
import { me } from './me.ts';
import { membership } from './membership.ts';
import { milestone } from './milestone.ts';
import { milestoneProposal } from './milestone-proposal.ts';
import { notices } from './notices.ts';
import { outlook } from './outlook.ts';
import { personal } from './personal.ts';
import { problems } from './problems.ts';
import { proposal } from './proposal.ts';
import { status } from './status.ts';
import { surface } from './surface.ts';
import { topic } from './topic.ts';
import { update } from './update.ts';
import { values } from './values.ts';

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

const spaces: Record<Platform, string> = { slack: 'un espace Slack', discord: 'un serveur Discord', terminal: 'un terminal' };

/** Each in itself, so that its speakers find it. */
const languageNames: Record<Language, string> = { en: 'English', fr: 'français' };

const permissions: Record<Permission, string> = {
  anyone: 'Tout le monde',
  member: 'Membres',
  lead: 'Présidences, présidences adjointes et coordination',
  chair: 'Présidences',
  coordinator: 'Coordination',
};

export const fr: Words = {
  language: 'fr',
  tag,
  states,
  acts,
  languageNames,
  permissions,
  list: (items) => list(tag, items, 'conjunction'),
  commands,
  here,
  me,
  balance,
  membership,
  personal,
  exported,
  milestone,
  outlook,
  surface,
  problems,
  update,
  digest,
  milestoneProposal,
  link,
  topic,
  proposal,
  group,
  status,
  notices,
  values,

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

  home: {
    title: 'Bienvenue sur le bot de l’IS3C',
    waits: 'En attente de votre réponse',
    news: 'Nouvelles pour vous',
    askedBy: 'à la demande de',
    spaceWaits: (space) => `Demande à être accepté : ${spaces[platformOf(space)]} (${idOfSpace(space)})`,
    accept: 'Accepter',
    next: 'Ce qui vient ensuite',
    timeline: 'Chronologie',
    groups: 'Mes groupes',
    owed: (week) => `pas encore de point pour la ${week}`,
    told: (week) => `le point pour la ${week} est enregistré`,
    me: 'Moi',
  },

  help: {
    title: 'Ce que le bot sait faire',
    intro: (): string => `Tapez une commande, ou posez une question sur une date, un jalon ou un groupe : ${typed('help que se passe-t-il en juin 2022')}`,
    usage: 'Comment l’écrire',
    options: 'Précisions',
    examples: 'Exemples',
    others: 'Avec un autre mot',
    fits: 'L’une de ces commandes convient peut-être',
    fitting: 'Ce qui peut être tapé',
    who: 'Pour qui',
    didYouMean: (command) => `Vouliez-vous dire ${command} ?`,
    nearest: (command) => typed(command),
    all: 'Toutes les commandes',
    answerFor: (period) => `Dans le plan : ${period}`,
  },

  check: {
    title: 'Vérification faite',
    recorded: (act, object) => `C’est enregistré : ${object}, ${act}.`,
    changedSince: 'C’est enregistré tel que vous l’avez envoyé d’abord. Si vous avez modifié votre saisie depuis, veuillez la corriger là.',
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
    idle: (variables) => `${variables} ne sert encore à rien : le bot ne peut pas être installé par OAuth dans plusieurs espaces de travail.`,
    prompt: (): string => `Tapez ici ${typed('next-milestone')}, ou Ctrl-D pour arrêter.`,
    noPrompt: 'Un autre terminal peut poser des questions : npm run -s is3c -- next-milestone',
  },
};
