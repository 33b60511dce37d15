import { createHash } from 'node:crypto';
import { type BeirEntry, type BeirSet, loadBeir, nameBeirArticle } from './beir.js';
import { askAll, percentile, rocArea } from './measure.js';

/** How well confidence tells questions whose passage is there from those whose passage is gone. */
interface RefusalFigures {
  /** Questions whose passage remains. */
  readonly answerable: number;
  /** Questions whose passages are all gone. */
  readonly unanswerable: number;
  /** Area under the ROC curve, in 0..1. */
  readonly rocArea: number;
  /** Share of the refused questions that were unanswerable. */
  readonly precision: number;
  /** Share of the unanswerable questions that were refused. */
  readonly recall: number;
  /** Quartiles of the confidence of each kind. */
  readonly confidence: { readonly answerable: readonly number[]; readonly unanswerable: readonly number[] };
}

/** Share of the titles that are taken out. */
const SHARE_GONE = 0.3;
const QUARTILES = [0.25, 0.5, 0.75];

/** Takes some titles out of the corpus, always the same ones, and asks every question. */
export async function measureRefusals(
  set: BeirSet,
  onProgress?: (done: number, total: number) => void,
): Promise<RefusalFigures> {
  const kept = dropTitles(set.entries);
  const keptIds = new Set(kept.map(({ id }) => id));
  const asked = await askAll(set, loadBeir(kept), onProgress);

  const isAnswerable = (questionId: string): boolean =>
    [...(set.grades.get(questionId) ?? [])].some(([id, grade]) => grade > 0 && keptIds.has(id));
  const answerable = asked.filter(({ question }) => isAnswerable(question.id));
  const unanswerable = asked.filter(({ question }) => !isAnswerable(question.id));
  const refused = asked.filter(({ ranked }) => ranked.kind === 'nothing-found');
  const rightlyRefused = refused.filter(({ question }) => !isAnswerable(question.id));

  const confidences = (group: typeof asked): number[] => group.map(({ ranked }) => ranked.confidence);
  const quartiles = (group: typeof asked): number[] =>
    QUARTILES.map((share) => percentile(confidences(group), share));
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    rocArea: rocArea(confidences(answerable), confidences(unanswerable)),
    precision: refused.length === 0 ? 0 : rightlyRefused.length / refused.length,
    recall: unanswerable.length === 0 ? 0 : rightlyRefused.length / unanswerable.length,
    confidence: { answerable: quartiles(answerable), unanswerable: quartiles(unanswerable) },
  };
}

/** Takes some titles out, always the same ones; an entry without one goes by its article. */
export function dropTitles(entries: readonly BeirEntry[]): BeirEntry[] {
  return entries.filter(({ id, title }) => !isGone(title || nameBeirArticle(id)));
}

/** The first four bytes of the title's SHA-256, as a share of all values, lie below {@link SHARE_GONE}. */
function isGone(title: string): boolean {
  return createHash('sha256').update(title).digest().readUInt32BE(0) / 2 ** 32 < SHARE_GONE;
}
