/** Reads features of passages that single terms cannot show. */

import { type AnswerType, MARKS } from '../model/analyzer.js';
import type { Corpus, PassageTerms, Sentence } from '../model/corpus.js';
import type { ArticleSet, Hit } from '../model/search-index.js';
import type { DateTest } from './date-agreement.js';
import { type ExpandedQuestion, sumWeight } from './expand-question.js';
import type { NamedFact } from './fact-agreement.js';
import type { FoundPhrases } from './phrases.js';
import type { QuestionReading } from './read-question.js';
import { Tally } from './tally.js';

/** What beyond its words a question asks of the passages. */
export interface Conditions {
  /** The articles to search; default: all. */
  readonly within?: ArticleSet | undefined;
  readonly dates?: readonly DateTest[];
  readonly phrases?: FoundPhrases;
  readonly facts?: readonly NamedFact[];
  readonly order?: QuestionReading['order'];
}

/** Features of a passage for a question beyond the sum of its terms, each in 0..1. */
export interface Features {
  /** The share of the headline's terms that the question names. */
  readonly headline: number;
  /** The share of the question's weight in pairs of neighbouring words that are neighbours in the text, too. */
  readonly pairs: number;
  /** The largest share of the question's weight that one sentence covers together with the headline. */
  readonly sentence: number;
  /** The share of the question's weight that the first sentence covers together with the headline. */
  readonly lead: number;
  /** The share of the weight of the question's names that the passage or its headline holds. */
  readonly names: number;
  /** The largest {@link answerTypeScore} of a sentence. */
  readonly answerType: number;
  /** The engine score of the article's best other hit, as a share of the best hit's. */
  readonly article: number;
  /** The share of the question's dates that the passage or its article's day of publication agrees with. */
  readonly dates: number;
  /** {@link FoundPhrases.strength} if the passage holds all phrases of the question word for word. */
  readonly phrases: number;
  /** The share of the question's weight in the words that name an author or a tag of the article. */
  readonly facts: number;
  /** 1 if it was put in the place of the paragraph before, which leaves the answer to it. */
  readonly follows: number;
  /** Where the newest or the oldest is asked for: the share of the passages matching nearly as well that it precedes. */
  readonly order: number;
  /** 1 if it was put first because it affirms or denies, as the question does. */
  readonly denial: number;
}

export interface RankedHit extends Hit {
  readonly engineScore: number;
  readonly features: Features;
  /** The contribution of each feature; together with {@link engineScore} they sum to the score. */
  readonly contributions: Features;
  /** The paragraph before, which the passage relies on. */
  readonly before?: number;
  /** The question's dates with which the article's day of publication agrees. */
  readonly dates: readonly DateTest[];
  /** The numbers of the question's words that name such a date, or an author or a tag of the article. */
  readonly agreed: readonly number[];
}

export const NO_FEATURES: Features = {
  headline: 0,
  pairs: 0,
  sentence: 0,
  lead: 0,
  names: 0,
  answerType: 0,
  article: 0,
  dates: 0,
  phrases: 0,
  facts: 0,
  follows: 0,
  order: 0,
  denial: 0,
};

/** @param articleScore - The feature `article`, which depends on other passages; default 0. */
type ReadFeatures = (
  hit: Pick<Hit, 'passage' | 'article'>,
  articleScore?: number,
) => Pick<RankedHit, 'features' | 'dates' | 'agreed'> & {
  /** True if the passage itself, not only its headline, holds a word of the question, or is its article's first. */
  readonly isGrounded: boolean;
};

