import type { NoticeWords } from '../en/notices.ts';
import { typed } from '../slash.ts';

const kinds: NoticeWords['kinds'] = {
  prompt: 'la demande d’un point d’avancement',
  reminder: 'le rappel d’un point d’avancement',
  digest: 'le récapitulatif',
  'update recorded': 'l’annonce d’un point d’avancement',
  'update late': 'l’annonce d’un point d’avancement tardif',
  silence: 'la note sur un groupe silencieux',
  'milestone proposed': 'la proposition d’un jalon',
  'milestone decided': 'la décision sur un jalon proposé',
  'proposal card': 'la fiche d’une proposition',
  'proposal filed': 'l’annonce d’une proposition',
  'proposal edited': 'l’annonce d’une proposition modifiée',
  'proposal moved': 'la décision sur une proposition',
  'topic reworded': 'l’annonce d’un sujet reformulé',
  'chair asked': 'la question de la présidence d’un groupe',
  'link entered': 'la question de savoir si deux comptes sont à la même personne',
  'not delivered': 'la note sur un message non remis',
  'channel paused': 'la note sur un canal en pause',
};

export const notices: NoticeWords = {
  kinds,
  promptTitle: (group) => `Quoi de neuf dans ${group} ?`,
  promptText: (week) => `C’est le moment du point d’avancement pour la ${week} : ce qui a été fait, la suite, l’aide dont vous avez besoin.`,
  reminderTitle: (group) => `Un rappel : le point d’avancement de ${group}`,
  reminderText: (week) => `Il n’y a pas encore de point d’avancement pour la ${week}. C’est le seul rappel ; quelques mots suffisent.`,
  planned: 'Prévu la dernière fois :',
  howAsked: () => `La façon dont le bot vous le demande et vos absences se règlent avec ${typed('me')}`,
  write: 'Écrire le point',
  nothingNew: 'Rien de nouveau',

  digestLate: 'Il arrive en retard, car le bot était arrêté au moment prévu.',
  digestsSkipped: (weeks) => `Non envoyés pour la même raison : ${weeks}. Chacun peut être lu à tout moment.`,

  recordedTitle: (group, week) => `${group} : le point d’avancement de la ${week}`,
  lateTitle: (group, week) => `${group} : le point d’avancement de la ${week} est arrivé`,
  lateText: 'Il est arrivé après le récapitulatif de sa semaine et rejoindra le prochain.',

  silenceTitle: (group) => `${group} est silencieux depuis quatre semaines`,
  silenceText: 'Quelqu’un pourrait demander comment va le groupe, et s’il a besoin d’aide, d’une pause ou d’un autre rythme.',
  noUpdateFor: 'Aucun point pour',
  lastUpdate: 'Dernier point',
  never: 'aucun jusqu’ici',
  leads: 'Présidence et suppléance',
  nobody: 'personne n’est nommé',
  openGroup: 'Voir le groupe',

  failedTitle: 'Un message n’est pas arrivé',
  uncertainTitle: 'Un message n’est peut-être pas arrivé',
  failedText: 'Il n’a pas pu être remis. Rien n’est renvoyé automatiquement.',
  uncertainText: 'Personne ne peut dire s’il est arrivé ; il n’est donc pas renvoyé automatiquement. Veuillez d’abord vérifier sur place.',
  what: 'Quoi',
  where: 'Où',
  why: 'Pourquoi',
  unknownReason: 'aucune raison n’a été donnée',
  about: (kind, object) => `${kind} (${object})`,
  directMessage: 'un message direct à',
  channelOf: (channel, space) => `le canal ${channel} de ${space}`,
  postAgain: 'Envoyer à nouveau',
  status: 'État du bot',

  pausedTitle: 'Il n’est plus possible d’écrire dans un canal',
  pausedText: 'Ses messages sont en pause ; rien d’autre n’a changé.',
  pausedMend: () => `Pour continuer, laissez de nouveau entrer le bot dans le canal et tapez-y ${typed('here')}.`,
};
