import { z } from 'zod';
import { isAccount } from './core/account.ts';

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);
const address = z.url({ protocol: /^https?$/ });

/** An address that paths are put behind. */
const base = address.transform((text) => text.replace(/\/+$/, ''));

const secret = z.string().min(1);

/** An instant with its zone, as ISO 8601 writes it. */
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const accounts = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((account) => account.trim())
      .filter((account) => account !== ''),
  )
  .refine((list) => list.every(isAccount));

/** What each variable must look like, said when it does not. */
const examples = {
  PORT: 'a number from 0 to 65535, such as 3000',
  HOST: 'an address to listen on, such as 127.0.0.1',
  IS3C_DATA: 'a folder, such as data',
  DATABASE_URL: 'an address such as postgresql://user:password@host:5432/is3c',
  IS3C_PLAN: 'plan, plan,record or the path of a plan, such as plan.yaml',
  IS3C_COMMAND: 'lower-case letters, digits and hyphens, such as is3c',
  IS3C_COORDINATORS: 'accounts with commas between, such as slack:T123:U456,discord:789',
  IS3C_CLOCK: 'an instant such as 2022-03-15T12:00:00Z, and never with NODE_ENV=production',
  IS3C_PUBLIC_URL: 'an address such as https://bot.example.org',
  SLACK_SIGNING_SECRET: 'the signing secret of the Slack app, under Basic Information',
  SLACK_BOT_TOKEN: 'a token that begins with xoxb-, under OAuth & Permissions',
  SLACK_APP_TOKEN: 'a token that begins with xapp-, under Basic Information',
  SLACK_CLIENT_ID: 'the client id of the Slack app',
  SLACK_CLIENT_SECRET: 'the client secret of the Slack app',
  SLACK_STATE_SECRET: 'a long random text of your own',
  SLACK_API_URL: 'an address such as https://slack.com/api/',
  DISCORD_TOKEN: 'the bot token, under Bot',
  DISCORD_APPLICATION_ID: 'a number such as 123456789012345678, under General Information',
  DISCORD_PUBLIC_KEY: '64 hexadecimal digits, under General Information',
  DISCORD_API_URL: 'an address such as https://discord.com/api',
  IS3C_KEY: '64 hexadecimal digits; openssl rand -hex 32 makes them',
  LANG: 'a locale such as fr_FR.UTF-8',
  LC_ALL: 'a locale such as fr_FR.UTF-8',
  NO_COLOR: 'anything, for a terminal without colours',
  LOG_LEVEL: 'trace, debug, info, warn, error, fatal or silent',
} as const;

type Variable = keyof typeof examples;

const shape = {
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  IS3C_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  IS3C_PLAN: z.string().min(1).default('plan,record'),
  IS3C_COMMAND: z
    .string()
    .regex(/^[a-z0-9-]{1,30}$/)
    .default('is3c'),
  IS3C_COORDINATORS: accounts.default([]),
  IS3C_CLOCK: instant.optional(),
  IS3C_PUBLIC_URL: base.optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  SLACK_CLIENT_ID: secret.optional(),
  SLACK_CLIENT_SECRET: secret.optional(),
  SLACK_STATE_SECRET: secret.optional(),
  SLACK_API_URL: address.optional(),
  DISCORD_TOKEN: secret.optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  DISCORD_API_URL: address.optional(),
  IS3C_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  LANG: z.string().optional(),
  LC_ALL: z.string().optional(),
  NO_COLOR: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
} satisfies Record<Variable, z.ZodType>;

const schema = z.object(shape);

export type Config = z.output<typeof schema>;

/** Every mistake in the environment, a line each: the name, what was wrong, an example. */
export class ConfigMistakes extends Error {
  override readonly name = 'ConfigMistakes';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

function isVariable(name: string): name is Variable {
  return name in examples;
}

/** Reads the environment, empty values being missing ones; the only reader of it. Throws `ConfigMistakes`. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([name, value]) => isVariable(name) && value?.trim() !== ''));
  const parsed = schema.safeParse(given);
  const wrong = parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  if (environment['NODE_ENV'] === 'production' && given['IS3C_CLOCK'] !== undefined) wrong.push('IS3C_CLOCK');
  const lines = [...new Set(wrong)].map((name) => `${name}: this value cannot be used; it should be ${isVariable(name) ? examples[name] : 'something else'}`);
  if (!parsed.success || lines.length > 0) throw new ConfigMistakes(lines);
  return parsed.data;
}
