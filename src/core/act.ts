import type { GroupAct } from './group.ts';
import type { MilestoneAct } from './milestone.ts';
import type { moveActs } from './proposal.ts';
import type { TopicAct } from './topic.ts';
import type { UpdateAct } from './update.ts';

/** What the record calls what was done. Whoever writes a new one gives it its words in every language, or nothing compiles. */
export type Act =
  | 'imported'
  | MilestoneAct
  | 'milestone proposed'
  | 'milestone declined'
  | 'milestone ended'
  | UpdateAct
  | 'prompt skipped'
  | TopicAct
  | 'topic adopted'
  | (typeof moveActs)[keyof typeof moveActs]
  | GroupAct
  | 'group established'
  | OfficeAct
  | PersonalAct
  | MemberAct
  | ChannelAct;

/** Of the offices in a group. */
type OfficeAct =
  | 'chair appointed'
  | 'deputy appointed'
  | 'chair offered'
  | 'chair offer taken back'
  | 'chair accepted'
  | 'chair declined'
  | 'handover asked'
  | 'handover taken back'
  | 'lead left'
  | 'lead dismissed';

/** Of those who come, go or offer something: no news of what they come to. */
export const personalActs = [
  'interest said',
  'interest taken back',
  'help offered',
  'offer changed',
  'offer taken back',
  'member joined',
  'member left',
  'member role changed',
  'member admitted',
  'member dismissed',
  'member forgotten',
  'join asked',
  'join changed',
  'join taken back',
  'join declined',
] as const;
type PersonalAct = (typeof personalActs)[number];

/** Of people and their accounts. */
type MemberAct =
  | 'claimed'
  | 'appointed'
  | 'dismissed'
  | 'accounts linked'
  | 'accounts parted'
  | 'link offered'
  | 'link entered'
  | 'language set'
  | 'settings changed';

/** Of spaces and their channels. */
type ChannelAct =
  | 'asked'
  | 'accepted'
  | 'space left'
  | 'space forgotten'
  | 'subscribed'
  | 'unsubscribed'
  | 'subscription paused'
  | 'leadership channel chosen'
  | 'leadership channel ended'
  | 'post again';
