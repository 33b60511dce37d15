import { hash32 } from '../../../src/core/arrays/hash.js';
import type { IndexablePassage } from '../../../src/core/model/search-index.js';
import { generatePassages, generateQuestions } from '../generate-corpus.js';
import { spellWord } from '../made-up-words.js';
import { createRandom, drawBetween, drawOne, type Random } from '../random.js';

/** An article as a file of the corpus folder. */
export interface ArticleFile {
  readonly name: string;
  readonly markdown: string;
}

const OUTLETS = [
  'Coast Gazette',
  'Daily Lantern',
  'Highland Post',
  'Lake Courier',
  'Morning Drum',
  'Savanna Times',
];
const YEARS = { from: 2012, to: 2025 };

const SENTENCE_TERMS = { from: 8, to: 20 };
const CAST = { from: 2, to: 4 };
const NAMED_SHARE = 0.3;
const FIGURE_SHARE = 0.15;
const FIGURES = { from: 2, to: 900 };

/** The ranks of the words that make up names: few first names, many last names. */
const FIRST_NAMES = { from: 12_000, to: 12_300 };
const LAST_NAMES = { from: 20_000, to: 24_000 };

/** The openings of questions, one for each kind. */
const OPENINGS = ['Who', 'What', 'When', 'Where', 'Why', 'How many', 'Which', 'How did'];
/** One in this many questions has a misspelt word. */
const MISSPELT_EVERY = 20;

/**
 * Writes the made-up passages as articles of Markdown with front matter, in sentences, with names and figures.
 *
 * @param edition - From 1. Each article of another edition differs in its last sentence.
 */
export function* writeArticles(seed: number, passages: number, edition = 1): Generator<ArticleFile> {
  let article: IndexablePassage[] = [];
  for (const passage of generatePassages(seed, passages)) {
    if (article[0] && article[0].articleId !== passage.articleId) {
      yield writeArticle(seed, article, edition);
      article = [];
    }
    article.push(passage);
  }
  if (article.length > 0) yield writeArticle(seed, article, edition);
}

/** Writes the made-up questions as members type them: the kinds in turn, one in 20 with a misspelt word. */
export function writeQuestions(seed: number, passages: number, count: number): string[] {
  return generateQuestions(seed, passages, count).map((terms, i) => {
    const words = i % MISSPELT_EVERY === MISSPELT_EVERY - 1 ? misspellLongest(terms) : terms;
    return `${OPENINGS[i % OPENINGS.length] ?? ''} ${words.join(' ')}?`;
  });
}

function writeArticle(seed: number, passages: readonly IndexablePassage[], edition: number): ArticleFile {
  const [first] = passages;
  if (!first) throw new RangeError('an article has a passage at least');
  const random = createRandom(hash32(`${seed} text of ${first.articleId}`));
  const month = drawBetween(random, 1, 12);
  const cast = Array.from({ length: drawBetween(random, CAST.from, CAST.to) }, () => drawName(random));
  const markdown = [
    '---',
    `title: ${capitalise(first.headlineTerms.join(' '))}`,
    `outlet: ${drawOne(random, OUTLETS)}`,
    `author: ${drawName(random)}`,
    `published: ${drawBetween(random, YEARS.from, YEARS.to)}-${twoDigits(month)}-${twoDigits(drawBetween(random, 1, 28))}`,
    'language: en',
    `url: https://news.example/${first.articleId}`,
    '---',
    ...passages.map(({ textTerms }) => `\n${writeSentences(random, textTerms, cast)}`),
  ];
  return { name: `${first.articleId}.md`, markdown: `${markdown.join('\n')} Edition ${edition}.\n` };
}

function writeSentences(random: Random, terms: readonly string[], cast: readonly string[]): string {
  const sentences: string[] = [];
  for (let start = 0; start < terms.length;) {
    const end = start + drawBetween(random, SENTENCE_TERMS.from, SENTENCE_TERMS.to);
    const words = terms.slice(start, end);
    if (random() < NAMED_SHARE) words.splice(drawBetween(random, 0, words.length), 0, drawOne(random, cast));
    if (random() < FIGURE_SHARE) words.splice(1, 0, String(drawBetween(random, FIGURES.from, FIGURES.to)));
    sentences.push(`${capitalise(words.join(' '))}.`);
    start = end;
  }
  return sentences.join(' ');
}

function drawName(random: Random): string {
  const ranks = [FIRST_NAMES, LAST_NAMES].map(({ from, to }) => drawBetween(random, from, to));
  return ranks.map((rank) => capitalise(spellWord(rank))).join(' ');
}

/** Leaves out the second letter of the longest term. */
function misspellLongest(terms: readonly string[]): string[] {
  const longest = terms.reduce((one, other) => (other.length > one.length ? other : one), '');
  return terms.map((term) => (term === longest ? `${term.slice(0, 1)}${term.slice(2)}` : term));
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
