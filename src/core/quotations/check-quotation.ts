import type { Analyzer } from '../model/analyzer.js';
import { type Article } from '../model/article.js';
import type { LoadedCorpus } from '../model/corpus.js';
import { firstDay } from '../model/partial-date.js';
import type { Hit } from '../model/search-index.js';
import { matchNearly, matchWordForWord, MIN_AGREEING, type NearMatch } from './match.js';
import {
  type CheckedQuotation,
  mayHold,
  type Quotation,
  type QuotationSource,
  readQuotation,
  type ReadTokenized,
} from './quotation.js';

/** The most hits whose passages are checked, best first. */
const NEAR_DEPTH = 50;
/** The most terms to search by: the rarest terms of a long quotation find its passages as well as all do. */
const MAX_TERMS = 24;
/** The most articles read for each anchor of a quotation. */
const MAX_HOLDING = 300;

/**
 * Checks a quotation against the whole corpus.
 *
 * Word for word means the same words and marks in the same order, apart from white space, typography, the case of
 * the first letter, and a full stop or comma at the end; an ellipsis stands for anything between two parts in one
 * article. A quotation within one passage and line is always found word for word, as is a run of eight or more words
 * across one border; any other is found if its terms lead to its passage. If more than 300 articles hold an anchor,
 * only the first 300 by id are read. A near match is found by terms alone, so never for a quotation of stop words.
 */
export async function checkQuotation(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  read: ReadTokenized,
  text: string,
): Promise<CheckedQuotation> {
  const quotation = readQuotation(text);
  if (!quotation) return { kind: 'not-found', quotation: text };
  const hits = await loaded.index.search(chooseTerms(loaded, analyzer, text), NEAR_DEPTH);
  const [source, ...others] = listSources(loaded, read, quotation, hits);
  if (source) {
    return { kind: 'word-for-word', quotation: text, source, alsoIn: others.map(({ article }) => article) };
  }
  const near = findNearest(loaded, read, quotation, hits);
  if (!near) return { kind: 'not-found', quotation: text };
  return { kind: 'nearly', quotation: text, source: near.source, pieces: near.pieces };
}

/** The most hits whose articles are read for a phrase. */
const PHRASE_DEPTH = 200;

/**
 * Finds a phrase word for word in the articles to which its terms lead; one without terms, in all articles.
 *
 * @returns In order of publication; `[]` for a text without a word.
 */
export async function findWordForWord(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  read: ReadTokenized,
  text: string,
): Promise<QuotationSource[]> {
  const quotation = readQuotation(text);
  if (!quotation) return [];
  const terms = chooseTerms(loaded, analyzer, text);
  const hits = await loaded.index.search(terms, PHRASE_DEPTH);
  return listSources(loaded, read, terms.length > 0 ? { ...quotation, anchors: [] } : quotation, hits);
}

function chooseTerms(
  { index }: LoadedCorpus,
  analyzer: Analyzer,
  text: string,
): { term: string; boost: 1 }[] {
  const { words } = analyzer.analyzeQuestion(text);
  const terms = [...new Set(words.flatMap(({ forms, otherForms }) => [...forms, ...otherForms]))];
  return terms
    .sort((a, b) => index.idf(b) - index.idf(a))
    .slice(0, MAX_TERMS)
    .map((term) => ({ term, boost: 1 }));
}

/** Finds a quotation word for word in the articles that may hold it, in order of publication. */
function listSources(
  { corpus }: LoadedCorpus,
  read: ReadTokenized,
  quotation: Quotation,
  hits: readonly Hit[],
): QuotationSource[] {
  const holding = quotation.anchors.flatMap((anchor) => corpus.articlesHolding(anchor, MAX_HOLDING));
  const found = hits.flatMap(({ article }) => corpus.articleAt(article)?.id ?? []);
  return [...new Set([...holding, ...found])]
    .filter((id) => mayHold(corpus.text(id), quotation, 1))
    .flatMap((id) => read(id) ?? [])
    .flatMap((article) => matchWordForWord(quotation, article) ?? [])
    .sort((a, b) => compareArticles(a.article, b.article));
}

function findNearest(
  { corpus }: LoadedCorpus,
  read: ReadTokenized,
  quotation: Quotation,
  hits: readonly Hit[],
): NearMatch | null {
  const [nearest = null] = hits
    .flatMap(({ passage, article }) => {
      const id = corpus.articleAt(article)?.id ?? '';
      if (!mayHold(corpus.text(id), quotation, MIN_AGREEING)) return [];
      const tokenized = read(id);
      const paragraph = passage - corpus.passagesOf(article).start + 1;
      return (tokenized && matchNearly(quotation, tokenized, paragraph)) ?? [];
    })
    .sort(
      (a, b) =>
        b.agreeing - a.agreeing ||
        a.differing - b.differing ||
        compareArticles(a.source.article, b.source.article),
    );
  return nearest;
}

/** Orders by the first possible day of publication, undated articles last, then by id. */
function compareArticles(a: Article, b: Article): number {
  const [first, second] = [a, b].map(({ published, id }) => `${published ? firstDay(published) : '~'} ${id}`);
  return (first ?? '') < (second ?? '') ? -1 : first === second ? 0 : 1;
}
