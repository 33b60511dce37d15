import type { AnalyzedQuestion, Analyzer, QuestionWord } from '../analysis.js';
import type { LoadedCorpus } from '../corpus.js';
import type { SearchIndex } from '../search-index.js';

/** How many words stand for a text. */
const MAX_CARRYING = 12;
/** What a name counts against another word. */
const NAME_FACTOR = 1.5;

/**
 * Chooses the words that carry a text: those of the largest inverse document frequency times frequency in the
 * text, names more than others.
 *
 * @returns In reading order, at most 12; they ask for nothing.
 */
export function chooseCarryingWords(
  { index }: LoadedCorpus,
  analyzer: Analyzer,
  text: string,
): AnalyzedQuestion {
  const { words } = analyzer.analyzeQuestion(text);
  const counts = countTerms(analyzer, text);
  const weighed = words.map((word) => {
    const frequency = Math.max(1, ...word.forms.map((form) => counts.get(form) ?? 0));
    return { word, weight: frequency * weigh(word, index) * (word.isName ? NAME_FACTOR : 1) };
  });
  const least = weighed.map(({ weight }) => weight).sort((a, b) => b - a)[MAX_CARRYING - 1] ?? 0;
  const chosen = weighed.filter(({ weight }) => weight > 0 && weight >= least).slice(0, MAX_CARRYING);
  return { words: chosen.map(({ word }) => word), asksFor: null };
}

function countTerms(analyzer: Analyzer, text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of analyzer.analyzePassage(text).flatMap(({ words }) => words)) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function weigh({ forms, otherForms, isName }: QuestionWord, index: SearchIndex): number {
  const known = Math.max(...[...forms, ...otherForms].map((form) => index.weigh(form)));
  return known || (isName ? index.rarestWeight : 0);
}
