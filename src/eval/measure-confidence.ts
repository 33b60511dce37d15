/** Judges the answers to evaluation sets, and fits and measures the confidence in them. */

import {
  ANSWERABLE_MODEL,
  CERTAIN_FROM,
  type ConfidenceModel,
  estimate,
  isRefused,
  RIGHT_MODEL,
  SIGNAL_NAMES,
  type Signals,
} from '../core/answering/confidence.js';
import { hash32 } from '../core/arrays/hash.js';
import { type BeirEntry, type BeirQuestion, type BeirSet, loadBeir } from './beir.js';
import { fitLogistic } from './fit-logistic.js';
import { dropTitles } from './measure-refusals.js';
import { holdsAnswer, rocArea } from './measure.js';

/** A question with the inputs of confidence and the truth about its answer. */
export interface JudgedQuestion {
  readonly signals: Signals;
  /** True if a relevant passage is in the corpus. */
  readonly isAnswerable: boolean;
  /** True if the first passage is relevant or holds the answer. */
  readonly isRight: boolean;
  /** True if the first passage lacks something that was asked, so that the answer cannot be certain. */
  readonly isBarred: boolean;
}

/** The entries of a small corpus, and the number of small corpora taken from a set. */
const SMALL = { entries: 16, corpora: 24, questions: 8 };

/**
 * Asks the questions of a set: of the whole corpus, with some titles removed, and of small corpora; then those that
 * nothing in the corpus answers.
 */
