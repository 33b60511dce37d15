import type { Sentences } from '../../core/sentences/sentences.js';
import type { PublicAnswer } from '../../core/state.js';

const MAX_LINKS = 10;

/** Links to public answers, a line each; those that are too many are counted. */
export function listAnswerLinks(say: Sentences, answers: readonly PublicAnswer[]): string[] {
  const links = answers
    .slice(0, MAX_LINKS)
    .map(
      ({ guildId, channelId, messageId }) =>
        `- https://discord.com/channels/${guildId}/${channelId}/${messageId}`,
    );
  const left = answers.length - links.length;
  return [...links, ...(left === 0 ? [] : [say.andMore(left)])];
}
