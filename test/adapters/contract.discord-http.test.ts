import { adapterContract } from './contract.ts';
import { discordHttp } from './seats/discord-http.ts';

adapterContract('Discord over HTTP', discordHttp, {
  'a refused form closes': 'Discord closes a form when it is sent and shows no errors in it, so what was typed comes back with a button that opens it again',
  'nobody visits': 'Discord knows no people of other organisations',
  'only what is listed can be typed': 'Discord sends the commands that are registered, and no line',
});
