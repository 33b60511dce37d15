import type { WithdrawnArticle } from './article.js';
import type { FileProblem } from './problem.js';

/** Every fault this program can report. Expected outcomes ("nothing found") are values, not faults. */
export type FaultCode =
  | 'ARTICLE_UNKNOWN'
  | 'ARTICLE_UNREADABLE'
  | 'ARTICLE_WITHDRAWN'
  | 'BUILD_FAILED'
  | 'BUILD_STOPPED'
  | 'CHANGE_STALE'
  | 'CHANGE_UNWRITTEN'
  | 'COMMAND_UNKNOWN'
  | 'CONFIG_INVALID'
  | 'CORPUS_EMPTY'
  | 'CORPUS_MISSING'
  | 'CORPUS_TOO_LARGE'
  | 'DATES_REVERSED'
  | 'DATE_INVALID'
  | 'DISCORD_REFUSED'
  | 'DRAFT_GONE'
  | 'EVAL_SET_INVALID'
  | 'FETCH_REFUSED'
  | 'FORMAT_UNKNOWN'
  | 'FRONT_MATTER_INVALID'
  | 'HTTP_UNAVAILABLE'
  | 'OUTLET_UNKNOWN'
  | 'PARAGRAPH_UNKNOWN'
  | 'QUESTION_INVALID'
  | 'QUOTE_MISMATCH'
  | 'RELOAD_RUNNING'
  | 'REPORT_LOST'
  | 'RESULTS_INVALID'
  | 'REVISION_UNKNOWN'
  | 'SESSION_ENDED'
  | 'STATE_UNAVAILABLE'
  | 'SWITCH_INVALID'
  | 'TOO_MANY_QUESTIONS';

/** What the sentence about a fault mentions, e.g. `{ outlet: 'The Star' }`. */
export type FaultFacts = Readonly<Record<string, string>>;

interface FaultOptions extends ErrorOptions {
  readonly facts?: FaultFacts;
  readonly problems?: readonly FileProblem[];
}

/** A fault with a stable `code` for programs and a `message` for the log, never shown to Discord users. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly facts: FaultFacts;
  /** The problems of files that are the cause; mostly none. */
  readonly problems: readonly FileProblem[];

  constructor(code: FaultCode, message: string, options: FaultOptions = {}) {
    super(message, options);
    this.code = code;
    this.facts = options.facts ?? {};
    this.problems = options.problems ?? [];
  }
}

/** The code of a system error, such as `EACCES`, without the paths that its message holds. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** What is told in the place of an article that is no longer quoted. */
export function reportWithdrawal(withdrawn: WithdrawnArticle): Fault {
  const title = nameWithdrawn(withdrawn);
  const { on, reason } = withdrawn;
  return new Fault('ARTICLE_WITHDRAWN', 'the article is withdrawn', { facts: { title, on, reason } });
}

/** The headline; without one the id, since the opening words would be a quote. */
export function nameWithdrawn({ article }: WithdrawnArticle): string {
  return article.hasHeadline ? article.title : article.id;
}
