import { act, type Button, type Card, card, paragraph } from '../chat/card.ts';
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
  return card(words, {
    title: words.here.title,
    tone: outcome === 'claimed' || outcome === 'accepted' ? 'good' : 'plain',
    blocks: [...said(outcome, words).map((text) => paragraph(text)), ...waitingSpaces(spaces, words)],
    buttons: leads ? [appointButton(words), dismissButton(words), homeButton(words)] : [homeButton(words)],
  });
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
  return act(here.appoint, 'here appoint');
}

function dismissButton({ here }: Words): Button {
  return act(here.dismiss, 'here dismiss');
}

function homeButton({ home }: Words): Button {
  return act(home.next, 'next-milestone');
}

/** One sentence about a space, after it was accepted. */
export function acceptedCard(space: string, words: Words): Card {
  return card(words, {
    title: words.here.spaceAccepted(space),
    tone: 'good',
    buttons: [homeButton(words)],
  });
}

/** Who is a coordinator from now on, or no longer is. */
export function coordinatorCard(account: Account, appointed: boolean, words: Words): Card {
  const text = paragraph(appointed ? words.here.appointed : words.here.dismissed, ' ', ...exactly({ accounts: [account] }, words));
  return card(words, { title: words.here.title, tone: 'good', blocks: [text], buttons: [appointButton(words)] });
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
