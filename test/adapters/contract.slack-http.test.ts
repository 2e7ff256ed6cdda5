import { adapterContract } from './contract.ts';
import { slackHttp } from './seats/slack-http.ts';

adapterContract('Slack over HTTP', slackHttp, {
  'an outdated form is filled in anew': 'a modal keeps the revision it was opened with, so what stands in it is copied into a new one',
  'what a form answers cannot be shared': 'a modal belongs to one person and to no channel',
  'nothing is completed': 'Slack completes nothing behind a slash command',
  'the language is known from the second contact on': 'Slack tells it when asked, and nobody waits for that before the first answer',
});
