import type { Words } from '../../en/en.ts';

export const update = {
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
} satisfies Partial<Words['commands']>;
