import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
// zod 4 loads the messages of fifty languages, which would take a seventh of the time to the first answer.
import { z } from 'zod/v3';
import { Fault } from './core/model/fault.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const NO_LEVEL = { message: `is none of ${LOG_LEVELS.join(', ')}` };
const SNOWFLAKE = /^\d{17,20}$/u;

const snowflakes = (message: string) =>
  z
    .string()
    .default('')
    .transform((value) => value.split(/[\s,]+/u).filter((id) => id !== ''))
    .refine((ids) => ids.every((id) => SNOWFLAKE.test(id)), message);

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (value) => /^\d{1,9}$/u.test(value) && Number(value) >= least && Number(value) <= most,
      `is not a whole number from ${least} to ${most}`,
    )
    .transform(Number);

const Environment = z.object({
  ASK_CHANNELS: snowflakes(
    'is not a list of channel ids: copy them with Developer Mode on, commas between them',
  ),
  AUDIT_CHANNEL_ID: z
    .string()
    .regex(SNOWFLAKE, 'is not a channel id: copy it with Developer Mode on')
    .optional(),
  CORPUS_DIR: z.string().default('corpus'),
  CORPUS_WATCH: z.enum(['0', '1'], { errorMap: () => ({ message: 'is neither 0 nor 1' }) }).default('0'),
  DATABASE_URL: z
    .string()
    .regex(/^(?:file|libsql|https?|wss?):/u, 'is not an address that begins with file: or libsql:')
    .optional(),
  DATA_DIR: z.string().default('data'),
  DISCORD_API_URL: z
    .string()
    .refine(isWebAddress, 'is not an address that begins with http:// or https://')
    .default('https://discord.com/api'),
  DISCORD_TOKEN: z
    .string()
    .transform((token) => token.replace(/^Bot\s+/iu, ''))
    .pipe(
      z
        .string()
        .regex(
          /^[\w-]+\.[\w-]+\.[\w-]+$/u,
          'is not a bot token: copy it from the Bot page of your application',
        ),
    )
    .optional(),
  GAPS_DAYS: wholeNumber(0, 365).default('30'),
  HOME_GUILD_ID: z.string().regex(SNOWFLAKE, 'is not a server id: copy it with Developer Mode on').optional(),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: wholeNumber(0, 65_535).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { errorMap: () => NO_LEVEL }).default('info'),
  MODERATOR_ROLE_IDS: snowflakes(
    'is not a list of role ids: copy them with Developer Mode on, commas between them',
  ),
});

/** The configuration from the environment; `.env.example` explains each variable. */
export interface Config {
  /** The only channels in which mentions are answered; empty: all. */
  readonly askChannels: readonly string[];
  readonly auditChannelId: string | undefined;
  readonly corpusDir: string;
  /** True to load changes of the folder automatically. */
  readonly watchesCorpus: boolean;
  /** The database of the state; default: a file in {@link dataDir}. */
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly discordApiUrl: string;
  /** Absent: the bot runs in the terminal. */
  readonly discordToken: string | undefined;
  /** Retention of unanswered questions, in days; 0: none are stored. */
  readonly gapsDays: number;
  readonly homeGuildId: string | undefined;
  readonly httpHost: string;
  /** Absent: health and metrics are not served. */
  readonly httpPort: number | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly moderatorRoleIds: readonly string[];
}

/** The variables that {@link parseConfig} reads. */
export const VARIABLES = Object.keys(Environment.shape);

/**
 * Reads the configuration from environment variables. A blank value counts as absent.
 *
 * @throws {Fault} `CONFIG_INVALID` naming every bad variable at once, without values (one is a secret).
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.entries(env).flatMap(([name, value = '']) =>
    value.trim() === '' ? [] : [[name, value.trim()] as const],
  );
  const { success, data, error } = Environment.safeParse(Object.fromEntries(present));
  if (!success) {
    const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Fault('CONFIG_INVALID', problems.join('; '), { facts: { problems: problems.join('; ') } });
  }
  return {
    askChannels: data.ASK_CHANNELS,
    auditChannelId: data.AUDIT_CHANNEL_ID,
    corpusDir: data.CORPUS_DIR,
    watchesCorpus: data.CORPUS_WATCH === '1',
    databaseUrl: data.DATABASE_URL ?? pathToFileURL(join(data.DATA_DIR, 'nukuu.db')).href,
    dataDir: data.DATA_DIR,
    discordApiUrl: data.DISCORD_API_URL.replace(/\/+$/u, ''),
    discordToken: data.DISCORD_TOKEN,
    gapsDays: data.GAPS_DAYS,
    homeGuildId: data.HOME_GUILD_ID,
    httpHost: data.HTTP_HOST,
    httpPort: data.HTTP_PORT,
    logLevel: data.LOG_LEVEL,
    moderatorRoleIds: data.MODERATOR_ROLE_IDS,
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//iu.test(text);
}
