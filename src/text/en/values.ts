import type { Joining, Role } from '../../core/group.ts';
import type { MemberRole } from '../../core/membership.ts';
import type { Decision, Help } from '../../core/proposal.ts';
import type { Interest } from '../../core/topic.ts';

const memberRoles: Record<MemberRole, string> = { editor: 'editor, an editor', member: 'member, a member', observer: 'observer, an observer' };
const roles: Record<Role, string> = { chair: 'chair, chairperson, co-chair', deputy: 'deputy, deputy chair, vice chair' };
const helps: Record<Help, string> = {
  lead: 'lead, leading, chair',
  write: 'write, writing',
  research: 'research, researching',
  review: 'review, reviewing',
  observe: 'observe, observing, observer',
};
const decisions: Record<Decision, string> = {
  establish: 'establish',
  ask: 'changes, ask for changes',
  decline: 'decline',
};
const interests: Record<Interest, string> = { join: 'join, I would join', lead: 'lead, I would lead' };
const joinings: Record<Joining, string> = { open: 'open, open to every member', asked: 'asked, ask, ask first, ask a chair first' };
const answers: Record<'yes' | 'no', string> = { yes: 'yes, let them in', no: 'no, decline' };

/** What people type for a value, beside the value itself. */
export const values = {
  memberRoles,
  roles,
  helps,
  decisions,
  interests,
  joinings,
  answers,
  statuses: { 'on track': 'on track, good', 'at risk': 'at risk', blocked: 'blocked, stuck' },
  week: 'last week, this week, for last week, for this week',
  none: 'none, nothing',
  nothing:
    'nothing, nothing new, nothing new this week, nothing this week, nothing new to report, nothing to report, nothing to report this week, no news, no news this week, no update, no update this week, none',
};
