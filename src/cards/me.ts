import type { Block, Card } from '../chat/card.ts';
import { type Actor, languages } from '../core/member.ts';
import type { Words } from '../text/words.ts';

/** What the bot knows of its reader, and the buttons that change it. */
export function meCard(actor: Actor, zone: string, words: Words): Card {
  const { me, languageNames } = words;
  const role = actor.coordinator ? me.coordinator : me.member;
  const facts: Block = {
    kind: 'facts',
    facts: [
      { label: me.accounts, value: [{ kind: 'mention', account: actor.account }] },
      { label: me.roles, value: [actor.member === undefined && !actor.coordinator ? me.nobody : role] },
      { label: me.language, value: [actor.language === undefined ? `${languageNames[words.language]} (${me.fromPlatform})` : languageNames[actor.language]] },
      { label: me.zone, value: [zone === 'UTC' ? me.zoneUnknown : zone] },
    ],
  };
  return {
    kind: 'card',
    language: words.language,
    title: me.title,
    tone: 'plain',
    blocks: [facts, { kind: 'note', text: [me.stored] }],
    buttons: languageButtons(words),
    audience: 'asker',
  };
}

function languageButtons({ languageNames }: Words): Card['buttons'] {
  return languages.map((language) => ({ kind: 'act', label: languageNames[language], invoke: { command: 'me language', options: { language } } }));
}

/** Says in the new language that it is set; without one, asks which. */
export function languageCard(words: Words, set: boolean): Card {
  return {
    kind: 'card',
    language: words.language,
    title: set ? words.me.languageSet(words.languageNames[words.language]) : words.me.pickLanguage,
    tone: set ? 'good' : 'plain',
    blocks: [],
    buttons: set ? [{ kind: 'act', label: words.home.me, invoke: { command: 'me', options: {} } }] : languageButtons(words),
    audience: 'asker',
  };
}
