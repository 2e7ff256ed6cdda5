/** Every refusal that is expected, with its facts; each language says each of them. */
export type ProblemFacts = {
  /** Free words in which nothing is found to answer. */
  'question-unanswered': { readonly said: string };
  /** With what was probably meant, ready to be done. */
  'unknown-command': { readonly said: string; readonly nearest?: { readonly command: string; readonly options: Readonly<Record<string, string>> } };
  'unclosed-quote': { readonly usage: string };
  'too-long': { readonly field: string; readonly limit: number };
  'option-missing': { readonly command: string; readonly option: string };
  'option-invalid': { readonly command: string; readonly usage: string };
  'too-many-words': { readonly command: string; readonly usage: string };
  /** What was typed for a value is none of those that there are. */
  'value-unknown': { readonly said: string; readonly choices: string };
  'field-missing': { readonly field: string };
  'field-invalid': { readonly field: string };
  'date-unreadable': { readonly said: string; readonly understood?: string };
  /** Only one end is said; with the date that is probably meant. */
  'date-open-ended': { readonly said: string; readonly missing: 'beginning' | 'end'; readonly likely?: string };
  /** What came of something is dated on a day that has begun nowhere yet. */
  'day-ahead': { readonly said: string };
  /** A date that is not known is none that could be confirmed. */
  'confirms-nothing': { readonly id: string };
  'milestone-unknown': { readonly said: string };
  'milestone-changed': { readonly id: string };
  'milestone-settled': { readonly id: string; readonly state: 'done' | 'cancelled' };
  /** It is neither done nor cancelled, so that nothing can be taken back. */
  'milestone-open': { readonly id: string };
  /** It is proposed, and stands in no plan yet. */
  'milestone-waits': { readonly id: string };
  /** Nothing can be chosen for the command. */
  'no-milestone-for': { readonly command: string };
  'depends-on-itself': { readonly id: string };
  'proposal-decided': { readonly id: string; readonly state: 'accepted' | 'declined' | 'ended' };
  /** They have asked nobody to take over from them. */
  'asks-nobody': { readonly id: string };
  'own-proposal': { readonly id: string };
  /** It is their own, and nobody else leads. */
  'sole-coordinator': Record<string, never>;
  'depends-in-circle': { readonly circle: readonly string[] };
  'nothing-changed': { readonly id: string };
  'no-topic': Record<string, never>;
  'topic-unknown': { readonly said: string };
  'topic-changed': { readonly id: string };
  /** A working group has taken it up. */
  'topic-adopted': { readonly id: string; readonly group: string; readonly name: string };
  'topic-retired': { readonly id: string };
  /** The topic that a proposal comes from is closed by now; `group` and `name` are empty where no working group has taken it up. */
  'topic-over': { readonly id: string; readonly topic: string; readonly group: string; readonly name: string };
  'nothing-proposed': Record<string, never>;
  'no-proposal-for': { readonly command: string };
  'proposal-unknown': { readonly said: string };
  'proposal-changed': { readonly id: string };
  'proposal-reworded': { readonly id: string };
  /** Where it stands it can no longer be moved as somebody wants. */
  'proposal-stands': { readonly id: string; readonly state: 'draft' | 'proposed' | 'changes asked' | 'established' | 'declined' | 'withdrawn' };
  /** What was typed about it could not be taken any more, and is kept as a draft. */
  'typed-too-late': { readonly id: string };
  'proposers-only': { readonly id: string };
  /** Changes are asked of somebody who has left. */
  'proposer-gone': { readonly id: string };
  /** The first milestone of a proposal names no date. */
  'milestone-undated': Record<string, never>;
  /** Nobody can offer to chair a group that has a chair. */
  'group-chaired': { readonly id: string };
  'chair-not-asked': { readonly id: string };
  /** Whoever would have chaired it has left, or it has a chair by now. */
  'chair-not-offered': { readonly id: string };
  'chair-asked': { readonly id: string };
  'no-group-for': { readonly command: string };
  'group-unknown': { readonly said: string };
  'group-changed': { readonly id: string };
  /** Where it stands it can no longer be moved as somebody wants, or joined. */
  'group-stands': { readonly id: string; readonly state: 'forming' | 'active' | 'paused' | 'dormant' | 'concluded' };
  'leads-only': { readonly id: string };
  /** Only a chair can, not even a coordinator. */
  'chairs-only': { readonly id: string };
  'chairs-or-coordinators': { readonly id: string };
  /** Who speaks for a group belongs to it already. */
  'speaks-already': { readonly id: string };
  /** A chair cannot hand over to themselves. */
  'chairs-already': { readonly id: string };
  /** Nor to somebody who is a chair as well. */
  'person-chairs': { readonly id: string };
  'not-in-group': { readonly id: string };
  /** Somebody else does not belong to it. */
  'person-outside': Record<string, never>;
  'person-not-in-group': { readonly id: string };
  /** Somebody else neither belongs to it nor speaks for it. */
  'person-unrelated': { readonly id: string };
  'sole-chair': { readonly id: string };
  /** Nobody waits for that answer any more. */
  'join-not-asked': { readonly id: string };
  'role-by-chair': { readonly id: string };
  'no-group': Record<string, never>;
  'week-ahead': Record<string, never>;
  'week-unreadable': { readonly said: string };
  'update-empty': Record<string, never>;
  'update-unknown': { readonly said: string };
  /** Somebody else recorded the same week's update first. */
  'update-stands': { readonly id: string; readonly group: string; readonly week: string };
  'zone-unknown': { readonly said: string };
  'absence-unreadable': { readonly said: string };
  'absence-over': { readonly said: string };
  'channel-needed': Record<string, never>;
  'message-unknown': Record<string, never>;
  /** What it was to get is posted there no more. */
  'channel-off': Record<string, never>;
  'language-unknown': { readonly said: string };
  'coordinators-only': Record<string, never>;
  /** Another account of theirs coordinates. */
  'coordinates-elsewhere': Record<string, never>;
  /** A coordinator gives the right to another account of their own. */
  'appoints-own': Record<string, never>;
  visitor: Record<string, never>;
  'space-not-accepted': Record<string, never>;
  'space-unclear': Record<string, never>;
  'space-needed': Record<string, never>;
  'space-unknown': { readonly said: string };
  'platform-admins-only': Record<string, never>;
  'account-unknown': { readonly said: string };
  /** The code is none, was used, or has run out. */
  'link-wrong': Record<string, never>;
  'link-paused': Record<string, never>;
  'link-own': Record<string, never>;
  /** Nothing waits to be confirmed. */
  'link-nothing': Record<string, never>;
  /** The request that is to be confirmed does not wait any more, or never did. */
  'link-over': Record<string, never>;
  /** No account was linked. */
  'link-none': Record<string, never>;
  'last-coordinator': Record<string, never>;
  /** They coordinate by no appointment that could be taken back. */
  'not-appointed': { readonly said: string };
  'old-button': Record<string, never>;
  'slow-just-now': Record<string, never>;
  'not-confirmed': Record<string, never>;
  'may-be-done': { readonly reference: string };
  unavailable: { readonly reference: string };
  unexpected: { readonly reference: string };
};

export type ProblemCode = keyof ProblemFacts;

/** An expected refusal as a value. A new code does not compile until every language says it. */
export type Problem<Code extends ProblemCode = ProblemCode> = { [C in Code]: { readonly code: C; readonly params: ProblemFacts[C] } }[Code];

export function isProblem(value: object): value is Problem {
  return 'code' in value && 'params' in value;
}
