import { adapterContract } from './contract.ts';
import { slackHttp } from './seats/slack-http.ts';

adapterContract('Slack over HTTP', slackHttp, {});
