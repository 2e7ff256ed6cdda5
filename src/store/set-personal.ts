import type { By } from '../core/store.ts';
import type { PersonalSettings } from '../core/store-groups.ts';
import { sayAnew } from './balance.ts';
import type { Prisma } from './generated/client.ts';
import { forgetChosen } from './linking/brought-settings.ts';
import { memberActing } from './members.ts';
import { keep, once, type Writing } from './record.ts';
import { storable } from './storable.ts';

/** Old values of personal settings are not kept, and the record cannot forget: it says that there was a choice, not which. */
export async function setPersonal(writing: Writing, settings: PersonalSettings, by: By): Promise<void> {
  await once(writing, by, {
    async first(tx) {
      const member = await memberActing(tx, by, writing.rights);
      if (settings.stakeholder !== undefined) await sayAnew(tx, member, settings.stakeholder);
      if (settings.stakeholder === null) await forgetChosen(tx, member, 'stakeholder');
      if (settings.absence !== undefined) await forgetChosen(tx, member, 'away_from');
      await tx.member.update({ where: { id: member }, data: columnsOf(storable(settings)) });
      await keep(tx, by, member, { act: actOf(settings), object: member });
    },
    again: () => undefined,
  });
}

function columnsOf({ absence, ...others }: PersonalSettings): Prisma.MemberUpdateInput {
  if (absence === undefined) return others;
  return { ...others, awayFrom: absence?.from ?? null, awayTo: absence?.to ?? null, awayZone: absence?.zone ?? null };
}

/** Which language somebody reads is all that may have been chosen under its own name. */
function actOf(settings: PersonalSettings): 'language set' | 'settings changed' {
  return Object.keys(settings).join() === 'language' ? 'language set' : 'settings changed';
}
