/** Checks which parts of a question the first passage holds, and what it holds in place of the others. */

import { hash32 } from '../arrays/hash.js';
import { listFactKeys, splitTitleWords } from '../arrays/article-columns.js';
import type { Analyzer, QuestionWord } from '../model/analyzer.js';
import type { Article, Passage } from '../model/article.js';
import type { Corpus, LoadedCorpus } from '../model/corpus.js';
import type { MissingWord } from './answer.js';
import { createDateTests } from './date-agreement.js';
import type { ExpandedQuestion, ExpandedWord } from './expand-question.js';
import { asksDenied, asksYesOrNo, denies, readBestSentence } from './negation.js';
import type { Ranking } from './rank.js';

/** Nouns that say what kind of answer is wanted rather than what the text must hold. */
const KINDS_OF_ANSWER = new Set(
  `people person persons someone man woman thing things time times year years date day month amount number numbers
  total name names kind type sort way ways place places part country county city town percentage percent share
  age price cost size length height distance reason reasons cause fact facts detail details information role
  watu mtu mwaka siku tarehe idadi kiasi jina sababu mahali`.split(/\s+/u),
);
/** Verbs that say little by themselves. */
const LIGHT_VERBS = new Set(
  `be been being do does did doing done have has had having get gets got getting give gives gave given go goes went gone
  going make makes made making take takes took taken come comes came happen happens happened say says said tell tells
  told call calls called become became use uses used mean means want wants wanted need needs know knows known see saw
  seen speak speaks spoke spoken find found start started begin began think thinks thought let put keep kept look seem`.split(/\s+/u),
);
const CONTENT_PARTS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'NUM', 'ADJ', 'X']);

/** Lists what bars certainty: the words that carry the question and that the first passage lacks. */
export function listMissing(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  { question, reading, hits, ...ranking }: Ranking,
): MissingWord[] {
  const [first] = hits;
  const passage = first && loaded.corpus.passageAt(first.passage);
  if (!passage) return [];
  const held = readHeld(loaded.corpus, first.passage, first.article, first.before);
  const published = createDateTests(loaded.corpus, analyzer, reading, question).filter(
    (date) => date.isPublished(first.article) || date.isTold(first.article, held),
  );
  const agreed = new Set(published.flatMap(({ words }) => words));
  const facts = listFacts(passage.article);
  const lacking = question.words.filter(
    (word, i) =>
      isRequired(word, question.words[i - 1]) &&
      !agreed.has(i) &&
      !word.hashes.some((hash) => held.has(hash)) &&
      !splitTitleWords(word.word).every((part) => facts.has(part)),
  );
  const dates = reading.dates.filter(
    ({ span }) =>
      !published.some(({ date }) => date.span === span) &&
      !question.words.some(({ asked }) => asked.span.start >= span.start && asked.span.end <= span.end),
  );
  const textOf = createSubstitutes(loaded, analyzer, question, passage);
  const missing = new Map<string, MissingWord>();
  for (const word of lacking) {
    const reason = word.weight === 0 ? 'nowhere' : 'not in this passage';
    if (!missing.has(word.word)) missing.set(word.word, { word: word.word, reason, instead: textOf(word) });
  }
  for (const { span } of dates) {
    const word = ranking.asked.slice(span.start, span.end).trim();
    missing.set(word, { word, reason: 'not in this passage', instead: null });
  }
  for (const { text } of ranking.unheldPhrases) {
    missing.set(text, { word: text, reason: 'nowhere', instead: null });
  }
  return [...missing.values()];
}

/** True if the first passage is no whole answer, however well it matches. */
export function isBarred(
  { corpus }: LoadedCorpus,
  { asked, question, hits, filtersDropped }: Ranking,
  missing: readonly MissingWord[],
): boolean {
  const [first] = hits;
  if (!first || filtersDropped || missing.length > 0) return true;
  const isDenied = asksDenied(asked);
  if (asksYesOrNo(asked) && !isDenied) return false;
  return isDenied !== denies(readBestSentence(corpus, first.passage, question));
}

/** Returns the hashes of all terms in a passage, its headline and the paragraph that it relies on. */
function readHeld(corpus: Corpus, passage: number, article: number, before?: number): ReadonlySet<number> {
  const numbers = before === undefined ? [passage] : [passage, before];
  const sentences = numbers.flatMap((number) => corpus.sentencesAt(number));
  const hashes = sentences.flatMap(({ termHashes }) => Array.from(termHashes));
  return new Set([...hashes, ...Array.from(corpus.headlineTermHashesAt(article))]);
}

/** Returns the words of an article's facts, in the form of `splitTitleWords`. */
function listFacts(article: Article): ReadonlySet<string> {
  const { outlet, url } = article;
  return new Set(
    [...listFactKeys(article), outlet ?? '', url ?? ''].flatMap((fact) => splitTitleWords(fact)),
  );
}

/** @param before - The word before it in the question. */
function isRequired({ asked, isName }: ExpandedWord, before: ExpandedWord | undefined): boolean {
  const { normal, partOfSpeech } = asked;
  if (isName || /\p{N}/u.test(normal)) return true;
  if (KINDS_OF_ANSWER.has(normal)) return false;
  return CONTENT_PARTS.has(partOfSpeech) && !LIGHT_VERBS.has(normal);
}

/** Creates a function that finds what stands in a passage where the question has a word. */
function createSubstitutes(
  _loaded: LoadedCorpus,
  analyzer: Analyzer,
  { words }: ExpandedQuestion,
  { text }: Passage,
): (word: ExpandedWord) => string | null {
  let tokens: readonly QuestionWord[] | undefined;
  const numbersOf = (token: QuestionWord): Set<number> => {
    const hashes = new Set([...token.forms, ...token.otherForms].map(hash32));
    return new Set(words.flatMap(({ hashes: own }, i) => (own.some((hash) => hashes.has(hash)) ? i : [])));
  };
  return (word) => {
    tokens ??= analyzer.analyzeQuestion(text).words;
    const at = words.indexOf(word);
    const isAlike = (token: QuestionWord | undefined): token is QuestionWord =>
      token !== undefined && numbersOf(token).size === 0 && isOfSameKind(word.asked, token);
    const short = tokens.find((token) => isAlike(token) && isShortFor(word.asked.normal, token.normal));
    if (short) return short.word;
    for (const [neighbour, step] of [
      [at + 1, -1],
      [at - 1, 1],
    ] as const) {
      if (!words[neighbour]) continue;
      const found = tokens.findIndex((token) => numbersOf(token).has(neighbour));
      const beside = found < 0 ? undefined : tokens[found + step];
      if (isAlike(beside)) return beside.word;
    }
    if (!isFigure(word.asked)) return null;
    return tokens.find((token) => isFigure(token) && isAlike(token))?.word ?? null;
  };
}

function isFigure({ normal }: QuestionWord): boolean {
  return /\p{N}/u.test(normal);
}

function isOfSameKind(one: QuestionWord, other: QuestionWord): boolean {
  if (isFigure(one) !== isFigure(other)) return false;
  return one.isName === other.isName || one.partOfSpeech === other.partOfSpeech;
}

/** True if one name is the beginning of the other: Chris, Christopher. */
function isShortFor(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 3 && long.startsWith(short);
}
