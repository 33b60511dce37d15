/** Answers questions, and quotes the passages of earlier answers again. */

import { groupStories, type Story } from '../likeness/group-stories.js';
import type { Analyzer } from '../model/analyzer.js';
import { type Article, type Passage } from '../model/article.js';
import type { Corpus, LoadedCorpus } from '../model/corpus.js';
import { Fault } from '../model/fault.js';
import { MAX_NEAREST, MAX_RANKED } from '../model/limits.js';
import type { ArticleSet, Hit } from '../model/search-index.js';
import { selectAnswerSentence } from './answer-sentence.js';
import {
  type Answer,
  type AskOptions,
  type AskRequest,
  type Evidence,
  parseAskRequest,
  type Respelling,
} from './answer.js';
import { isBarred, listMissing } from './check-evidence.js';
import { CERTAIN_FROM, isRefused } from './confidence.js';
import { type ExpandedQuestion, type ExpandedWord } from './expand-question.js';
import { type Ranking, rankPassages } from './rank.js';
import type { RankedHit } from './features.js';

/**
 * Answers a question from the loaded corpus.
 *
 * @param offset - The number of ranked passages to skip, for pages after the first; default: 0.
 */
export type Ask = (loaded: LoadedCorpus, request: AskRequest, offset?: number) => Promise<Answer>;

export function createAsk(analyzer: Analyzer): Ask {
  return async function ask(loaded, request, offset = 0) {
    const { corpus } = loaded;
    const ranking = await rankPassages(loaded, analyzer, request);
    const { question, reading, hits, answerable, confidence, within } = ranking;
    const refused = isRefused(ranking);
    const missing = listMissing(loaded, ranking, refused ? undefined : analyzer);
    const common = {
      request,
      answerable,
      confidence,
      certain: confidence >= CERTAIN_FROM && !isBarred(loaded, ranking, missing),
      unknownTerms: question.words.flatMap(({ word, weight }) => (weight === 0 ? word : [])),
      respelled: listRespellings(question.words),
      searchedAlso: listAdded(question.words),
      missing,
      filters: ranking.filters,
      filtersDropped: ranking.filtersDropped,
      undatedLeftOut: ranking.undatedLeftOut,
      isRelativeToDay: ranking.isRelativeToDay,
      searched: within?.size ?? corpus.summary.articles,
      corpus: corpus.summary,
    };
    const stories = reading.isGreeting ? [] : chooseStories(loaded, ranking, within);
    const quote = (from: number): Evidence[] =>
      quoteStories(loaded, question, stories.slice(from, from + request.results));
    if (!refused && stories.length > 0) {
      const found = { evidence: quote(offset), ranked: stories.length, closest: [], nearest: [] };
      return { ...common, ...found, kind: 'found', offset };
    }
    const nothing = { certain: false, offset: 0, evidence: [], ranked: 0 };
    if (reading.isGreeting) return { ...common, ...nothing, kind: 'greeting', closest: [], nearest: [] };
    const nearest = listNearest(corpus, hits);
    return { ...common, ...nothing, kind: 'nothing-found', closest: quote(0), nearest };
  };
}

/** Quotes the passages of an earlier answer again, in their order, as evidence for the same question. */
export type Requote = (
  loaded: LoadedCorpus,
  options: AskOptions,
  passages: readonly Passage[],
) => Promise<readonly Evidence[]>;

export function createRequote(analyzer: Analyzer): Requote {
  return async (loaded, options, passages) => {
    const { corpus } = loaded;
    const ranking = await rankPassages(loaded, analyzer, parseIfPossible(loaded, options));
    const stories = new Map<number, Story<QuotedHit>>(
      chooseStories(loaded, ranking, ranking.within).map((story) => [story.hit.passage, story]),
    );
    const chosen = passages.map(({ handle, article }): Story<QuotedHit> => {
      const passage = corpus.passageNumber(handle);
      const hit = { passage, article: corpus.articleNumber(article.id), score: 0 };
      return stories.get(passage) ?? { hit, alsoIn: [], otherFigures: [] };
    });
    return quoteStories(loaded, ranking.question, chosen);
  };
}

const MAX_PER_ARTICLE = 2;
/** A passage with a smaller share of the best score has little to do with the question. */
const MIN_SHARE_OF_BEST = 0.2;
/** A question that names at least this share of a headline's terms is about its article. */
const NAMES_HEADLINE_FROM = 0.6;
const MIN_HEADLINE_TERMS = 3;

/** Chooses one passage per story, and at most two per article unless the question is about that article. */
export function chooseStories(
  { corpus }: LoadedCorpus,
  { hits }: Pick<Ranking, 'hits'>,
  within?: ArticleSet,
): Story<RankedHit>[] {
  const [first] = hits;
  const namesHeadline =
    first !== undefined &&
    first.features.headline >= NAMES_HEADLINE_FROM &&
    corpus.headlineTermHashesAt(first.article).length >= MIN_HEADLINE_TERMS;
  const relevant = hits.filter(({ score }) => score >= (first?.score ?? 0) * MIN_SHARE_OF_BEST);
  const isAboutOne = namesHeadline || (within?.size ?? corpus.summary.articles) === 1;
  return groupStories(corpus, relevant, {
    limit: MAX_RANKED,
    perArticle: isAboutOne ? Infinity : MAX_PER_ARTICLE,
  });
}

type QuotedHit = Hit & Pick<RankedHit, 'before'>;

/** Turns each story into evidence with its answer sentence. */
export function quoteStories(
  { corpus }: LoadedCorpus,
  question: ExpandedQuestion,
  stories: readonly Story<QuotedHit>[],
): Evidence[] {
  const readPassages = (numbers: readonly number[]): Passage[] =>
    numbers.flatMap((number) => corpus.passageAt(number) ?? []);
  return stories.flatMap(({ hit, alsoIn, otherFigures }) => {
    const passage = corpus.passageAt(hit.passage);
    if (!passage) return [];
    const headline = corpus.headlineTermHashesAt(hit.article);
    const sentences = corpus.sentencesAt(hit.passage);
    return {
      passage,
      score: hit.score,
      answerSentence: selectAnswerSentence(sentences, headline, question),
      alsoIn: readPassages(alsoIn),
      otherFigures: readPassages(otherFigures),
      before: (hit.before !== undefined && corpus.passageAt(hit.before)) || null,
    };
  });
}

/** Lists the words that were searched in place of a word that is not in the corpus. */
function listRespellings(words: readonly ExpandedWord[]): Respelling[] {
  return words.flatMap(({ word, terms }) =>
    terms
      .filter(({ origin, boost }) => origin === 'spelling' || (origin === 'relative' && boost >= 1))
      .map(({ text }) => ({ word, searched: text })),
  );
}

function listAdded(words: readonly ExpandedWord[]): string[] {
  const added = words
    .flatMap(({ terms }) => terms)
    .filter(({ origin }) => origin === 'acronym' || origin === 'glossary');
  return [...new Set(added.map(({ text }) => text))];
}

function listNearest(corpus: Corpus, hits: readonly Hit[]): Article[] {
  const articles = new Set(hits.map(({ article }) => article));
  return [...articles].flatMap((number) => corpus.articleAt(number) ?? []).slice(0, MAX_NEAREST);
}

/** Asks without options if the corpus no longer fits them, e.g. if their outlet is gone. */
function parseIfPossible({ corpus }: LoadedCorpus, options: AskOptions): AskRequest {
  try {
    return parseAskRequest(options, corpus.outlets);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { question, askedOn, readsFilters } = options;
    return parseAskRequest({ question, askedOn, readsFilters }, corpus.outlets);
  }
}
