import type { Command } from '../src/chat/command.ts';
import check from './check.ts';
import digest from './digest.ts';
import group from './group.ts';
import groupAppoint from './group-appoint.ts';
import groupChannel from './group-channel.ts';
import groupDismiss from './group-dismiss.ts';
import groupPause from './group-pause.ts';
import groupResume from './group-resume.ts';
import groupSettings from './group-settings.ts';
import groups from './groups.ts';
import help from './help.ts';
import here from './here.ts';
import hereAccept from './here-accept.ts';
import hereAppoint from './here-appoint.ts';
import hereDigest from './here-digest.ts';
import hereDismiss from './here-dismiss.ts';
import hereOff from './here-off.ts';
import herePreview from './here-preview.ts';
import hereSetup from './here-setup.ts';
import home from './home.ts';
import me from './me.ts';
import meAway from './me-away.ts';
import meLanguage from './me-language.ts';
import meReminders from './me-reminders.ts';
import meZone from './me-zone.ts';
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
import status from './status.ts';
import statusAgain from './status-again.ts';
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
  groups,
  group,
  groupSettings,
  groupChannel,
  groupPause,
  groupResume,
  groupAppoint,
  groupDismiss,
  me,
  meLanguage,
  meAway,
  meZone,
  meReminders,
  home,
  help,
  here,
  hereDigest,
  herePreview,
  hereOff,
  hereSetup,
  hereAccept,
  hereAppoint,
  hereDismiss,
  status,
  statusAgain,
  check,
];
