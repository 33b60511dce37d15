/** The sources of a message, for the one who looked for them and for all. */
export const ENGLISH_SHARING = {
  openArticle: 'Open an article',
  sourcesSharedBy: (who: string) => `Sources found by ${who}`,
  sourcesSharedFor: (who: string, message: string) => `Sources found by ${who} for ${message}`,
  thisMessage: 'this message',
  sourcesChanged:
    'An article among these sources has changed since they were found, so they are not shared. Please use Find sources again.',
  findSourcesHint:
    'To check what a message says and quotes, open its menu, then Apps, then Find sources: the answer is for you alone until you share it.',
} as const;
