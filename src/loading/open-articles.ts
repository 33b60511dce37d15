import { type FrozenVocabulary, openVocabulary } from '../analysis/vocabulary.js';
import { type Article, type ArticleText } from '../core/model/article.js';
import {
  type Corpus,
  type Equivalents,
  type Glossary,
  indexEquivalents,
  type LoadedCorpus,
} from '../core/model/corpus.js';
import type { FileProblem } from '../core/model/problem.js';
import { type FrozenCorpus, openCorpus } from '../corpus/frozen/open-corpus.js';
import { type FrozenIndex, serveIndex } from '../engines/wink/serve-index.js';

/** A corpus and everything learnt from it, in the form that is both saved and served. */
export interface FrozenArticles {
  readonly corpus: FrozenCorpus;
  readonly index: FrozenIndex;
  readonly vocabulary: FrozenVocabulary;
  readonly glossary: Glossary;
  readonly equivalents: readonly Equivalents[];
}

export function openArticles(frozen: FrozenArticles, problems: readonly FileProblem[]): LoadedCorpus {
  return {
    corpus: openCorpus(frozen.corpus),
    index: serveIndex(frozen.index),
    vocabulary: openVocabulary(frozen.vocabulary),
    glossary: frozen.glossary,
    equivalents: indexEquivalents(frozen.equivalents),
    loadedAt: Date.now(),
    problems,
  };
}

/** Returns an article of a corpus in the form in which it was read. @throws {Fault} `QUOTE_MISMATCH`. */
export function toArticleText(corpus: Corpus, article: Article): ArticleText {
  return {
    article,
    text: corpus.text(article.id),
    passages: corpus.passages(article.id, 1, Infinity).map(({ span }) => span),
  };
}
