import type { Words } from '../en/en.ts';
import { count } from '../say.ts';
import { typed } from '../slash.ts';

const whileHere = 'jusqu’à ce que vous quittiez la mémoire.';
const stays = 'reste dans la mémoire ; après votre départ, sous un numéro qui ne mène à personne.';

export const personal: Words['personal'] = {
  kinds: {
    accounts: {
      what: 'Vos comptes, par leurs identifiants, et la langue de leurs applications',
      why: 'Pour vous reconnaître, vous joindre et parler votre langue. Ni nom ni adresse n’est gardé.',
      until: whileHere,
    },
    settings: {
      what: 'Vos réglages',
      why: 'Pour parler votre langue, compter vos jours et vous solliciter comme vous le voulez.',
      until: `${whileHere} Les anciennes valeurs ne sont pas gardées ; seuls les réglages d’un compte lié le sont, jusqu’à la séparation des deux.`,
    },
    groups: {
      what: 'Ce que vous êtes dans des groupes',
      why: 'Pour savoir qui parle pour un groupe, et reconnaître ses personnes. Tout le monde voit qui en fait partie.',
      until: whileHere,
    },
    topics: { what: 'Les sujets qui vous intéressent', why: 'Pour compter l’intérêt. Les autres ne voient que des nombres.', until: whileHere },
    help: {
      what: 'L’aide que vous offrez',
      why: 'La personne qui propose et la coordination voient qui l’offre ; les autres voient un nombre.',
      until: whileHere,
    },
    drafts: {
      what: 'Ce que vous avez commencé à écrire',
      why: 'Pour que rien de tapé ne se perde. Personne d’autre ne le voit.',
      until: 'jusqu’à l’envoi, l’abandon ou votre départ.',
    },
    proposals: {
      what: 'Ce que vous avez proposé, mot pour mot',
      why: 'C’est l’histoire de la coalition. Tout le monde la lit, et voit qui a proposé.',
      until: `${stays} Tant qu’une proposition est ouverte, une empreinte de vos comptes y reste alors attachée, pour que vous n’en décidiez jamais vous-même.`,
    },
    updates: { what: 'Les points que vous avez écrits', why: 'C’est la mémoire du groupe. Tout le monde les lit, et voit qui les a écrits.', until: stays },
    channels: { what: 'Les canaux et espaces que vous avez réglés', why: 'Pour prévenir quelqu’un si l’un d’eux échoue.', until: stays },
    record: {
      what: 'Ce que vous avez fait, ce que d’autres ont fait à votre sujet, et quand',
      why: 'Rien n’est simplement écrasé, pour que la mémoire soit fiable.',
      until: stays,
    },
    messages: {
      what: 'Les messages que le bot vous a envoyés, ou à d’autres à votre sujet',
      why: 'Pour n’en perdre ni n’en répéter aucun. Leur texte n’est pas gardé.',
      until: 'trente jours, ou jusqu’à votre départ.',
    },
    codes: {
      what: 'Les codes, justes ou faux',
      why: 'Pour lier deux comptes, et arrêter qui devine.',
      until:
        'deux heures au plus. Un code faux reste aussi longtemps après votre départ, sous une empreinte de votre compte : partir ne donne pas de nouveaux essais.',
    },
  },
  title: 'Ce qui est gardé sur vous, et pourquoi',
  lead: 'Le bot garde ce que vous faites avec lui, sous un numéro à lui. Rien n’est vendu, noté ou montré à d’autres au-delà de ce qui suit.',
  nothing: 'Rien n’est encore gardé sur vous.',
  aboutYou: () => `Ce qui est gardé sur vous, le bot ne le dit qu’à vous : ${typed('me privacy')}`,
  times: (number) => count('fr', number, { one: (n) => `${n} entrée`, other: (n) => `${n} entrées` }),
  until: (text) => `Durée : ${text}`,
  gone: 'Quand le bot est retiré d’un espace, ses personnes sont oubliées deux semaines plus tard. Les messages d’un canal appartiennent à ce canal ; les sauvegardes antérieures contiennent ce qui était vrai alors.',
  export: 'Exporter mes données',
  forget: 'Quitter la mémoire',
  privacy: 'Ce qui est gardé',

  exportTitle: 'Vos données',
  exportText: 'Tout ce qui est gardé sur vous, à cet instant. Toute personne qui a ces adresses peut le lire, jusqu’à cette heure :',
  read: 'Lire',
  json: 'En JSON',
  exportHere: 'Tout ce qui est enregistré à votre sujet, tel que c’est maintenant : à lire, et en JSON pour un programme.',
  pageTitle: 'Ce que le bot IS3C garde sur vous',
  pageGone: 'Cette adresse a expiré.',
  pageAgain: () => `Demandez-en une nouvelle avec ${typed('me export')}`,

  forgetTitle: 'Quitter la mémoire ?',
  forgetGoes: 'Ceci disparaît, tout de suite et pour toujours : vos comptes, réglages, appartenances, intérêts, offres et brouillons.',
  forgetStays: 'Ceci reste, sous un numéro qui ne mène à personne : vos propositions, vos points, vos actes. C’est l’histoire de la coalition.',
  forgetProposals:
    'Si une proposition de vous est ouverte, elle le reste, avec ses volontaires, et la coordination décide. D’ici là, une empreinte de vos comptes y reste attachée, pour que vous n’en décidiez pas vous-même.',
  forgetDuties: 'Si personne d’autre ne préside votre groupe, la coordination est prévenue pour trouver quelqu’un.',
  forgetCoordinator: 'Vous coordonnez la coalition. Sans personne d’autre, un administrateur pourra la reprendre ; mieux vaut nommer quelqu’un d’abord.',
  forgetExport: 'Vous pouvez d’abord tout emporter.',
  forgetSure: 'Quitter la mémoire maintenant',
  forgotten: 'Le bot vous a oublié',
  forgottenText: 'Plus rien ici ne mène à vous. Merci pour tout ce que vous avez fait. Si vous agissez à nouveau, vous repartez de zéro.',
  forgottenBut: (proposals) =>
    `Une empreinte de vos comptes reste attachée à ${proposals} jusqu’à la décision de la coordination, pour que vous n’en décidiez pas vous-même. Rien d’autre ici ne mène à vous. Merci pour tout ce que vous avez fait. Si vous agissez à nouveau, vous repartez de zéro, à cela près.`,
};
