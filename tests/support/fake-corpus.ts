import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { createAsk, createRequote } from '../../src/core/answering/ask.js';
import { createExplain } from '../../src/core/answering/explain.js';
import { groupGaps } from '../../src/core/changes/gaps.js';
import type { Analyzer } from '../../src/core/model/analyzer.js';
import type { Article, ArticleText, Withdrawal } from '../../src/core/model/article.js';
import type { Corpus, Glossary, LoadedCorpus } from '../../src/core/model/corpus.js';
import type { Desk } from '../../src/core/model/desk.js';
import type { PartialDate } from '../../src/core/model/partial-date.js';
import { createFindSources } from '../../src/core/quotations/find-sources.js';
import type { Services } from '../../src/core/services.js';
import { withdrawnFingerprint } from '../../src/corpus/frozen/revision.js';
import { freezeArticles } from '../../src/loading/freeze-articles.js';
import { openArticles } from '../../src/loading/open-articles.js';

let analyzer: Analyzer | undefined;

/** Returns the one analyzer of a test file; loading it takes a while. */
export function shareAnalyzer(): Analyzer {
  return (analyzer ??= createAnalyzer());
}

/**
 * Makes an article from its paragraphs; facts that are not given are unknown.
 *
 * @param gap - What stands between two paragraphs; default: a blank line.
 */
export function makeArticle(
  id: string,
  paragraphs: readonly string[],
  facts: Partial<Omit<Article, 'id' | 'published'>> & { published?: string | null } = {},
  gap = '\n\n',
): ArticleText {
  const article: Article = {
    id,
    title: `Title of ${id}`,
    hasHeadline: true,
    outlet: null,
    author: null,
    url: null,
    language: null,
    tags: [],
    caution: null,
    ...facts,
    published: (facts.published ?? null) as PartialDate | null,
  };
  let start = 0;
  const passages = paragraphs.map((text) => {
    const span = { start, end: start + text.length };
    start = span.end + gap.length;
    return span;
  });
  return { article, text: paragraphs.join(gap), passages };
}

/** Loads articles without files or another process. */
export function loadArticles(...sources: readonly ArticleText[]): LoadedCorpus {
  return loadWithGlossary([], ...sources);
}

export function loadWithGlossary(glossary: Glossary, ...sources: readonly ArticleText[]): LoadedCorpus {
  const byId = [...sources].sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
  return openArticles(freezeArticles(byId, shareAnalyzer(), glossary), []);
}

/** Lists every article of a corpus, by id. */
export function listArticles(corpus: Corpus): Article[] {
  return [...corpus.articleIds()].flatMap((id) => corpus.article(id) ?? []);
}

const UNUSED_DESK = new Proxy({} as Desk, {
  get: (_, name) => () => Promise.reject(new Error(`desk.${String(name)} is not expected to be used`)),
});

export const WITHDRAWAL: Withdrawal = {
  on: '2026-11-22' as PartialDate,
  reason: 'The outlet took it back.',
};

/** Loads articles, some of them withdrawn. */
export function loadWithdrawn(
  withdrawn: readonly ArticleText[],
  ...sources: readonly ArticleText[]
): LoadedCorpus {
  const marked = withdrawn.map((source) => ({
    ...WITHDRAWAL,
    article: source.article,
    fingerprint: withdrawnFingerprint(source, WITHDRAWAL),
  }));
  return openArticles(freezeArticles(sources, shareAnalyzer(), [], marked), []);
}

/** Creates services over one corpus that cannot be reloaded. */
export function serveArticles(loaded: LoadedCorpus): Services {
  return {
    loaded: () => loaded,
    ask: createAsk(shareAnalyzer()),
    requote: createRequote(shareAnalyzer()),
    explain: createExplain(shareAnalyzer()),
    readDates: shareAnalyzer().readDates,
    findSources: createFindSources(shareAnalyzer()),
    changeCorpus: () => Promise.reject(new Error('nothing to change')),
    groupGaps: (gaps) => groupGaps(gaps, shareAnalyzer()),
    desk: UNUSED_DESK,
    audit: { record: () => Promise.resolve(true), listen: () => undefined },
  };
}
