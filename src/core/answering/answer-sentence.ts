import { MARKS } from '../model/analyzer.js';
import { type Span } from '../model/article.js';
import type { Sentence } from '../model/corpus.js';
import { type ExpandedQuestion, findWords } from './expand-question.js';
import { answerTypeScore } from './features.js';

/** The weight of each trait of a sentence; `docs/ranking.md` has the effect of each. */
const WEIGHTS = {
  fresh: 1,
  local: 0.6,
  plain: 0.5,
  first: 0.1,
  answers: 0.85,
  fullName: 0.4,
  counted: 0.2,
  speech: 0.3,
  speaker: 0.4,
  replies: 1,
  repliesInKind: 0.5,
  inTable: 0.5,
  pointsBack: 0.5,
  follows: 0.15,
  lead: 0.15,
};

/**
 * Selects the sentence of a passage that answers best; the earlier one on a tie.
 *
 * A sentence scores for words of the question that the headline lacks or that few sentences of the passage hold, for
 * those that are no names, for the first of them, for the kind of word or the speech asked for, for coming first, and for following
 * a sentence that holds words of the question. One that follows a printed question counts as holding its words, a row
 * of a table shares those of the first row, and one that points back those of the sentence before. A printed question is selected only if there is nothing
 * else. A sentence that answers by pointing back is selected with the one that it points to.
 *
 * @param headline - `hash32` of each term.
 * @returns In UTF-16 units of the passage's text: one sentence, or two neighbours; an empty span at 0 if there are no
 *   sentences.
 */
export function selectAnswerSentence(
  sentences: readonly Sentence[],
  headline: ArrayLike<number>,
  question: ExpandedQuestion,
): Span {
  const statements = sentences.filter(({ isQuestion }) => !isQuestion);
  const candidates = statements.length > 0 ? statements : sentences;
  const passage = readPassage(sentences, headline, question);
  let best: Sentence | undefined;
  let bestScore = -1;
  for (const sentence of candidates) {
    const score = scoreSentence(passage, sentences.indexOf(sentence));
    if (score > bestScore) [best, bestScore] = [sentence, score];
  }
  return best ? addNeighbour(passage, sentences.indexOf(best)) : { start: 0, end: 0 };
}

/** The numbers of words of the question. */
type Words = ReadonlySet<number>;
const NO_WORDS: Words = new Set();

/** A passage as a question reads it. */
interface PassageReading {
  readonly question: ExpandedQuestion;
  readonly sentences: readonly Sentence[];
  /** One per sentence. */
  readonly wordsIn: readonly Words[];
  /** Returns a word's share of the weight of the question. */
  readonly share: (word: number) => number;
  /** Returns what holding a word adds to a sentence's score. */
  readonly value: (word: number) => number;
}

function readPassage(
  sentences: readonly Sentence[],
  headline: ArrayLike<number>,
  question: ExpandedQuestion,
): PassageReading {
  const { words, totalWeight } = question;
  const inHeadline = new Set(Array.from(headline));
  const wordsIn = sentences.map(({ termHashes }) => findWords(question, termHashes));
  const share = (word: number): number => (words[word]?.weight ?? 0) / (totalWeight || 1);
  const values = words.map(({ hashes }, i) => {
    const fresh = hashes.some((hash) => inHeadline.has(hash)) ? 0 : WEIGHTS.fresh;
    const holding = wordsIn.filter((each) => each.has(i)).length;
    return share(i) * (fresh + WEIGHTS.local * weighLocally(holding, sentences.length));
  });
  return { question, sentences, wordsIn, share, value: (word) => values[word] ?? 0 };
}

/** Returns a word's idf among the sentences of one passage; 0 for a word in none. */
function weighLocally(holding: number, sentences: number): number {
  return holding === 0 ? 0 : Math.log(1 + (sentences - holding + 0.5) / (holding + 0.5));
}

function scoreSentence(passage: PassageReading, at: number): number {
  return scoreWords(passage, at) + scoreContext(passage, at) + scoreKind(passage, at);
}

function scoreWords({ question: { words }, wordsIn, share, value }: PassageReading, at: number): number {
  const here = wordsIn[at] ?? NO_WORDS;
  const isPlain = (word: number): boolean => !(words[word]?.isName ?? true);
  return (
    sum(here, value) +
    WEIGHTS.plain * sum([...here].filter(isPlain), share) +
    WEIGHTS.first * (here.has(0) && isPlain(0) ? 1 : 0)
  );
}

/** The share of a printed question's words that each further sentence below it still counts as holding. */
const REPLY_DECAY = 0.9;

