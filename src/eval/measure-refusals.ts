import { createHash } from 'node:crypto';
import { type BeirEntry, type BeirSet, loadBeir, nameBeirArticle } from './beir.js';
import { askAll, percentile, rocArea } from './measure.js';

/** Figures on how well the probability of an answer separates answerable questions from unanswerable ones. */
interface RefusalFigures {
  /** Number of questions with a relevant passage left. */
  readonly answerable: number;
  /** Number of questions with no relevant passage left. */
  readonly unanswerable: number;
  /** Area under the ROC curve, in 0..1. */
  readonly rocArea: number;
  /** Share of the refused questions that were unanswerable. */
  readonly precision: number;
  /** Share of the unanswerable questions that were refused. */
  readonly recall: number;
  /** Quartiles of the probability of an answer for each kind of question. */
  readonly probability: { readonly answerable: readonly number[]; readonly unanswerable: readonly number[] };
}

/** The share of titles to remove. */
const SHARE_REMOVED = 0.3;
const QUARTILES = [0.25, 0.5, 0.75];

/** Removes some titles from the corpus, always the same ones, and asks every question. */
export async function measureRefusals(
  set: BeirSet,
  onProgress?: (done: number, total: number) => void,
): Promise<RefusalFigures> {
  const remaining = dropTitles(set.entries);
  const remainingIds = new Set(remaining.map(({ id }) => id));
  const asked = await askAll(set, loadBeir(remaining), onProgress);

  const isAnswerable = (questionId: string): boolean =>
    [...(set.grades.get(questionId) ?? [])].some(([id, grade]) => grade > 0 && remainingIds.has(id));
  const answerable = asked.filter(({ question }) => isAnswerable(question.id));
  const unanswerable = asked.filter(({ question }) => !isAnswerable(question.id));
  const refused = asked.filter(({ ranked }) => ranked.kind === 'nothing-found');
  const rightlyRefused = refused.filter(({ question }) => !isAnswerable(question.id));

  const probabilities = (group: typeof asked): number[] => group.map(({ ranked }) => ranked.answerable);
  const quartiles = (group: typeof asked): number[] =>
    QUARTILES.map((share) => percentile(probabilities(group), share));
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    rocArea: rocArea(probabilities(answerable), probabilities(unanswerable)),
    precision: refused.length === 0 ? 0 : rightlyRefused.length / refused.length,
    recall: unanswerable.length === 0 ? 0 : rightlyRefused.length / unanswerable.length,
    probability: { answerable: quartiles(answerable), unanswerable: quartiles(unanswerable) },
  };
}

/** Removes some titles, always the same ones; an entry without a title goes by its article. */
export function dropTitles(entries: readonly BeirEntry[]): BeirEntry[] {
  return entries.filter(({ id, title }) => !isRemoved(title || nameBeirArticle(id)));
}

/** True if the first four bytes of the title's SHA-256, as a share of all values, lie below {@link SHARE_REMOVED}. */
function isRemoved(title: string): boolean {
  return createHash('sha256').update(title).digest().readUInt32BE(0) / 2 ** 32 < SHARE_REMOVED;
}
