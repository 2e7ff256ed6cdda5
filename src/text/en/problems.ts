import type { ProblemCode, ProblemFacts } from '../../core/problem.ts';
import { typed } from '../slash.ts';

/** How each refusal is said: what is wrong, then what to do. */
export type ProblemWords = { readonly [Code in ProblemCode]: (facts: ProblemFacts[Code]) => string };

const states: Record<'done' | 'cancelled', string> = { done: 'done', cancelled: 'cancelled' };

const groupStates: Record<ProblemFacts['group-stands']['state'], string> = {
  forming: 'forming',
  active: 'active',
  paused: 'paused',
  dormant: 'dormant',
  concluded: 'concluded',
};

const stands: Record<ProblemFacts['proposal-stands']['state'], string> = {
  draft: 'is a draft',
  proposed: 'waits for leadership',
  'changes asked': 'waits for its proposer, who was asked for changes',
  established: 'is established already',
  declined: 'was declined',
  withdrawn: 'was withdrawn',
};

const noGroup: Readonly<Record<string, string>> = {
  group: 'There is no working group yet.',
  'group people': 'There is no working group yet.',
  join: 'There is no group that you could join and do not belong to.',
  leave: 'You belong to no group that you could leave.',
  handover: 'You chair no group that could be handed over. A coordinator appoints chairs.',
  'group chair': 'No group asks you to chair it.',
  'group decline': 'No group asks you to chair it.',
  'group rest': 'No group can be put to rest now.',
  'group wake': 'No group rests.',
};

const noMilestone: Readonly<Record<string, string>> = {
  'milestone accept': 'No proposed milestone waits for your answer.',
  'milestone decline': 'No proposed milestone waits for your answer.',
  'milestone reopen': 'No milestone is done or cancelled, so there is nothing to take back.',
};