/** Creates a feature reader for one question, to use for many passages. */
export function createFeatureReader(
  corpus: Corpus,
  { words, asksFor, wordsByHash, totalWeight, maxIdf }: ExpandedQuestion,
  { dates = [], phrases, facts = [] }: Conditions = {},
): ReadFeatures {
  const totalOfNames = sumWeight(
    words.filter(({ isName }) => isName),
    maxIdf,
  );
  const readDates = createDateReader(corpus, dates);
  const shareOf = (numbers: readonly number[]): number =>
    sumWeight(
      words.filter((_, i) => numbers.includes(i)),
      maxIdf,
    ) / totalWeight;

  return ({ passage, article }, articleScore = 0) => {
    const terms = corpus.termsAt(passage);
    const agreeing = readDates(article, terms);
    const ofArticle = facts.flatMap(({ articles, words: numbers }) => (articles.has(article) ? numbers : []));
    const agreed = [...agreeing.flatMap((date) => date.words), ...ofArticle];
    const datesShare = dates.length === 0 ? 0 : agreeing.length / dates.length;
    const phrasesHeld = phrases?.passages.has(passage) ? phrases.strength : 0;
    if (totalWeight === 0) {
      return {
        features: { ...NO_FEATURES, dates: datesShare, phrases: phrasesHeld },
        dates: agreeing,
        agreed,
        isGrounded: true,
      };
    }
    const tally = new Tally(wordsByHash, words);
    const headlineTerms = corpus.headlineTermHashesAt(article);
    const { named, places } = tally.read(headlineTerms, corpus.headlineTermMarksAt(article));
    tally.see(agreed);
    const inHeadline = tally.weight;
    tally.endHeadline();
    let lead: number | null = null;
    let inSentence = inHeadline;
    let answerType = 0;
    let own = 0;
    let from = 0;
    for (const to of terms.ends) {
      tally.startSentence();
      own += tally.read(terms.hashes, terms.marks, from, to).named;
      lead ??= tally.weight;
      inSentence = Math.max(inSentence, tally.weight);
      if (asksFor !== null && answerType < 1) {
        answerType = Math.max(answerType, scoreAnswerType(terms, from, to, asksFor, wordsByHash));
      }
      from = to;
    }
    // One literal, because it is made for every hit and copying one is slow.
    const features = {
      headline: named / Math.max(1, places),
      pairs: tally.pairWeight / (2 * totalWeight),
      sentence: inSentence / totalWeight,
      lead: (lead ?? inHeadline) / totalWeight,
      names: totalOfNames === 0 ? 0 : tally.sumNames() / totalOfNames,
      answerType,
      article: articleScore,
      dates: datesShare,
      phrases: phrasesHeld,
      facts: ofArticle.length === 0 ? 0 : shareOf(ofArticle),
      follows: 0,
      order: 0,
      denial: 0,
    };
    return {
      features,
      dates: agreeing,
      agreed,
      isGrounded: own > 0 || corpus.passagesOf(article).start === passage,
    };
  };
}

/** Creates a reader of the dates that a passage agrees with beyond its words. */
function createDateReader(
  corpus: Corpus,
  dates: readonly DateTest[],
): (article: number, terms: PassageTerms) => readonly DateTest[] {
  if (dates.length === 0) return () => dates;
  return (article, terms) => {
    const hashes = new Set(Array.from(terms.hashes));
    return dates.filter((date) => date.isPublished(article) || date.isTold(article, hashes));
  };
}

/** The score of a name without a preposition of place before it, for a question that asks for a place. */
const UNPLACED_NAME = 0.5;

/**
 * Scores how well a sentence holds the kind of word asked for, ignoring the question's own words.
 *
 * @param asked - Has the hashes of the question's words as keys.
 * @returns In 0..1; 0 if the question asks for no kind of word.
 */
export function answerTypeScore(
  { termHashes, termMarks }: Sentence,
  asksFor: AnswerType | null,
  asked: ReadonlyMap<number, unknown>,
): number {
  if (asksFor === null) return 0;
  return scoreAnswerType({ hashes: termHashes, marks: termMarks }, 0, termHashes.length, asksFor, asked);
}

function scoreAnswerType(
  { hashes, marks }: Pick<PassageTerms, 'hashes' | 'marks'>,
  from: number,
  to: number,
  asksFor: AnswerType,
  asked: ReadonlyMap<number, unknown>,
): number {
  let found = 0;
  for (let i = from; i < to; i += 1) {
    if (!asked.has(hashes[i] ?? 0)) found |= marks[i] ?? 0;
  }
  if ((found & MARKS[asksFor]) !== 0) return 1;
  return asksFor === 'place' && (found & MARKS.name) !== 0 ? UNPLACED_NAME : 0;
}
