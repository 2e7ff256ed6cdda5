import type { Words } from '../en/en.ts';
import { group } from './commands/group.ts';
import { here } from './commands/here.ts';
import { me } from './commands/me.ts';
import { plan } from './commands/plan.ts';
import { proposal } from './commands/proposal.ts';
import { update } from './commands/update.ts';

/** French. The names of commands stay as they are typed; dates in the examples are those that French speakers type. */
export const commands: Words['commands'] = {
  home: {
    summary: 'Votre accueil, en bref : la suite du plan et ce qui attend votre réponse',
    options: { 'as-of': 'Répondre comme si l’on était à cette date' },
    usage: 'home',
    examples: ['home'],
  },
  help: {
    summary: 'Ce que le bot sait faire, ou la réponse à une question sur une date, un jalon ou un groupe',
    options: { question: 'Une commande, un jalon ou une question', 'as-of': 'Répondre comme si l’on était à cette date' },
    usage: 'help [QUESTION]',
    examples: ['help', 'help timeline', 'help que se passe-t-il en juin 2022'],
  },
  history: {
    summary: 'Tout ce qui est arrivé à un jalon, un sujet, une proposition ou un groupe',
    options: { of: 'Lequel, par exemple wg1', skip: 'Combien en laisser avant le premier' },
    usage: 'history ID',
    examples: ['history wg1'],
  },
  check: {
    summary: 'Savoir si un formulaire a été enregistré',
    options: { key: 'La clé du formulaire' },
    usage: 'check CLÉ',
    examples: [],
  },
  ...plan,
  ...update,
  ...group,
  ...proposal,
  ...me,
  ...here,
};