function scoreContext({ question, sentences, wordsIn, share, value }: PassageReading, at: number): number {
  const here = wordsIn[at] ?? NO_WORDS;
  const before = wordsIn[at - 1] ?? NO_WORDS;
  const lacking = (words: Words): number[] => [...words].filter((word) => !here.has(word));
  const asked = sentences.findLastIndex(({ isQuestion }, i) => isQuestion && i < at);
  const isInKind = question.asksFor !== null && sentences[asked]?.asksFor === question.asksFor;
  const nearness = REPLY_DECAY ** (at - 1 - asked);
  const isInTable = at > 0 && sentences[0]?.isRow && sentences[at]?.isRow;
  const pointsTo = sentences[at]?.pointsBack && asked !== at - 1 ? before : NO_WORDS;
  return (
    WEIGHTS.replies * nearness * sum(lacking(wordsIn[asked] ?? NO_WORDS), value) +
    WEIGHTS.repliesInKind * (isInKind ? nearness : 0) +
    WEIGHTS.inTable * sum(lacking((isInTable ? wordsIn[0] : null) ?? NO_WORDS), value) +
    WEIGHTS.pointsBack * sum(lacking(pointsTo), value) +
    WEIGHTS.follows * sum(before, share) +
    WEIGHTS.lead * (at === 0 && !sentences[0]?.isRow ? 1 : 0)
  );
}

function scoreKind(passage: PassageReading, at: number): number {
  const { question, sentences } = passage;
  const sentence = sentences[at];
  const { asksFor, wordsByHash } = question;
  if (!sentence) return 0;
  return (
    WEIGHTS.answers * answerTypeScore(sentence, asksFor, wordsByHash) +
    WEIGHTS.fullName * (asksFor === 'name' && holdsFullName(sentence, question) ? 1 : 0) +
    WEIGHTS.counted * (asksFor === 'number' && countsWord(sentence, question) ? 1 : 0) +
    (question.asksForSpeech && sentence.isSpeech ? scoreSpeech(passage, at) : 0)
  );
}

/** A sentence that names somebody else is the less likely to say what the one asked about said. */
function scoreSpeech({ question, sentences, wordsIn }: PassageReading, at: number): number {
  const sentence = sentences[at];
  const namesAsked = [...(wordsIn[at] ?? [])].some((word) => question.words[word]?.isName);
  const isSpeaker = namesAsked && sentence !== undefined && !holdsFullName(sentence, question);
  return WEIGHTS.speech + (isSpeaker ? WEIGHTS.speaker : 0);
}

/** True if two neighbouring terms are names that the question does not hold. */
function holdsFullName({ termHashes, termMarks }: Sentence, { wordsByHash }: ExpandedQuestion): boolean {
  const isNewName = (i: number): boolean =>
    ((termMarks[i] ?? 0) & MARKS.name) !== 0 && !wordsByHash.has(termHashes[i] ?? 0);
  return Array.from(termHashes).some((_, i) => i > 0 && isNewName(i - 1) && isNewName(i));
}

/** The most terms from a number to the word that it counts. */
const COUNTED_WITHIN = 2;

/** True if a number stands right before a word of the question that is no name. */
function countsWord({ termHashes, termMarks }: Sentence, { words, wordsByHash }: ExpandedQuestion): boolean {
  const hashes = Array.from(termHashes);
  const isPlain = (hash: number): boolean =>
    wordsByHash.get(hash)?.some((word) => !words[word]?.isName) ?? false;
  return hashes.some(
    (hash, i) =>
      ((termMarks[i] ?? 0) & MARKS.number) !== 0 &&
      !wordsByHash.has(hash) &&
      hashes.slice(i + 1, i + 1 + COUNTED_WITHIN).some(isPlain),
  );
}

/** Two sentences are selected together up to this length in UTF-16 units. */
const MAX_PAIR_CHARS = 300;
/** The shares of the question that only the first of two sentences holds, from which both are selected. */
const PAIRS_FROM = { kindFound: 0.2, noKind: 0.3 };

/** Returns the sentence, together with its neighbour where only the two answer: one asks for the other. */
function addNeighbour({ question, sentences, wordsIn, share }: PassageReading, at: number): Span {
  const pair = (first: number): Span | null => {
    const [one, two] = [sentences[first], sentences[first + 1]];
    if (!one || !two?.pointsBack || one.isQuestion || two.isQuestion) return null;
    return two.span.end - one.span.start > MAX_PAIR_CHARS
      ? null
      : { start: one.span.start, end: two.span.end };
  };
  const kindAt = (i: number): number => {
    const sentence = sentences[i];
    return sentence ? answerTypeScore(sentence, question.asksFor, question.wordsByHash) : 0;
  };
  const onlyIn = (first: number): number =>
    sum(
      [...(wordsIn[first] ?? [])].filter((word) => !wordsIn[first + 1]?.has(word)),
      share,
    );
  const alone = sentences[at]?.span ?? { start: 0, end: 0 };
  const from = question.asksFor === null ? PAIRS_FROM.noKind : PAIRS_FROM.kindFound;
  const before = pair(at - 1);
  if (before && (question.asksFor === null || kindAt(at) > 0) && onlyIn(at - 1) >= from) return before;
  const after = pair(at);
  const isKindAfter = question.asksFor !== null && kindAt(at) < 1 && kindAt(at + 1) === 1;
  return after && isKindAfter && onlyIn(at) >= from ? after : alone;
}

function sum<T>(items: Iterable<T>, measure: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += measure(item);
  return total;
}
