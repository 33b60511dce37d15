import type { Analyzer } from './analysis.js';
import type { Evidence } from './answer.js';
import type { Passage } from './article.js';
import { chooseStories } from './ask.js';
import type { LoadedCorpus } from './corpus.js';
import { Fault } from './errors.js';
import { filterArticles } from './filter-articles.js';
import { parseAskRequest, type AskOptions } from './parse-ask-request.js';
import { quoteStories } from './quote-stories.js';
import { rankPassages } from './rank.js';
import type { ArticleSet } from './search-index.js';

/** Quotes passages that were chosen before again, in their order, for a question that was asked before. */
export type Requote = (
  loaded: LoadedCorpus,
  options: AskOptions,
  passages: readonly Passage[],
) => Promise<readonly Evidence[]>;

export function createRequote(analyzer: Analyzer): Requote {
  return async (loaded, options, passages) => {
    const within = filterAsBefore(loaded, options);
    const ranking = await rankPassages(loaded, analyzer, options.question, within);
    const stories = new Map(chooseStories(loaded, ranking, within).map((story) => [story.hit.handle, story]));
    const chosen = passages.map(
      ({ handle }) => stories.get(handle) ?? { hit: { handle, score: 0 }, alsoIn: [], otherFigures: [] },
    );
    return quoteStories(loaded, ranking.question, chosen);
  };
}

/** Options that fit the corpus no more, such as an outlet that is gone, filter nothing. */
function filterAsBefore({ corpus }: LoadedCorpus, options: AskOptions): ArticleSet | undefined {
  try {
    return filterArticles(corpus, parseAskRequest(options, corpus.outlets)).within;
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
