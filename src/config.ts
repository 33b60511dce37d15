// zod 4 loads the messages of fifty languages, which would take a seventh of the time to the first answer.
import { z } from 'zod/v3';
import { Fault } from './core/errors.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const NO_LEVEL = { message: `is none of ${LOG_LEVELS.join(', ')}` };
const SNOWFLAKE = /^\d{17,20}$/u;

const Environment = z.object({
  CORPUS_DIR: z.string().default('corpus'),
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
  HOME_GUILD_ID: z.string().regex(SNOWFLAKE, 'is not a server id: copy it with Developer Mode on').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { errorMap: () => NO_LEVEL }).default('info'),
});

/** What the program is told from outside; `.env.example` explains each. */
export interface Config {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly discordApiUrl: string;
  /** Absent: the bot runs in the terminal. */
  readonly discordToken: string | undefined;
  readonly homeGuildId: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** The variables that {@link parseConfig} reads. */
export const VARIABLES = Object.keys(Environment.shape);

/**
 * Reads the configuration from environment variables. A blank value counts as absent.
 *
 * @throws {Fault} `CONFIG_INVALID` naming every bad variable at once, without values (one is a secret).
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.entries(env).flatMap(([name, value = '']) =>
    value.trim() === '' ? [] : [[name, value.trim()] as const],
  );
  const { success, data, error } = Environment.safeParse(Object.fromEntries(set));
  if (!success) {
    const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Fault('CONFIG_INVALID', problems.join('; '), { facts: { problems: problems.join('; ') } });
  }
  return {
    corpusDir: data.CORPUS_DIR,
    dataDir: data.DATA_DIR,
    discordApiUrl: data.DISCORD_API_URL.replace(/\/+$/u, ''),
    discordToken: data.DISCORD_TOKEN,
    homeGuildId: data.HOME_GUILD_ID,
    logLevel: data.LOG_LEVEL,
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//iu.test(text);
}
