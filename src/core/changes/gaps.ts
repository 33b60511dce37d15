import type { Analyzer } from '../model/analyzer.js';
import type { Gap } from '../model/state.js';

/** Questions alike that the corpus did not answer. */
export interface GapGroup {
  /** As most members wrote it; of equals the latest. */
  readonly question: string;
  /** How often it was asked, in any wording. */
  readonly asked: number;
  /** How many members asked it, at least {@link MIN_MEMBERS}. */
  readonly members: number;
  /** How many of the answers were voted down; the others were refused. */
  readonly votedDown: number;
  /** In ms since 1970. */
  readonly lastAt: number;
}

/** What fewer have asked could tell who they are. */
const MIN_MEMBERS = 2;

/** Share of the terms of two questions that both hold, from which they ask for the same. */
const ALIKE_FROM = 0.5;

/**
 * Groups questions by the terms that they share.
 *
 * @returns Those that at least {@link MIN_MEMBERS} members asked, most asked first, then the latest.
 */
export function groupGaps(gaps: readonly Gap[], analyzer: Analyzer): GapGroup[] {
  const groups: { terms: ReadonlySet<string>; gaps: Gap[] }[] = [];
  for (const gap of gaps) {
    const terms = listTerms(gap.question, analyzer);
    const alike = groups.find((group) => compareTerms(group.terms, terms) >= ALIKE_FROM);
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

/** A question without a term is alike only to one of the same words. */
function listTerms(question: string, analyzer: Analyzer): ReadonlySet<string> {
  const terms = analyzer.analyzeQuestion(question).words.flatMap(({ forms }) => forms.slice(0, 1));
  return new Set(terms.length === 0 ? [question.trim().toLowerCase()] : terms);
}

function compareTerms(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((term) => b.has(term)).length;
  return shared / (a.size + b.size - shared);
}
