import { groupStories, type Story } from '../likeness/group-stories.js';
import type { Analyzer } from '../model/analyzer.js';
import { type Article, articleIdOf, type Passage, type Span } from '../model/article.js';
import type { Corpus, LoadedCorpus, Sentence } from '../model/corpus.js';
import { Fault } from '../model/fault.js';
import { MAX_NEAREST, MAX_RANKED } from '../model/limits.js';
import type { ArticleSet, Hit } from '../model/search-index.js';
import {
  type Answer,
  type AskOptions,
  type AskRequest,
  type Evidence,
  parseAskRequest,
  type Respelling,
} from './answer.js';
import { CERTAIN_FROM, REFUSE_BELOW } from './confidence.js';
import { numberWords, type ExpandedQuestion, type ExpandedWord, sumWeight } from './expand-question.js';
import { filterArticles, type Ranking, rankPassages } from './rank.js';
import { answerTypeScore } from './rerank.js';

/**
 * Answers a question from what is loaded.
 *
 * @param offset - How many of the ranked passages to leave out, from 0, for the pages after the first.
 */
export type Ask = (loaded: LoadedCorpus, request: AskRequest, offset?: number) => Promise<Answer>;

/** Builds the question-answering function; the bot, the terminal and programs all call it. */
export function createAsk(analyzer: Analyzer): Ask {
  return async function ask(loaded, request, offset = 0) {
    const { corpus } = loaded;
    const { within, undatedLeftOut } = filterArticles(corpus, request);
    const ranking = await rankPassages(loaded, analyzer, request.question, within);
    const { question, hits, confidence } = ranking;
    const common = {
      request,
      confidence,
      certain: confidence >= CERTAIN_FROM,
      unknownTerms: question.words.flatMap(({ word, weight }) => (weight === 0 ? word : [])),
      respelled: listRespellings(question.words),
      searchedAlso: listAdded(question.words),
      undatedLeftOut,
      searched: within?.size ?? corpus.summary.articles,
      corpus: corpus.summary,
    };
    if (confidence < REFUSE_BELOW) {
      const nearest = listNearest(corpus, hits);
      return { ...common, kind: 'nothing-found', offset: 0, evidence: [], ranked: 0, nearest };
    }
    const stories = chooseStories(loaded, ranking, within);
    const evidence = quoteStories(loaded, question, stories.slice(offset, offset + request.results));
    return { ...common, kind: 'found', offset, evidence, ranked: stories.length, nearest: [] };
  };
}

const MAX_PER_ARTICLE = 2;
/** What scores less beside the best passage has little to do with the question. */
const MIN_SHARE_OF_BEST = 0.2;
/** A question that names so much of a headline is about its article. */
const NAMES_HEADLINE_FROM = 0.6;
const MIN_HEADLINE_TERMS = 3;

/** What a question is shown: one passage a story, and few of one article unless the question is about it. */
export function chooseStories({ corpus }: LoadedCorpus, { hits }: Ranking, within?: ArticleSet): Story[] {
  const [first] = hits;
  const headline = corpus.headlineTermHashes(articleIdOf(first?.handle ?? ''));
  const namesHeadline =
    headline.length >= MIN_HEADLINE_TERMS && (first?.features.headline ?? 0) >= NAMES_HEADLINE_FROM;
  const near = hits.filter(({ score }) => score >= (first?.score ?? 0) * MIN_SHARE_OF_BEST);
  const isAboutOne = namesHeadline || (within?.size ?? corpus.summary.articles) === 1;
  return groupStories(corpus, near, {
    limit: MAX_RANKED,
    perArticle: isAboutOne ? Infinity : MAX_PER_ARTICLE,
  });
}

/** What was searched in place of a word that the corpus does not hold. */
function listRespellings(words: readonly ExpandedWord[]): Respelling[] {
  return words.flatMap(({ word, terms }) =>
    terms
      .filter(({ origin, boost }) => origin === 'spelling' || (origin === 'relative' && boost === 1))
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
  const ids = new Set(hits.map(({ handle }) => articleIdOf(handle)));
  return [...ids].flatMap((id) => corpus.article(id) ?? []).slice(0, MAX_NEAREST);
}

/**
 * Quotes the passage of each story with the sentence of it that answers; a passage that the corpus does
 * not hold is left out.
 */
export function quoteStories(
  { corpus, index }: LoadedCorpus,
  question: ExpandedQuestion,
  stories: readonly Story[],
): Evidence[] {
  return stories.flatMap(({ hit: { handle, score }, alsoIn, otherFigures }) => {
    const passage = corpus.passage(handle);
    if (!passage) return [];
    const headline = corpus.headlineTermHashes(articleIdOf(handle));
    const sentences = corpus.sentences(handle);
    return {
      passage,
      score,
      answerSentence: selectAnswerSentence(sentences, headline, question, index.maxIdf),
      alsoIn: alsoIn.flatMap((other) => corpus.passage(other) ?? []),
      otherFigures: otherFigures.flatMap((other) => corpus.passage(other) ?? []),
    };
  });
}

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

/** What each trait of a sentence counts; `docs/ranking.md` shows what it earns. */
const WEIGHTS = { fresh: 1, local: 0.6, answers: 0.85, lead: 0.15, follows: 0.15 };

/**
 * The sentence of a passage that answers best; the earlier one on a tie.
 *
 * It names the question's words that the headline does not, and those that few sentences of the passage
 * name; it holds the kind of word that the question asks for; it leads, or follows one that names them.
 *
 * @param rarest - What a word counts that the corpus never contains.
 */
function selectAnswerSentence(
  sentences: readonly Sentence[],
  headline: ArrayLike<number>,
  { words, asksFor }: ExpandedQuestion,
  rarest: number,
): Span {
  const total = sumWeight(words, rarest);
  const inHeadline = new Set(Array.from(headline));
  const numbers = numberWords(words);
  const named = sentences.map(({ termHashes }) => listNamed(termHashes, numbers));
  const locals = words.map((_, i) =>
    weighLocally(named.filter((each) => each.has(i)).length, sentences.length),
  );
  const share = (number: number): number => (words[number]?.weight ?? 0) / (total || 1);
  const isFresh = (number: number): boolean =>
    !(words[number]?.hashes.some((hash) => inHeadline.has(hash)) ?? false);

  let best: Span = { start: 0, end: 0 };
  let bestScore = -1;
  sentences.forEach((sentence, i) => {
    const here = [...(named[i] ?? [])];
    const before = [...(named[i - 1] ?? [])];
    const score =
      WEIGHTS.fresh * sum(here.filter(isFresh).map(share)) +
      WEIGHTS.local * sum(here.map((number) => share(number) * (locals[number] ?? 0))) +
      WEIGHTS.answers * answerTypeScore(sentence, asksFor, numbers) +
      WEIGHTS.lead * (i === 0 ? 1 : 0) +
      WEIGHTS.follows * sum(before.map(share));
    if (score > bestScore) [best, bestScore] = [sentence.span, score];
  });
  return best;
}

function listNamed(
  termHashes: ArrayLike<number>,
  numbers: ReadonlyMap<number, readonly number[]>,
): ReadonlySet<number> {
  return new Set(Array.from(termHashes).flatMap((hash) => numbers.get(hash) ?? []));
}

/** Inverse document frequency with the sentences of one passage for documents; 0 for a word in none. */
function weighLocally(holding: number, sentences: number): number {
  return holding === 0 ? 0 : Math.log(1 + (sentences - holding + 0.5) / (holding + 0.5));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
