import type { Evidence } from '../answering/answer.js';
import { chooseStories, quoteStories } from '../answering/ask.js';
import { type ExpandedQuestion, expandWords } from '../answering/expand-question.js';
import { rankExpanded } from '../answering/rank.js';
import type { RankedHit } from '../answering/features.js';
import type { AnalyzedQuestion, Analyzer, QuestionWord } from '../model/analyzer.js';
import type { LoadedCorpus } from '../model/corpus.js';
import { MAX_RESULTS } from '../model/limits.js';
import type { SearchIndex } from '../model/search-index.js';
import { checkQuotation } from './check-quotation.js';
import { type CheckedQuotation, createArticleReader, type FoundSources } from './quotation.js';
import { readMessage } from './read-message.js';

/**
 * Finds the passages that bear on a message, and checks its quotations against the corpus.
 *
 * @param message - As typed, with Discord's markup; only the first 4000 UTF-16 units are read.
 */
export type FindSources = (loaded: LoadedCorpus, message: string) => Promise<FoundSources>;

export function createFindSources(analyzer: Analyzer): FindSources {
  return async (loaded, message) => {
    const { text, quotations: quoted } = readMessage(message);
    const read = createArticleReader(loaded.corpus);
    const quotations: CheckedQuotation[] = [];
    for (const quotation of quoted) quotations.push(await checkQuotation(loaded, analyzer, read, quotation));

    const words = extractKeywords(loaded, analyzer, text);
    const shown = new Set(quotations.flatMap(listHandles));
    const evidence = await findEvidence(loaded, analyzer, words, shown);
    const hasResult = evidence.length > 0 || quotations.length > 0;
    const kind = hasResult ? 'found' : /[\p{L}\p{N}]/u.test(text) ? 'nothing-found' : 'no-text';
    return { kind, quotations, evidence, corpus: loaded.corpus.summary };
  };
}

/** Lists the handles of the passages in which a quotation was found. */
function listHandles(checked: CheckedQuotation): string[] {
  return checked.kind === 'not-found' ? [] : checked.source.parts.flat().map(({ passage }) => passage.handle);
}

/** The most words that represent a text. */
const MAX_KEYWORDS = 12;
/** The factor for the weight of a name. */
const NAME_FACTOR = 1.5;

/**
 * Chooses the words that represent a text: those with the largest tf–idf, names weighted more.
 *
 * @returns At most 12 words, in reading order; `asksFor` is `null`.
 */
function extractKeywords({ index }: LoadedCorpus, analyzer: Analyzer, text: string): AnalyzedQuestion {
  const { words } = analyzer.analyzeQuestion(text);
  const counts = countTerms(analyzer, text);
  const weighed = words.map((word) => {
    const frequency = Math.max(1, ...word.forms.map((form) => counts.get(form) ?? 0));
    return { word, weight: frequency * weigh(word, index) * (word.isName ? NAME_FACTOR : 1) };
  });
  const least = weighed.map(({ weight }) => weight).sort((a, b) => b - a)[MAX_KEYWORDS - 1] ?? 0;
  const chosen = weighed.filter(({ weight }) => weight > 0 && weight >= least).slice(0, MAX_KEYWORDS);
  return { words: chosen.map(({ word }) => ({ ...word, count: 1 })), compounds: [], asksFor: null };
}

function countTerms(analyzer: Analyzer, text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of analyzer.analyzePassage(text).flatMap(({ words }) => words)) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function weigh({ forms, otherForms, isName }: QuestionWord, index: SearchIndex): number {
  const idf = Math.max(...[...forms, ...otherForms].map((form) => index.idf(form)));
  return idf || (isName ? index.maxIdf : 0);
}

/** The factor for the share of all weight that one sentence holds, relative to the weight itself. */
const SHARE_FACTOR = 1.5;
/** Up to 3 in 100 lines of small talk and 6 in 100 unrelated articles reach this. */
const MIN_BEARING = 3;
/** If a text has at least this many names, a passage that holds them all is about the same thing. */
const MIN_NAMES = 2;
/** The least share of all weight that the best sentence of such a passage must hold. */
const MIN_SHARE_BESIDE_NAMES = 0.4;

/**
 * Finds the passages that bear on the words of a text, among those that `/ask` would rank for them.
 *
 * A passage bears on them if one of its sentences, together with the headline, holds enough of them: their weight
 * in units of the rarest word's weight, plus 1.5 times their share of all weight, must reach 3. One word therefore
 * never suffices. Two or more names, which weigh little in a small corpus, suffice if the passage or its headline
 * holds all of them and the share is at least 0.4.
 *
 * @param shown - Handles of passages that are shown already, which are left out.
 * @returns Best first, at most 5.
 */
async function findEvidence(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  words: AnalyzedQuestion,
  shown: ReadonlySet<string>,
): Promise<Evidence[]> {
  const question = expandWords(loaded, analyzer, words);
  const ranked = await rankExpanded(loaded, question);
  const bears = createRelevanceThreshold(question);
  const shownNumbers = new Set([...shown].map((handle) => loaded.corpus.passageNumber(handle)));
  const hits = ranked.filter((hit) => bears(hit) && !shownNumbers.has(hit.passage));
  return quoteStories(loaded, question, chooseStories(loaded, { hits }).slice(0, MAX_RESULTS));
}

function createRelevanceThreshold({
  words,
  totalWeight,
  maxIdf,
}: ExpandedQuestion): (hit: RankedHit) => boolean {
  const total = maxIdf === 0 ? 0 : totalWeight / maxIdf;
  const isNaming = words.filter(({ isName }) => isName).length >= MIN_NAMES;
  return ({ features: { sentence, names } }) =>
    sentence * (total + SHARE_FACTOR) >= MIN_BEARING ||
    (isNaming && names === 1 && sentence >= MIN_SHARE_BESIDE_NAMES);
}