export const problems: ProblemWords = {
  'question-unanswered': ({ said }) =>
    `“${said}” names no command, date, milestone or group. You could ask like this: ${typed('help what happens in June 2022')}`,
  'unknown-command': ({ said }) => `“${said}” is no command.`,
  'unclosed-quote': ({ usage }) => `A quotation mark is opened and never closed. Type it like this: ${usage}`,
  'too-long': ({ field, limit }) => `${field}: that is too long. At most ${limit} characters, please.`,
  'option-missing': ({ command, option }) => `${typed(command)} needs to know: ${option}.`,
  'option-invalid': ({ command, usage }) => `${typed(command)} cannot be used like that. Type it like this: ${typed(usage)}`,
  'too-many-words': ({ command, usage }) => `${typed(command)} does not take so many words. Type it like this: ${typed(usage)}`,
  'value-unknown': ({ said, choices }) => `“${said}” is none of these: ${choices}.`,
  'field-missing': ({ field }) => `${field}: please fill this in.`,
  'field-invalid': ({ field }) => `${field}: this cannot be used.`,
  'date-unreadable': ({ said, understood }) =>
    `“${said}” cannot be read as a date${understood === undefined ? '' : `; only “${understood}” was understood`}. Try “November 2022” or “6-10 December 2021”.`,
  'date-open-ended': ({ said, missing, likely }) =>
    `“${said}” only says ${missing === 'end' ? 'from when on' : 'until when'}, and a date is needed here. ${likely === undefined ? 'Try “June 2022” or “between March and June 2022”.' : `If that is the date, write “${likely}”.`}`,
  'day-ahead': ({ said }) => `“${said}” has not come yet. Record the outcome on its day, or leave the day empty for today.`,
  'confirms-nothing': ({ id }) =>
    `A date that is not known yet confirms nothing. Confirm it once it is known. If the planned one no longer holds, change that: ${typed(`milestone change ${id}`)}`,
  'milestone-unknown': ({ said }) => `There is no milestone “${said}”. The timeline shows them all: ${typed('timeline')}`,
  'milestone-changed': ({ id }) =>
    `${id} was changed by somebody else in the meantime. Nothing of yours was recorded. Keep what you typed, look at what stands, and open the form again.`,
  'milestone-settled': ({ id, state }) => `${id} is ${states[state]} already. If that is wrong, take it back first: ${typed(`milestone reopen ${id}`)}`,
  'milestone-open': ({ id }) => `${id} is neither done nor cancelled, so there is nothing to take back.`,
  'milestone-waits': ({ id }) => `${id} is proposed and not in the plan yet. A coordinator has to accept it first.`,
  'no-milestone-for': ({ command }) => noMilestone[command] ?? 'There is no milestone with which this can be done now.',
  'depends-on-itself': ({ id }) => `${id} cannot depend on itself.`,
  'proposal-decided': ({ id, state }) => (state === 'ended' ? `${id} ended when its group was concluded.` : `${id} is ${state} already.`),
  'own-proposal': ({ id }) => `${id} is your own proposal. Another coordinator has to decide.`,
  'sole-coordinator': () =>
    'You are the only coordinator, and nobody decides on their own proposal. Appoint another one first, with the button “Appoint a coordinator”.',
  'depends-in-circle': ({ circle: [first, ...others] }) =>
    `These would wait for each other for ever: ${first} depends on ${others.join(', which depends on ')}. Leave one of them out.`,
  'nothing-changed': ({ id }) => `Nothing is different: ${id} says this already.`,
  'no-topic': () => 'No topic waits for a group, so there is none to choose.',
  'topic-unknown': ({ said }) => `There is no topic “${said}”. ${typed('topics')} shows them.`,
  'topic-changed': ({ id }) => `${id} has other words by now. Please read them, and say it again.`,
  'topic-adopted': ({ id, group, name }) => `${id} was taken up already, by ${group} (${name}).`,
  'topic-retired': ({ id }) => `${id} was retired.`,
  'topic-over': ({ id, topic, group, name }) =>
    `${topic} ${group === '' ? 'was retired' : `was taken up already, by ${group} (${name})`}, so ${id} cannot be established from it. Whoever proposed ${id} can take the topic off: they edit ${id} and save it, even unchanged.`,
  'nothing-proposed': () => 'Nothing is proposed just now.',
  'no-proposal-for': ({ command }) =>
    command === 'review' ? 'All open proposals are your own. Another coordinator has to decide.' : 'No open proposal is yours.',
  'proposal-unknown': ({ said }) => `There is no proposal “${said}”. ${typed('proposals')} shows them.`,
  'proposal-changed': ({ id }) => `${id} says something else by now. Please read it, and decide again.`,
  'proposal-reworded': ({ id }) => `The text of ${id} has changed. Please read it, and press again.`,
  'proposal-stands': ({ id, state }) => `${id} ${stands[state]}, so this cannot be done with it.`,
  'typed-too-late': ({ id }) => `${id} has changed since you began to write. What you typed is kept for you alone: ${typed('proposals')}`,
  'proposers-only': ({ id }) => `Only whoever proposed ${id} can do that.`,
  'proposer-gone': ({ id }) => `Whoever proposed ${id} has left, so nobody can change it. It can be established as it is, or declined.`,
  'milestone-undated': () => 'The first milestone needs a date that can be read, such as “Outline agreed in March”.',
  'chair-asked': ({ id }) => `Another chair has asked them already to take over ${id}. Wait for their answer, or ask somebody else.`,
  'chair-not-asked': ({ id }) => `You are not asked to chair ${id} now: you have answered already, or the question was taken back.`,
  'asks-nobody': ({ id }) => `There is nobody whom you have asked to take over ${id}.`,
  'no-group-for': ({ command }) => noGroup[command] ?? 'You speak for no group with which this can be done now.',
  'group-unknown': ({ said }) => `There is no group “${said}”.`,
  'group-changed': ({ id }) => `${id} was changed by somebody else meanwhile. Look at it and try again.`,
  'group-stands': ({ id, state }) => `${id} is ${groupStates[state]}, so this cannot be done with it.`,
  'chairs-only': ({ id }) => `Only a chair of ${id} can do that. A coordinator appoints chairs.`,
  'speaks-already': ({ id }) => `You speak for ${id}, so you belong to it already.`,
  'group-chaired': ({ id }) => `${id} has a chair already. You can join it.`,
  'chairs-already': ({ id }) => `You chair ${id} yourself. Name whoever takes over from you.`,
  'person-chairs': ({ id }) => `They chair ${id} already: if you step down, they go on. To hand over, ask somebody else.`,
  'person-outside': () => 'A bot, or somebody of another organisation, cannot speak for a group. Please pick somebody of this workspace or server.',
  'person-not-in-group': ({ id }) => `They do not belong to ${id} without speaking for it, so they cannot be removed.`,
  'chair-not-offered': ({ id }) => `They do not offer to chair ${id} any more, or it has a chair by now.`,
  'person-unrelated': ({ id }) => `They do not belong to ${id} and do not speak for it.`,
  'not-in-group': ({ id }) => `You do not belong to ${id}. To join it: ${typed(`join ${id}`)}`,
  'sole-chair': ({ id }) => `You are the only chair of ${id}.`,
  'role-by-chair': ({ id }) => `A chair of ${id} says who is let in, and as what. To ask for another role, leave it first and join again.`,
  'join-not-asked': ({ id }) => `That no longer stands: nobody waits there, or ${id} was answered already.`,
  'chairs-or-coordinators': ({ id }) => `Only a chair of ${id}, or a coordinator, can do that.`,
  'leads-only': ({ id }) => `Only a chair or a deputy of ${id}, or a coordinator, can do that.`,
  'no-group': () => 'You speak for no group that is at work. A coordinator can make you the chair or deputy of one.',
  'week-ahead': () => 'That week has not begun yet.',
  'week-unreadable': ({ said }) => `“${said}” cannot be read as a week. Try “last week” or “2026-W48”.`,
  'update-empty': () => 'Say what was done or what comes next. If nothing is new, write “nothing”.',
  'update-unknown': ({ said }) => `There is no update “${said}”.`,
  'update-stands': ({ id, group, week }) => `${group} has an update for ${week} already: ${id}. Nothing was overwritten.`,
  'zone-unknown': ({ said }) => `“${said}” is no time zone. Try “Europe/Paris” or “Africa/Nairobi”.`,
  'absence-unreadable': ({ said }) => `“${said}” cannot be read as days. Try “3 August to 14 August” or “until 1 September”.`,
  'absence-over': ({ said }) => `“${said}” is over already. Say when you will be away, such as “3 August to 14 August”.`,
  'channel-needed': () => 'That is set for a channel. Type it in the channel that is meant.',
  'channel-off': () => `That channel does not get this any more, so it is not posted there. Whoever wants it types ${typed('here show')} there.`,
  'message-unknown': () => 'There is no such message any more, or it was delivered.',
  'language-unknown': ({ said }) => `The bot does not speak “${said}” yet. It speaks English and French.`,
  'appoints-own': () => 'That account is yours as well. Another coordinator can give it the right to coordinate; nobody gives it to themselves.',
  'coordinates-elsewhere': () => `Another account of yours coordinates. Leave the record from that account, or part the accounts first: ${typed('me show')}`,
  'coordinators-only': () => `Only coordinators can do this. ${typed('help')} shows what everybody can do.`,
  visitor: () => 'This belongs to the coalition whose channel you visit. You can read here; to act, use the bot in your own workspace.',
  'space-not-accepted': () =>
    `This space is not accepted by the coalition yet, so people here can read but not act. An admin can ask with ${typed('here setup')}.`,
  'space-unclear': () => 'Please type this in a channel of the coalition: a direct message does not show that you belong to it.',
  'space-needed': () => 'Please type this in a channel of the space it is about, not in a direct message.',
  'space-unknown': ({ said }) => `No space “${said}” asks to be accepted.`,
  'platform-admins-only': () => 'Only a workspace admin, or somebody who may manage the server, can set this up.',
  'account-unknown': ({ said }) =>
    `${said === '' ? 'Who is meant?' : `“${said}” is no account.`} Pick a person, or type the account like slack:T123:U456, discord:789 or terminal:dora.`,
  'link-wrong': () => `That code does not work: it is mistyped, used already, or too old. Ask for a new one on the other account: ${typed('me link')}`,
  'link-paused': () => 'Too many wrong codes. Please try again in an hour.',
  'link-own': () => `That account is yours already. Type the code on the other one. ${typed('me show')} shows which are linked.`,
  'link-nothing': () => `Nothing waits to be confirmed. Begin with ${typed('me link')}`,
  'link-over': () => `This request to link is over. What waits for you now, or else a new code, is here: ${typed('me link')}`,
  'link-none': () => 'No account is linked with yours.',
  'last-coordinator': () => 'They are the last coordinator. Appoint somebody else first.',
  'not-appointed': ({ said }) =>
    `${said} was never appointed here, so there is no role to take back. Whoever the configuration names, and the operator, coordinate without that.`,
  'old-button': () => `This button belongs to an older version of the bot. Please type the command: ${typed('help')}`,
  'slow-just-now': () => 'The database is slow just now, so nothing was opened and nothing was changed. Please try again.',
  'not-confirmed': () => 'It is not confirmed yet that this was recorded. Sending the same form again is safe: it is recorded once.',
  'may-be-done': ({ reference }) => `The database went away over this, so it may be done or not. Please look before you do it again. Reference ${reference}`,
  unavailable: ({ reference }) => `The database cannot be reached just now. Nothing was changed; please try again in a minute. Reference ${reference}`,
  unexpected: ({ reference }) =>
    `Something went wrong that should not. Nothing you typed was recorded. If it stays so, tell the operator this reference: ${reference}`,
};
