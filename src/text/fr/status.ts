import type { Words } from '../en/en.ts';
import { count } from '../say.ts';

const tag = 'fr';

export const status: Words['status'] = {
  well: 'Le bot va bien',
  troubled: 'Le bot a besoin d’un regard',
  version: 'Version du programme',
  since: 'Tourne depuis',
  tick: 'A regardé ce qui est dû',
  never: 'pas encore depuis l’installation',
  still: 'Il n’a pas regardé depuis dix minutes au moins, donc rien n’est envoyé. Voyez s’il tourne, et ce que dit son journal.',
  waiting: 'Messages en attente',
  held: 'Un message attend depuis une heure ou plus. Voyez si sa messagerie est connectée, et ce que dit le journal.',
  oldest: (number) => count(tag, number, { one: (n) => `${n}, en attente depuis le`, other: (n) => `${n}, le plus ancien en attente depuis le` }),
  coordinators: 'Coordination',
  noneWaiting: 'aucun',
  spaces: 'Remises',
  noDelivery: 'Rien n’a encore été remis.',
  nothingYet: 'rien n’a encore été remis',
  delivered: 'dernière remise',
  failed: (problem) => `dernier échec (${problem})`,
  attention: 'À regarder',
  more: (number) => count(tag, number, { one: (n) => `${n} autre n’est pas montré`, other: (n) => `${n} autres ne sont pas montrés` }),
  states: { failed: 'n’est pas arrivé', uncertain: 'n’est peut-être pas arrivé' },
  paused: (channel, space) => `${channel} de ${space} est en pause`,
  again: 'Publier à nouveau',
  owedAgain: 'Il sera publié à nouveau, si ce qu’il dit vaut encore.',
};
