/** Asking by a mention of the bot. */
export const ENGLISH_MENTIONS = {
  mentionedWithoutQuestion: 'What would you like to know? Mention me with your question, or use /ask.',
  mentionHint: 'In a channel you can also mention me with your question.',
} as const;
