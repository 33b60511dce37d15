import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Fault } from '../core/model/fault.js';
import { MAX_QUESTIONS_A_MINUTE, type ServerSettings } from '../core/model/settings.js';

export interface Asker {
  readonly memberId: string;
  /** `null` in direct messages. */
  readonly guildId: string | null;
}

/** Limits the questions asked by `/ask`, by mention and by Find sources; buttons of an answer are not counted. */
export interface QuestionLimits {
  /**
   * Counts a question for the member and the server, or for neither if one of them is at its limit. A minute
   * begins with the first question counted in it. In direct messages only the member's limit applies.
   *
   * @throws {Fault} `TOO_MANY_QUESTIONS` with the `seconds` to wait.
   */
  count(asker: Asker, settings: ServerSettings): Promise<void>;
}

const MINUTE_S = 60;

interface Limit {
  readonly key: string;
  readonly max: number;
}

export function createQuestionLimits(): QuestionLimits {
  const counters = new RateLimiterMemory({ points: MAX_QUESTIONS_A_MINUTE, duration: MINUTE_S });
  let latest: Promise<unknown> = Promise.resolve();

  const countOne = async (limits: readonly Limit[]): Promise<void> => {
    const counted = await Promise.all(
      limits.map(async ({ key, max }) => ({ max, used: await counters.get(key) })),
    );
    const waits = counted.flatMap(({ max, used }) =>
      used && used.consumedPoints >= max ? used.msBeforeNext : [],
    );
    // An expired counter may still be returned for a moment.
    const waitMs = Math.max(0, ...waits);
    if (waitMs > 0) throw tooMany(waitMs);
    await Promise.all(limits.map(({ key }) => counters.penalty(key)));
  };
  return {
    count: (asker, settings) => {
      // Handles one question at a time, so that none is counted between the check and the count of another.
      const counted = latest.then(() => countOne(listLimits(asker, settings)));
      latest = counted.catch(() => undefined);
      return counted;
    },
  };
}

function listLimits({ memberId, guildId }: Asker, settings: ServerSettings): Limit[] {
  const member = { key: `member ${guildId ?? ''} ${memberId}`, max: settings.questionsAMember };
  if (guildId === null) return [member];
  return [member, { key: `server ${guildId}`, max: settings.questionsAServer }];
}

function tooMany(waitMs: number): Fault {
  return new Fault('TOO_MANY_QUESTIONS', 'a limit of questions is reached', {
    facts: { seconds: Math.ceil(waitMs / 1000) },
  });
}
