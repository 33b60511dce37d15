import type { Problem } from './article.js';

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
  readonly problems?: readonly Problem[];
}

/** A fault with a stable `code` for programs and a `message` for the log, never shown to Discord users. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly facts: FaultFacts;
  /** The problems of files that are the cause; mostly none. */
  readonly problems: readonly Problem[];

  constructor(code: FaultCode, message: string, options: FaultOptions = {}) {
    super(message, options);
    this.code = code;
    this.facts = options.facts ?? {};
    this.problems = options.problems ?? [];
  }
}
