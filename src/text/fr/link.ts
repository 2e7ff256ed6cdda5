import type { LinkWords } from '../en/link.ts';
import { typed } from '../slash.ts';

export const link: LinkWords = {
  offerTitle: 'Un code pour votre autre compte',
  offerText: (code) => `Sur votre autre compte, dans l’autre messagerie, tapez : ${typed(`me link ${code}`)}`,
  until: 'valable jusqu’au',
  offerOnce: (): string => `Il sert une fois. Puis vous confirmez ici, avec ${typed('me link')}. Ne le donnez à personne : qui le saisit demande à être vous.`,
  youAre: 'Ici, vous êtes',
  sameThere: ' ; l’autre côté affiche la même chose.',
  whose: 'Qui demande',
  whoseTitle: 'Ce compte est-il aussi le vôtre ?',
  whoseText:
    'Si oui, les deux ne font plus qu’une personne : groupes, offres et intérêts comptent une fois. Si l’autre côté affiche un autre compte, ou si vous ne connaissez pas celui-ci, ne faites rien.',
  rights: 'Le droit de coordonner reste au compte qui l’a reçu.',
  yes: 'Oui, c’est moi',
  enteredTitle: 'C’est presque fait',
  enteredText: (): string => `L’autre compte confirme maintenant, par le message du bot ou avec ${typed('me link')}. Rien n’est lié avant cela.`,
  askTitle: 'Ce compte est-il aussi le vôtre ?',
  askText: 'Il a saisi votre code. Si ce n’est pas vous, ne faites rien, et rien ne se passe.',
  enteredBy: 'Qui l’a saisi',
  confirm: 'Lier les deux',
  doneTitle: 'Les deux comptes sont à vous',
  doneText: 'Ce que vous faites avec l’un ou l’autre est compté comme vôtre, une seule fois.',
  undo: 'Les séparer',
  partedTitle: 'Les comptes sont séparés',
  partedText: 'Chacun retrouve ce qu’il avait, et a les fonctions qui lui ont été confiées. Ce qui a été fait ensemble par ailleurs reste au plus ancien.',
  parted: 'Séparé',
  start: 'Lier un autre compte',
  news: {
    'accounts linked': {
      title: 'Vos comptes sont liés',
      text: 'L’autre compte l’a confirmé. Ce que vous faites avec l’un ou l’autre est compté comme vôtre, une seule fois.',
    },
    'accounts parted': {
      title: 'Vos comptes sont de nouveau séparés',
      text: 'L’autre compte a défait le lien. Si vous ne vous y attendiez pas, rien de ce qui a été enregistré n’est perdu : vous pouvez les lier de nouveau.',
    },
  },
};