export async function judgeQuestions(
  set: BeirSet,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<JudgedQuestion[]> {
  const rounds = [
    { entries: set.entries, questions: [...set.questions, ...set.unanswerable] },
    { entries: dropTitles(set.entries), questions: set.questions },
    ...takeSmall(set),
  ];
  const total = rounds.reduce((sum, { questions }) => sum + questions.length, 0);
  const judged: JudgedQuestion[] = [];
  let done = 0;
  for (const { entries, questions } of rounds) {
    const loaded = loadBeir(entries);
    const texts = new Map(entries.map(({ id, text }) => [id, text]));
    for (const question of questions) {
      const { signals, isBarred, hits } = await loaded.rank(question.text, 1);
      onProgress((done += 1), total);
      const grades = set.grades.get(question.id) ?? new Map<string, number>();
      const isGood = (id: string): boolean => (grades.get(id) ?? 0) > 0;
      const first = hits[0]?.id ?? '';
      if (!signals) continue;
      judged.push({
        signals,
        isBarred,
        isAnswerable: [...grades.keys()].some((id) => isGood(id) && texts.has(id)),
        isRight: isGood(first) || holdsAnswer(texts.get(first) ?? '', question.answers),
      });
    }
  }
  return judged;
}

interface Round {
  readonly entries: readonly BeirEntry[];
  readonly questions: readonly BeirQuestion[];
}

/** Takes small corpora, always the same: every so many entries, with questions about some and about others. */
function takeSmall({ entries, questions, grades }: BeirSet): Round[] {
  const isAbout = ({ id }: BeirQuestion, ids: ReadonlySet<string>): boolean =>
    [...(grades.get(id) ?? [])].some(([entryId, grade]) => grade > 0 && ids.has(entryId));
  return Array.from({ length: SMALL.corpora }, (_, i) => {
    const byHash = (id: string): number => hash32(`${String(i)} ${id}`);
    const few = [...entries].sort((a, b) => byHash(a.id) - byHash(b.id)).slice(0, SMALL.entries);
    const ids = new Set(few.map(({ id }) => id));
    const shuffled = [...questions].sort((a, b) => byHash(a.id) - byHash(b.id));
    const about = shuffled.filter((question) => isAbout(question, ids)).slice(0, SMALL.questions);
    return { entries: few, questions: [...about, ...shuffled.slice(0, Math.max(2, about.length))] };
  });
}

/** The two models of confidence. */
export interface ConfidenceModels {
  readonly answerable: ConfidenceModel;
  readonly right: ConfidenceModel;
}

/** The models that the bot uses. */
export const BUILT_IN: ConfidenceModels = { answerable: ANSWERABLE_MODEL, right: RIGHT_MODEL };

/** Fits both models, with every set counting alike. */
export function fitConfidence(sets: readonly (readonly JudgedQuestion[])[]): ConfidenceModels {
  const fit = (isTrue: (question: JudgedQuestion) => boolean): ConfidenceModel => {
    const most = Math.max(...sets.map(({ length }) => length));
    const { bias, weights } = fitLogistic(
      sets.flatMap((questions) =>
        questions.map((question) => ({
          values: SIGNAL_NAMES.map((name) => question.signals[name]),
          isTrue: isTrue(question),
          weight: most / sets.length / questions.length,
        })),
      ),
    );
    const named = Object.fromEntries(SIGNAL_NAMES.map((name, i) => [name, weights[i] ?? 0]));
    return { bias, weights: named as unknown as Signals };
  };
  return { answerable: fit(({ isAnswerable }) => isAnswerable), right: fit(({ isRight }) => isRight) };
}

/** How good confidence is on a set; shares in 0..1, 0 where there is nothing to share. */
export interface ConfidenceFigures {
  readonly questions: number;
  /** How often an answerable question has the higher probability of an answer; 0.5 is chance. */
  readonly 'answerable, ROC area': number;
  readonly 'right, ROC area': number;
  /** Expected calibration error of "the first passage is right", in ten rows (Naeini et al., AAAI 2015). */
  readonly 'calibration error': number;
  readonly 'certain, of all': number;
  readonly 'wrong, of certain': number;
  readonly 'certain, of unanswerable': number;
  readonly 'refused, of all': number;
  readonly 'right, of refused': number;
}

export function measureConfidence(
  questions: readonly JudgedQuestion[],
  models: ConfidenceModels = BUILT_IN,
): ConfidenceFigures {
  const rated = questions.map((question) => {
    const right = estimate(models.right, question.signals);
    const answerable = estimate(models.answerable, question.signals);
    const refused = isRefused({ answerable, confidence: right });
    return {
      ...question,
      right,
      answerable,
      isRefused: refused,
      isCertain: !refused && right >= CERTAIN_FROM && !question.isBarred,
    };
  });
  const area = (
    read: (rating: (typeof rated)[number]) => number,
    isTrue: (rating: (typeof rated)[number]) => boolean,
  ): number => rocArea(rated.filter(isTrue).map(read), rated.filter((each) => !isTrue(each)).map(read));
  const certain = rated.filter(({ isCertain }) => isCertain);
  const refused = rated.filter(({ isRefused }) => isRefused);
  return {
    questions: rated.length,
    'answerable, ROC area': area(
      ({ answerable }) => answerable,
      ({ isAnswerable }) => isAnswerable,
    ),
    'right, ROC area': area(
      ({ right }) => right,
      ({ isRight }) => isRight,
    ),
    'calibration error': tabulateReliability(questions, models.right).reduce(
      (sum, { questions: count, meanConfidence, right }) =>
        sum + (count / Math.max(1, rated.length)) * Math.abs(meanConfidence - right),
      0,
    ),
    'certain, of all': shareOf(rated, ({ isCertain }) => isCertain),
    'wrong, of certain': shareOf(certain, ({ isRight }) => !isRight),
    'certain, of unanswerable': shareOf(
      rated.filter(({ isAnswerable }) => !isAnswerable),
      ({ isCertain }) => isCertain,
    ),
    'refused, of all': shareOf(rated, ({ isRefused }) => isRefused),
    'right, of refused': shareOf(refused, ({ isRight }) => isRight),
  };
}

function shareOf<T>(list: readonly T[], isTrue: (each: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(isTrue).length / list.length;
}

/** A row of a reliability table. */
interface ReliabilityRow {
  /** The lower bound of confidence, inclusive; the next row's is the upper bound. */
  readonly from: number;
  readonly questions: number;
  readonly meanConfidence: number;
  /** Share of the questions whose first passage is right. */
  readonly right: number;
}

const ROWS = 10;

export function tabulateReliability(
  questions: readonly JudgedQuestion[],
  model: ConfidenceModel = RIGHT_MODEL,
): ReliabilityRow[] {
  const rated = questions.map((question) => ({ ...question, confidence: estimate(model, question.signals) }));
  return Array.from({ length: ROWS }, (_, i) => {
    const row = rated.filter(({ confidence }) => Math.min(ROWS - 1, Math.floor(confidence * ROWS)) === i);
    const mean = (read: (question: (typeof row)[number]) => number): number =>
      row.length === 0 ? 0 : row.reduce((sum, question) => sum + read(question), 0) / row.length;
    return {
      from: i / ROWS,
      questions: row.length,
      meanConfidence: mean(({ confidence }) => confidence),
      right: mean(({ isRight }) => (isRight ? 1 : 0)),
    };
  });
}
