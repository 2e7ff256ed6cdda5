import { adapterContract } from './contract.ts';
import { discordGateway } from './seats/discord-gateway.ts';

adapterContract('Discord over the gateway', discordGateway, {
  'a refused form closes': 'Discord closes a form when it is sent and shows no errors in it, so what was typed comes back with a button that opens it again',
  'nobody visits': 'Discord knows no people of other organisations',
  'only what is listed can be typed': 'Discord sends the commands that are registered, and no line',
  'nobody’s app speaks French': 'the Discord that stands in for the real one tells en-US of everybody',
});
