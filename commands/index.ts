import type { Command } from '../src/chat/command.ts';
import check from './check.ts';
import digest from './digest.ts';
import group from './group.ts';
import groupAnswer from './group-answer.ts';
import groupAppoint from './group-appoint.ts';
import groupChair from './group-chair.ts';
import groupChannel from './group-channel.ts';
import groupConclude from './group-conclude.ts';
import groupDecline from './group-decline.ts';
import groupDismiss from './group-dismiss.ts';
import groupJoining from './group-joining.ts';
import groupOffer from './group-offer.ts';
import groupPack from './group-pack.ts';
import groupPause from './group-pause.ts';
import groupPeople from './group-people.ts';
import groupPerson from './group-person.ts';
import groupRecall from './group-recall.ts';
import groupRemove from './group-remove.ts';
import groupRest from './group-rest.ts';
import groupResume from './group-resume.ts';
import groupSettings from './group-settings.ts';
import groupWake from './group-wake.ts';
import groups from './groups.ts';
import handover from './handover.ts';
import help from './help.ts';
import here from './here.ts';
import hereAccept from './here-accept.ts';
import hereAppoint from './here-appoint.ts';
import hereChoose from './here-choose.ts';
import hereDigest from './here-digest.ts';
import hereDismiss from './here-dismiss.ts';
import hereLeadership from './here-leadership.ts';
import hereOff from './here-off.ts';
import herePreview from './here-preview.ts';
import hereSetup from './here-setup.ts';
import history from './history.ts';
import home from './home.ts';
import join from './join.ts';
import leave from './leave.ts';
import me from './me.ts';
import meAway from './me-away.ts';
import meConfirm from './me-confirm.ts';
import meExport from './me-export.ts';
import meForget from './me-forget.ts';
import meLanguage from './me-language.ts';
import meLink from './me-link.ts';
import mePrivacy from './me-privacy.ts';
import meReminders from './me-reminders.ts';
import meStakeholder from './me-stakeholder.ts';
import meUnlink from './me-unlink.ts';
import meZone from './me-zone.ts';
import milestoneAccept from './milestone-accept.ts';
import milestoneAdd from './milestone-add.ts';
import milestoneCancel from './milestone-cancel.ts';
import milestoneChange from './milestone-change.ts';
import milestoneConfirm from './milestone-confirm.ts';
import milestoneDecline from './milestone-decline.ts';
import milestoneDone from './milestone-done.ts';
import milestoneRedate from './milestone-redate.ts';
import milestoneReopen from './milestone-reopen.ts';
import milestoneShow from './milestone-show.ts';
import nextMilestone from './next-milestone.ts';
import proposal from './proposal.ts';
import proposals from './proposals.ts';
import propose from './propose.ts';
import proposeDiscard from './propose-discard.ts';
import proposeEdit from './propose-edit.ts';
import review from './review.ts';
import status from './status.ts';
import statusAgain from './status-again.ts';
import timeline from './timeline.ts';
import topic from './topic.ts';
import topics from './topics.ts';
import topicsAdd from './topics-add.ts';
import topicsBalance from './topics-balance.ts';
import topicsInterest from './topics-interest.ts';
import topicsRetire from './topics-retire.ts';
import topicsReword from './topics-reword.ts';
import update from './update.ts';
import updateNothing from './update-nothing.ts';
import updateShow from './update-show.ts';
import updates from './updates.ts';
import volunteer from './volunteer.ts';
import withdraw from './withdraw.ts';

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
  milestoneRedate,
  groups,
  group,
  groupSettings,
  groupChannel,
  groupPause,
  groupResume,
  groupAppoint,
  groupDismiss,
  groupChair,
  groupDecline,
  groupOffer,
  groupRecall,
  join,
  leave,
  handover,
  groupPack,
  groupPeople,
  groupPerson,
  groupJoining,
  groupAnswer,
  groupRemove,
  groupRest,
  groupWake,
  groupConclude,
  topics,
  topic,
  topicsAdd,
  topicsReword,
  topicsRetire,
  topicsInterest,
  topicsBalance,
  propose,
  proposeEdit,
  proposeDiscard,
  proposals,
  proposal,
  withdraw,
  volunteer,
  review,
  me,
  meLanguage,
  meAway,
  meZone,
  meReminders,
  meStakeholder,
  meLink,
  meConfirm,
  meUnlink,
  mePrivacy,
  meExport,
  meForget,
  home,
  help,
  here,
  hereChoose,
  hereDigest,
  herePreview,
  hereOff,
  hereLeadership,
  hereSetup,
  hereAccept,
  hereAppoint,
  hereDismiss,
  status,
  statusAgain,
  history,
  check,
];
