import type { LocalDiscord, LocalMember } from '../../support/local-discord/index.js';
import { judgeAnswer } from './judge-answer.js';
import type { Asked } from './render-bot-report.js';

const MEMBERS = 100;

export interface Asker {
  /** Asks the next question as the next member, and gives it up for failed rather than throws. */
  readonly ask: () => Promise<Asked>;
}

/** Lets a hundred members ask the questions in turn, over and over. */
export function createAsker(discord: LocalDiscord, questions: readonly string[]): Asker {
  const members = Array.from({ length: MEMBERS }, () => discord.member());
  let asked = 0;
  return {
    ask: async () => {
      const question = questions[asked % questions.length] ?? '';
      const member = members[asked % members.length];
      asked += 1;
      if (!member) throw new RangeError('there is nobody to ask');
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
