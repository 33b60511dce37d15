import type { ENGLISH_MENTIONS } from '../english/mentions.js';
import type { SameShape } from '../same-shape.js';

export const SWAHILI_MENTIONS: SameShape<typeof ENGLISH_MENTIONS> = {
  mentionedWithoutQuestion: 'Ungependa kujua nini? Nitaje pamoja na swali lako, au tumia /ask.',
  mentionHint: 'Katika chaneli unaweza pia kunitaja pamoja na swali lako.',
};
