import type { Command } from '../src/chat/command.ts';
import check from './check.ts';
import digest from './digest.ts';
import help from './help.ts';
import hereAccept from './here-accept.ts';
import hereAppoint from './here-appoint.ts';
import hereDismiss from './here-dismiss.ts';
import hereSetup from './here-setup.ts';
import home from './home.ts';
import me from './me.ts';
import meLanguage from './me-language.ts';
import milestoneAccept from './milestone-accept.ts';
import milestoneAdd from './milestone-add.ts';
import milestoneCancel from './milestone-cancel.ts';
import milestoneChange from './milestone-change.ts';
import milestoneConfirm from './milestone-confirm.ts';
import milestoneDecline from './milestone-decline.ts';
import milestoneDone from './milestone-done.ts';
import milestoneReopen from './milestone-reopen.ts';
import milestoneShow from './milestone-show.ts';
import nextMilestone from './next-milestone.ts';
import timeline from './timeline.ts';
import update from './update.ts';
import updateNothing from './update-nothing.ts';
import updateShow from './update-show.ts';
import updates from './updates.ts';

/** Every command, in the order in which help shows them. */
export const commands: readonly Command[] = [
  nextMilestone,
  timeline,
  milestoneShow,
  milestoneAdd,
  milestoneChange,
  milestoneConfirm,
  milestoneDone,
  milestoneCancel,
  milestoneReopen,
  update,
  updateNothing,
  updateShow,
  updates,
  digest,
  milestoneAccept,
  milestoneDecline,
  me,
  meLanguage,
  home,
  help,
  hereSetup,
  hereAccept,
  hereAppoint,
  hereDismiss,
  check,
];
