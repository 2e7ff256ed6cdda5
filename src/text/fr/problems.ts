import type { ProblemFacts } from '../../core/problem.ts';
import type { ProblemWords } from '../en/problems.ts';
import { typed } from '../slash.ts';

const states: Record<'done' | 'cancelled', string> = { done: 'terminé', cancelled: 'annulé' };

const groupStates: Record<ProblemFacts['group-stands']['state'], string> = {
  forming: 'en formation',
  active: 'actif',
  paused: 'en pause',
  dormant: 'en sommeil',
  concluded: 'clos',
};

const stands: Record<ProblemFacts['proposal-stands']['state'], string> = {
  draft: 'est un brouillon',
  proposed: 'attend la coordination',
  'changes asked': 'attend d’être modifiée par la personne qui l’a proposée',
  established: 'est déjà établie',
  declined: 'a été refusée',
  withdrawn: 'a été retirée',
};

const noGroup: Readonly<Record<string, string>> = {
  group: 'Il n’y a pas encore de groupe de travail.',
  'group people': 'Il n’y a pas encore de groupe de travail.',
  join: 'Il n’y a pas de groupe à rejoindre dont vous ne fassiez déjà partie.',
  leave: 'Vous ne faites partie d’aucun groupe que vous puissiez quitter.',
  handover: 'Vous ne présidez aucun groupe dont vous puissiez passer la main. La coordination nomme les présidences.',
  'group chair': 'Aucun groupe ne vous demande de le présider.',
  'group decline': 'Aucun groupe ne vous demande de le présider.',
  'group rest': 'Aucun groupe ne peut être mis en sommeil maintenant.',
  'group wake': 'Aucun groupe n’est en sommeil.',
};

const noMilestone: Readonly<Record<string, string>> = {
  'milestone accept': 'Aucun jalon proposé n’attend votre réponse.',
  'milestone decline': 'Aucun jalon proposé n’attend votre réponse.',
  'milestone reopen': 'Aucun jalon n’est terminé ni annulé : il n’y a rien à reprendre.',
};

const decided: Record<ProblemFacts['proposal-decided']['state'], string> = {
  accepted: 'est déjà accepté',
  declined: 'est déjà refusé',
  ended: 'a pris fin avec la clôture de son groupe',
};

