import { DEFAULT_SETTINGS } from '../../../src/core/model/settings.js';
import type { LocalDiscord, LocalMember } from '../../support/local-discord/index.js';
import { judgeAnswer } from './judge-answer.js';
import type { Asked } from './render-bot-report.js';

export interface Asker {
  /** Asks the next question; reports it as failed instead of throwing. */
  readonly ask: () => Promise<Asked>;
}

/**
 * Asks the questions in turn, over and over, in direct messages: there is no limit of a server, and somebody else
 * goes on where a member has asked as often as is allowed in a minute.
 */
export function createAsker(discord: LocalDiscord, questions: readonly string[]): Asker {
  let member = discord.member({ guildId: null });
  let asked = 0;
  return {
    ask: async () => {
      const question = questions[asked % questions.length] ?? '';
      if (asked % DEFAULT_SETTINGS.questionsAMember === 0) member = discord.member({ guildId: null });
      asked += 1;
      const start = performance.now();
      try {
        return await askOne(discord, member, question);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { kind: 'failed', reason, firstMs: performance.now() - start };
      }
    },
  };
}

async function askOne(discord: LocalDiscord, member: LocalMember, question: string): Promise<Asked> {
  const start = performance.now();
  const response = await discord.slash(member, 'ask', { question });
  const { responseMs: firstMs, kind } = response;
  const isDeferred = kind === 'deferred';
  const message = isDeferred ? await response.settled() : response.message;
  const wholeMs = isDeferred ? performance.now() - start : firstMs;
  return { kind: 'answered', verdict: judgeAnswer(message), firstMs, wholeMs, isDeferred };
}
