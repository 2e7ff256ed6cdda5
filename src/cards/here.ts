import type { Block, Button, Card } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Account } from '../core/account.ts';
import type { Actor } from '../core/member.ts';
import type { SpaceFacts } from '../core/store.ts';
import type { Words } from '../text/words.ts';
import { waitingSpaces } from './home.ts';
import type { View } from './outlook.ts';
import { exactly } from './people-lines.ts';

export type SetupOutcome = 'claimed' | 'accepted' | 'asked' | 'waiting';

/** How this space stands after a set-up, what comes next, and for coordinators the spaces that ask. */
export function setupCard(outcome: SetupOutcome, actor: Actor, spaces: readonly SpaceFacts[], view: View): Card {
  const { words } = view;
  const leads = outcome === 'claimed' || actor.coordinator;
  return {
    kind: 'card',
    language: words.language,
    title: words.here.title,
    tone: outcome === 'claimed' || outcome === 'accepted' ? 'good' : 'plain',
    blocks: [...said(outcome, words).map((text): Block => ({ kind: 'paragraph', text: [text] })), ...waitingSpaces(spaces, words)],
    buttons: leads ? [appointButton(words), dismissButton(words), homeButton(words)] : [homeButton(words)],
    audience: 'asker',
  };
}

function said(outcome: SetupOutcome, { here }: Words): readonly string[] {
  const sentences: Record<SetupOutcome, readonly string[]> = {
    claimed: [here.claimed, here.nextStep],
    accepted: [here.accepted],
    asked: [here.asked, here.untilThen],
    waiting: [here.alreadyAsked, here.untilThen],
  };
  return sentences[outcome];
}

function appointButton({ here }: Words): Button {
  return { kind: 'act', label: here.appoint, invoke: { command: 'here appoint', options: {} } };
}

function dismissButton({ here }: Words): Button {
  return { kind: 'act', label: here.dismiss, invoke: { command: 'here dismiss', options: {} } };
}

function homeButton({ home }: Words): Button {
  return { kind: 'act', label: home.next, invoke: { command: 'next-milestone', options: {} } };
}

/** One sentence about a space, after it was accepted. */
export function acceptedCard(space: string, words: Words): Card {
  return {
    kind: 'card',
    language: words.language,
    title: words.here.spaceAccepted(space),
    tone: 'good',
    blocks: [],
    buttons: [homeButton(words)],
    audience: 'asker',
  };
}

/** Who is a coordinator from now on, or no longer is. */
export function coordinatorCard(account: Account, appointed: boolean, words: Words): Card {
  const text: Block = { kind: 'paragraph', text: [appointed ? words.here.appointed : words.here.dismissed, ' ', ...exactly({ accounts: [account] }, words)] };
  return { kind: 'card', language: words.language, title: words.here.title, tone: 'good', blocks: [text], buttons: [appointButton(words)], audience: 'asker' };
}

/** Asks who becomes a coordinator, or who is one no more. */
export function coordinatorForm(act: 'appoint' | 'dismiss', { language, here }: Words): Form {
  const said = {
    appoint: { title: here.appointTitle, submit: here.appointSubmit, hint: here.personHint },
    dismiss: { title: here.dismissTitle, submit: here.dismissSubmit, hint: here.dismissHint },
  };
  const { title, submit, hint } = said[act];
  return {
    kind: 'form',
    language,
    title,
    submit,
    invoke: { command: `here ${act}`, options: {} },
    fields: [{ kind: 'person', name: 'person', label: here.person, hint, required: true }],
  };
}