export const problems: ProblemWords = {
  'question-unanswered': ({ said }) =>
    `« ${said} » ne nomme ni commande, ni date, ni jalon, ni groupe. Vous pouvez demander ainsi : ${typed('help que se passe-t-il en juin 2022')}`,
  'unknown-command': ({ said }) => `« ${said} » n’est pas une commande.`,
  'unclosed-quote': ({ usage }) => `Un guillemet est ouvert et n’est jamais fermé. Écrivez ainsi : ${usage}`,
  'too-long': ({ field, limit }) => `${field} : c’est trop long. Veuillez ne pas dépasser ${limit} caractères.`,
  'option-missing': ({ command, option }) => `Il manque une précision à ${typed(command)} : ${option}.`,
  'option-invalid': ({ command, usage }) => `${typed(command)} ne s’utilise pas ainsi. Écrivez : ${typed(usage)}`,
  'too-many-words': ({ command, usage }) => `Il y a trop de mots après ${typed(command)}. Écrivez : ${typed(usage)}`,
  'value-unknown': ({ said, choices }) => `« ${said} » n’en fait pas partie : ${choices}.`,
  'field-missing': ({ field }) => `${field} : veuillez remplir ce champ.`,
  'field-invalid': ({ field }) => `${field} : cette valeur ne convient pas.`,
  'date-unreadable': ({ said, understood }) =>
    `« ${said} » ne peut pas être lu comme une date${understood === undefined ? '' : ` ; seul « ${understood} » a été compris`}. Essayez « novembre 2022 » ou « du 6 au 10 décembre 2021 ».`,
  'date-open-ended': ({ said, missing, likely }) =>
    `« ${said} » dit seulement ${missing === 'end' ? 'à partir de quand' : 'jusqu’à quand'}, et il faut ici une date. ${likely === undefined ? 'Essayez « juin 2022 » ou « entre mars et juin 2022 ».' : `Si c’est bien la date, écrivez « ${likely} ».`}`,
  'day-ahead': ({ said }) => `« ${said} » n’est pas encore arrivé. Enregistrez le résultat le jour venu, ou laissez le jour vide pour aujourd’hui.`,
  'confirms-nothing': ({ id }) =>
    `Une date qui n’est pas encore connue ne confirme rien. Confirmez-la quand elle le sera. Si celle qui est prévue ne tient plus, modifiez-la : ${typed(`milestone change ${id}`)}`,
  'milestone-unknown': ({ said }) => `Il n’y a pas de jalon « ${said} ». La chronologie les montre tous : ${typed('timeline')}`,
  'milestone-changed': ({ id }) =>
    `Quelqu’un d’autre a modifié ${id} entre-temps. Rien de votre saisie n’a été enregistré ; gardez votre saisie, regardez la version actuelle, puis rouvrez le formulaire.`,
  'milestone-settled': ({ id, state }) => `${id} est déjà ${states[state]}. Si c’est une erreur, rouvrez-le d’abord : ${typed(`milestone reopen ${id}`)}`,
  'milestone-open': ({ id }) => `${id} n’est ni terminé ni annulé : il n’y a rien à reprendre.`,
  'milestone-waits': ({ id }) => `${id} est proposé et ne figure pas encore au plan. La coordination doit d’abord l’accepter.`,
  'no-milestone-for': ({ command }) => noMilestone[command] ?? 'Il n’y a pas de jalon avec lequel cela soit possible maintenant.',
  'depends-on-itself': ({ id }) => `${id} ne peut pas dépendre de lui-même.`,
  'proposal-decided': ({ id, state }) => `${id} ${decided[state]}.`,
  'own-proposal': ({ id }) => `${id} est votre propre proposition. Une autre personne de la coordination doit décider.`,
  'sole-coordinator': () =>
    'Personne d’autre que vous ne coordonne, et personne ne décide de sa propre proposition. Nommez d’abord quelqu’un d’autre, avec le bouton « Nommer à la coordination ».',
  'depends-in-circle': ({ circle: [first, ...others] }) =>
    `Ces jalons s’attendraient sans fin : ${first} dépend de ${others.join(', qui dépend de ')}. Retirez-en un.`,
  'nothing-changed': ({ id }) => `Rien ne change : ${id} le dit déjà.`,
  'no-topic': () => 'Aucun sujet n’attend de groupe : il n’y en a pas à choisir.',
  'topic-unknown': ({ said }) => `Il n’y a pas de sujet « ${said} ». ${typed('topics')} les montre.`,
  'topic-changed': ({ id }) => `Le texte de ${id} a changé entre-temps. Veuillez le lire, puis recommencer.`,
  'topic-adopted': ({ id, group, name }) => `${id} est déjà repris par ${group} (${name}).`,
  'topic-retired': ({ id }) => `${id} a été retiré.`,
  'topic-over': ({ id, topic, group, name }) =>
    `${topic} ${group === '' ? 'a été retiré' : `est déjà repris par ${group} (${name})`}, donc ${id} ne peut pas être établie à partir de ce sujet. La personne qui a proposé ${id} peut l’enlever : il suffit de modifier ${id} et de l’enregistrer, même sans changement.`,
  'nothing-proposed': () => 'Rien n’est proposé en ce moment.',
  'no-proposal-for': ({ command }) =>
    command === 'review'
      ? 'Toutes les propositions ouvertes sont les vôtres. Une autre personne de la coordination doit décider.'
      : 'Aucune proposition ouverte n’est la vôtre.',
  'proposal-unknown': ({ said }) => `Il n’y a pas de proposition « ${said} ». ${typed('proposals')} les montre.`,
  'proposal-changed': ({ id }) => `${id} a changé entre-temps. Veuillez la lire, puis décider de nouveau.`,
  'proposal-reworded': ({ id }) => `Le texte de ${id} a changé. Veuillez le lire, puis appuyer de nouveau.`,
  'proposal-stands': ({ id, state }) => `${id} ${stands[state]} : cela n’est pas possible.`,
  'typed-too-late': ({ id }) =>
    `${id} a changé depuis que vous avez commencé à écrire. Votre saisie est gardée, et personne d’autre ne la voit : ${typed('proposals')}`,
  'proposers-only': ({ id }) => `Seule la personne qui a proposé ${id} peut faire cela.`,
  'proposer-gone': ({ id }) =>
    `La personne qui a proposé ${id} est partie : plus personne ne peut la modifier. Elle peut être établie telle quelle, ou refusée.`,
  'milestone-undated': () => 'Le premier jalon a besoin d’une date lisible, par exemple « Plan adopté en mars ».',
  'chair-asked': ({ id }) => `Une autre présidence lui a déjà demandé de prendre la suite pour ${id}. Attendez sa réponse, ou demandez à quelqu’un d’autre.`,
  'chair-not-asked': ({ id }) => `On ne vous demande pas de présider ${id} en ce moment : vous avez déjà répondu, ou la question a été retirée.`,
  'asks-nobody': ({ id }) => `Vous n’avez demandé à personne de prendre la suite pour ${id}.`,
  'no-group-for': ({ command }) => noGroup[command] ?? 'Vous ne parlez pour aucun groupe avec lequel cela soit possible maintenant.',
  'group-unknown': ({ said }) => `Il n’y a pas de groupe « ${said} ».`,
  'group-changed': ({ id }) => `${id} a été modifié entre-temps par quelqu’un d’autre. Regardez-le et réessayez.`,
  'group-stands': ({ id, state }) => `${id} est ${groupStates[state]} : cela n’est pas possible.`,
  'chairs-only': ({ id }) => `Seule la présidence de ${id} peut faire cela. La coordination nomme les présidences.`,
  'speaks-already': ({ id }) => `Vous parlez pour ${id} : vous en faites déjà partie.`,
  'group-chaired': ({ id }) => `${id} a déjà une présidence. Vous pouvez le rejoindre.`,
  'chairs-already': ({ id }) => `Vous présidez ${id} vous-même. Indiquez qui prend la suite.`,
  'person-chairs': ({ id }) => `Cette personne préside déjà ${id} : si vous vous retirez, elle continue. Pour passer la main, demandez à quelqu’un d’autre.`,
  'person-outside': () =>
    'Un bot, ou quelqu’un d’une autre organisation, ne peut pas parler pour un groupe. Veuillez choisir quelqu’un de cet espace de travail ou de ce serveur.',
  'person-not-in-group': ({ id }) => `Cette personne ne fait pas partie de ${id} sans parler pour lui : elle ne peut pas en être retirée.`,
  'chair-not-offered': ({ id }) => `Cette personne ne propose plus de présider ${id}, ou il a une présidence entre-temps.`,
  'person-unrelated': ({ id }) => `Cette personne ne fait pas partie de ${id} et ne parle pas pour lui.`,
  'not-in-group': ({ id }) => `Vous ne faites pas partie de ${id}. Pour le rejoindre : ${typed(`join ${id}`)}`,
  'sole-chair': ({ id }) => `Personne d’autre que vous ne préside ${id}.`,
  'role-by-chair': ({ id }) =>
    `La présidence de ${id} dit qui entre, et avec quel rôle. Pour en demander un autre, quittez d’abord le groupe, puis rejoignez-le.`,
  'join-not-asked': ({ id }) => `Cela ne tient plus : personne n’attend, ou la réponse est déjà donnée (${id}).`,
  'chairs-or-coordinators': ({ id }) => `Seules la présidence de ${id} et la coordination peuvent faire cela.`,
  'leads-only': ({ id }) => `Seules la présidence de ${id}, même adjointe, et la coordination peuvent faire cela.`,
  'no-group': () => 'Vous ne parlez pour aucun groupe en activité. La coordination peut vous en confier un, à la présidence ou à la présidence adjointe.',
  'week-ahead': () => 'Cette semaine n’a pas encore commencé.',
  'week-unreadable': ({ said }) => `« ${said} » ne se lit pas comme une semaine. Essayez « la semaine dernière » ou « 2026-W48 ».`,
  'update-empty': () => 'Dites ce qui a été fait ou ce qui vient. S’il n’y a rien de nouveau, écrivez « rien ».',
  'update-unknown': ({ said }) => `Il n’y a pas de point d’avancement « ${said} ».`,
  'update-stands': ({ id, group, week }) => `${group} a déjà un point d’avancement pour la ${week} : ${id}. Rien n’a été écrasé.`,
  'zone-unknown': ({ said }) => `« ${said} » n’est pas un fuseau horaire. Essayez « Europe/Paris » ou « Africa/Nairobi ».`,
  'absence-unreadable': ({ said }) => `« ${said} » ne se lit pas comme des jours. Essayez « du 3 au 14 août » ou « jusqu’au 1er septembre ».`,
  'absence-over': ({ said }) => `« ${said} » est déjà passé. Dites quand vous vous absenterez, par exemple « du 3 au 14 août ».`,
  'channel-needed': () => 'Cela se règle pour un canal. Tapez-le dans le canal concerné.',
  'channel-off': () => `Ce canal ne reçoit plus ce genre de message, donc celui-ci n’y est pas publié. Qui le souhaite y tape ${typed('here show')}.`,
  'message-unknown': () => 'Ce message n’existe plus, ou il a été remis.',
  'language-unknown': ({ said }) => `Le bot ne parle pas encore « ${said} ». Il parle anglais et français.`,
  'appoints-own': () => 'Ce compte est aussi le vôtre. Une autre personne de la coordination peut lui donner ce droit ; personne ne se le donne.',
  'coordinates-elsewhere': () => `Un autre de vos comptes coordonne. Quittez la mémoire depuis ce compte, ou séparez d’abord les comptes : ${typed('me show')}`,
  'coordinators-only': () => `Cette action est réservée à la coordination. ${typed('help')} montre ce que tout le monde peut faire.`,
  visitor: () => 'Ceci appartient à la coalition dont vous visitez le canal. Vous pouvez lire ici ; pour agir, utilisez le bot dans votre propre espace.',
  'space-not-accepted': () =>
    `La coalition n’a pas encore accepté cet espace : on peut y lire, mais pas y agir. Une personne qui l’administre peut faire la demande avec ${typed('here setup')}.`,
  'space-unclear': () => 'Écrivez ceci dans un canal de la coalition : un message direct ne montre pas que vous en faites partie.',
  'space-needed': () => 'Veuillez taper cette commande dans un canal de l’espace concerné, pas dans un message direct.',
  'space-unknown': ({ said }) => `Aucun espace « ${said} » ne demande à être accepté.`,
  'platform-admins-only': () => 'Seule une personne qui administre l’espace de travail, ou qui peut gérer le serveur, peut faire cette configuration.',
  'account-unknown': ({ said }) =>
    `${said === '' ? 'De qui s’agit-il ?' : `« ${said} » n’est pas un compte.`} Choisissez une personne, ou écrivez le compte, par exemple slack:T123:U456, discord:789 ou terminal:dora.`,
  'link-wrong': () => `Ce code ne convient pas : il est mal tapé, a déjà servi ou a expiré. Demandez-en un nouveau sur l’autre compte : ${typed('me link')}`,
  'link-paused': () => 'Trop de codes faux. Veuillez réessayer dans une heure.',
  'link-own': () => `Ce compte est déjà à vous. Tapez le code sur l’autre. ${typed('me show')} montre lesquels sont liés.`,
  'link-nothing': () => `Rien n’attend de confirmation. Commencez par ${typed('me link')}`,
  'link-over': () => `Cette demande de liaison n’est plus valable. Ce qui vous attend, ou sinon un nouveau code, est ici : ${typed('me link')}`,
  'link-none': () => 'Aucun compte n’est lié au vôtre.',
  'last-coordinator': () => 'Cette personne est la dernière à la coordination. Nommez d’abord quelqu’un d’autre.',
  'not-appointed': ({ said }) =>
    `${said} n’a pas été nommé ici, donc il n’y a pas de rôle à reprendre. Qui figure dans la configuration, ou fait tourner le bot, coordonne sans nomination.`,
  'old-button': () => `Ce bouton vient d’une version plus ancienne du bot. Veuillez taper la commande : ${typed('help')}`,
  'slow-just-now': () => 'La base de données est lente en ce moment : rien n’a été ouvert et rien n’a été modifié. Veuillez réessayer.',
  'not-confirmed': () => 'L’enregistrement n’est pas encore confirmé. Vous pouvez renvoyer le même formulaire sans risque : il n’est enregistré qu’une fois.',
  'may-be-done': ({ reference }) =>
    `La base de données s’est interrompue à ce moment\u00a0: c’est peut-être fait, peut-être pas. Veuillez vérifier avant de recommencer. Référence ${reference}`,
  unavailable: ({ reference }) =>
    `La base de données est injoignable en ce moment. Rien n’a été modifié ; veuillez réessayer dans une minute. Référence ${reference}`,
  unexpected: ({ reference }) =>
    `Une erreur imprévue s’est produite. Rien de votre saisie n’a été enregistré. Si elle se répète, donnez cette référence à la personne qui gère le bot : ${reference}`,
};
