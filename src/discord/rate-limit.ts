import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Fault } from '../core/model/fault.js';
import { MAX_QUESTIONS_A_MINUTE, type ServerSettings } from '../core/model/settings.js';

/** Who asks, and in which server; `null` in direct messages. */
export interface Asker {
  readonly memberId: string;
  readonly guildId: string | null;
}

/** How often may be asked: by `/ask`, by mention and by Find sources. Buttons of an answer cost nothing. */
export interface QuestionLimits {
  /**
   * Counts a question for its member and for the server, or for neither where one of them has asked too often.
   * A minute begins with the first question that is counted in it; direct messages have the member's limit alone.
   *
   * @throws {Fault} `TOO_MANY_QUESTIONS` with the `seconds` to wait.
   */
  count(asker: Asker, settings: ServerSettings): Promise<void>;
}

const MINUTE_S = 60;

interface Limit {
  readonly key: string;
  readonly most: number;
}

export function createQuestionLimits(): QuestionLimits {
  const counters = new RateLimiterMemory({ points: MAX_QUESTIONS_A_MINUTE, duration: MINUTE_S });
  let latest: Promise<unknown> = Promise.resolve();

  const countOne = async (limits: readonly Limit[]): Promise<void> => {
    const counted = await Promise.all(
      limits.map(async ({ key, most }) => ({ most, used: await counters.get(key) })),
    );
    const waits = counted.flatMap(({ most, used }) =>
      used && used.consumedPoints >= most ? used.msBeforeNext : [],
    );
    // What has run out may still be there for a moment.
    const waitMs = Math.max(0, ...waits);
    if (waitMs > 0) throw tooMany(waitMs);
    await Promise.all(limits.map(({ key }) => counters.penalty(key)));
  };
  return {
    count: (asker, settings) => {
      // One after the other, so that no question is counted between the look at the counters and the counting.
      const counted = latest.then(() => countOne(listLimits(asker, settings)));
      latest = counted.catch(() => undefined);
      return counted;
    },
  };
}

function listLimits({ memberId, guildId }: Asker, settings: ServerSettings): Limit[] {
  const member = { key: `member ${guildId ?? ''} ${memberId}`, most: settings.questionsAMember };
  if (guildId === null) return [member];
  return [member, { key: `server ${guildId}`, most: settings.questionsAServer }];
}

function tooMany(waitMs: number): Fault {
  return new Fault('TOO_MANY_QUESTIONS', 'a limit of questions is reached', {
    facts: { seconds: Math.ceil(waitMs / 1000) },
  });
}
