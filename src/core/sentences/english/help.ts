/** What the bot does and how it is asked. */
export const ENGLISH_HELP = {
  does: 'I answer questions by quoting news articles: I show the paragraphs that answer word for word, with the sentence that answers in bold, and say where each was printed.',
  doesNot:
    'I never write an answer of my own, translate a quote, or know anything that is not in the articles.',
  tryAsking: 'Try asking',
  commands: 'Commands',
  askCommand: 'answers a question with quotes',
  sourceCommand: 'opens an article, page by page or at a paragraph',
  statusCommand: 'says what is loaded',
  reloadCommand: 'loads the articles anew',
  helpCommand: 'says what I do',
  quitCommand: 'ends the terminal',
  terminalHint: 'Type a question, or /help. End with /quit or Ctrl+C.',
} as const;
