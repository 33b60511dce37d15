/** What stands around the sources of a member's message. */
export const ENGLISH_FIND_SOURCES = {
  wordForWord: 'Quoted word for word:',
  nearly: 'Quoted nearly. In bold is what the article says, struck through what the message says:',
  nearlyBrief: 'Quoted nearly:',
  notQuoted: 'Not in the articles:',
  alsoQuotedIn: (articles: number) =>
    articles === 1 ? 'also in 1 other article' : `also in ${articles} other articles`,
  bearing: 'Passages that bear on the message:',
  noneBears: 'No other passage of the articles bears on the message.',
  nothingBears: 'I found nothing in the articles that bears on this message.',
  noText: 'This message has no words that I could look for.',
} as const;
