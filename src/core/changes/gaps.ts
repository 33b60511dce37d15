import type { Analyzer } from '../model/analyzer.js';
import type { Gap } from '../model/state.js';

/** Similar questions that the corpus did not answer. */
export interface GapGroup {
  /** The most frequent wording; the latest on a tie. */
  readonly question: string;
  /** Times asked, in any wording. */
  readonly asked: number;
  /** Distinct members who asked, at least {@link MIN_MEMBERS}. */
  readonly members: number;
  /** Times the answer was voted down; the other times it was refused. */
  readonly votedDown: number;
  /** In ms since 1970. */
  readonly lastAt: number;
}

/** A question that fewer members asked could reveal who they are. */
const MIN_MEMBERS = 2;

/** The least Jaccard similarity of the terms of two questions that count as alike. */
const ALIKE_FROM = 0.5;

/**
 * Groups questions by shared terms.
 *
 * @returns The groups that at least {@link MIN_MEMBERS} members asked, most asked first, on a tie the latest.
 */
export function groupGaps(gaps: readonly Gap[], analyzer: Analyzer): GapGroup[] {
  const groups: { terms: ReadonlySet<string>; gaps: Gap[] }[] = [];
  for (const gap of gaps) {
    const terms = listTerms(gap.question, analyzer);
    const alike = groups.find((group) => measureSimilarity(group.terms, terms) >= ALIKE_FROM);
    if (alike) alike.gaps.push(gap);
    else groups.push({ terms, gaps: [gap] });
  }
  return groups
    .map((group) => describeGroup(group.gaps))
    .filter(({ members }) => members >= MIN_MEMBERS)
    .sort((a, b) => b.asked - a.asked || b.lastAt - a.lastAt);
}

function describeGroup(gaps: readonly Gap[]): GapGroup {
  return {
    question: chooseWording(gaps),
    asked: gaps.length,
    members: new Set(gaps.map(({ memberId }) => memberId)).size,
    votedDown: gaps.filter(({ cause }) => cause === 'voted-down').length,
    lastAt: Math.max(...gaps.map(({ at }) => at)),
  };
}

function chooseWording(gaps: readonly Gap[]): string {
  const counts = new Map<string, number>();
  for (const { question } of gaps) counts.set(question, (counts.get(question) ?? 0) + 1);
  const latestFirst = [...gaps].sort((a, b) => b.at - a.at).map(({ question }) => question);
  return latestFirst.reduce((best, question) =>
    (counts.get(question) ?? 0) > (counts.get(best) ?? 0) ? question : best,
  );
}

/** Returns a question's terms; without any, its wording, so that it is alike only to an equal question. */
function listTerms(question: string, analyzer: Analyzer): ReadonlySet<string> {
  const terms = analyzer.analyzeQuestion(question).words.flatMap(({ forms }) => forms.slice(0, 1));
  return new Set(terms.length === 0 ? [question.trim().toLowerCase()] : terms);
}

function measureSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((term) => b.has(term)).length;
  return shared / (a.size + b.size - shared);
}
