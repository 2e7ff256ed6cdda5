import type { Words } from '../en/en.ts';
import { count } from '../say.ts';

const tag = 'fr';

export const surface: Words['surface'] = {
  cancel: 'Fermer',
  refused: 'Cela n’a pas abouti',
  nothingToChoose: 'Il n’y a rien à choisir',
  whichValue: 'Que voulez-vous dire ?',
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
  somebodyOn: { slack: 'une personne sur Slack', discord: 'une personne sur Discord', terminal: 'une personne dans un terminal' },
  notPosted: 'Ce message n’a pas pu être publié dans le canal. Veuillez vérifier sur place, et le partager de nouveau s’il n’y est pas.',
  jsonHint: 'La ligne de commande le donne en JSON avec --json.',
  filesBelow: 'Les fichiers suivent.',
  filesSent: 'Les fichiers se trouvent dans vos messages directs avec le bot.',
  filesNotSent:
    'Les fichiers n’ont pas pu être envoyés. Merci de prévenir la personne qui exploite le bot : son application Slack n’a peut-être pas le droit d’envoyer des fichiers.',
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
};
