/** Faults: the errors with a code that the program reports. */

import type { WithdrawnArticle } from './article.js';
import type { FetchRefusal } from './fetch-page.js';
import type { PartialDate } from './partial-date.js';
import type { FileProblem, NoFacts } from './problem.js';

/** Why the database cannot be used. */
export type StateFailure = 'full' | 'read-only' | 'other';

/**
 * The facts of every fault, by code: what the sentence about it mentions. Expected outcomes ("nothing found") are
 * values, not faults.
 */
export interface FaultFacts {
  /** `wanted` is empty if no article was named; `near` holds the ids of similar articles. */
  ARTICLE_UNKNOWN: { readonly wanted: string; readonly near: readonly string[] };
  ARTICLE_UNREADABLE: NoFacts;
  ARTICLE_WITHDRAWN: { readonly title: string; readonly on: PartialDate; readonly reason: string };
  BUILD_FAILED: NoFacts;
  BUILD_STOPPED: NoFacts;
  CHANGE_STALE: NoFacts;
  CHANGE_UNWRITTEN: { readonly detail: string };
  COMMAND_UNKNOWN: { readonly command: string };
  CONFIG_INVALID: { readonly problems: string };
  /** `tried` is the number of files. */
  CORPUS_EMPTY: { readonly dir: string; readonly tried: number };
  /** `cause` is the code of a system error; `null` if `dir` is not a folder. */
  CORPUS_MISSING: { readonly dir: string; readonly cause: string | null };
  CORPUS_TOO_LARGE: NoFacts;
  DATES_REVERSED: { readonly since: string; readonly until: string };
  DATE_INVALID: { readonly option: string; readonly date: string };
  DISCORD_REFUSED: NoFacts;
  DRAFT_GONE: NoFacts;
  EVAL_SET_INVALID: { readonly detail: string };
  FETCH_REFUSED: { readonly why: FetchRefusal };
  FORMAT_UNKNOWN: { readonly name: string };
  FRONT_MATTER_INVALID: NoFacts;
  HTTP_UNAVAILABLE: { readonly detail: string };
  /** `outlets` is empty if no article names its outlet; `hasMore` is true if the list is cut off. */
  OUTLET_UNKNOWN: { readonly outlet: string; readonly outlets: readonly string[]; readonly hasMore: boolean };
  /** `paragraph` is as typed; `paragraphs` is the number in the article. */
  PARAGRAPH_UNKNOWN: { readonly paragraph: string; readonly paragraphs: number; readonly title: string };
  QUESTION_INVALID: NoFacts;
  QUOTE_MISMATCH: NoFacts;
  RELOAD_RUNNING: NoFacts;
  REPORT_LOST: NoFacts;
  RESULTS_INVALID: { readonly results: string; readonly most: number };
  REVISION_UNKNOWN: { readonly revision: string };
  /** `code` is the close code of the gateway. */
  SESSION_ENDED: { readonly code: number };
  STATE_UNAVAILABLE: { readonly cause: StateFailure };
  SWITCH_INVALID: { readonly option: string; readonly value: string };
  TIME_INVALID: { readonly time: string };
  TOO_MANY_QUESTIONS: { readonly seconds: number };
}

export type FaultCode = keyof FaultFacts;

/** The part of a fault that its sentence is built from. */
export interface FaultContent<Code extends FaultCode> {
  readonly code: Code;
  readonly facts: FaultFacts[Code];
  /** The problems with files that caused it; mostly `[]`. */
  readonly problems: readonly FileProblem[];
}

/**
 * An error with a stable `code` for programs and a `message` for the log, never shown to Discord users. The code
 * discriminates the facts: `fault.code === 'FETCH_REFUSED' && fault.facts.why`.
 */
export type Fault<Code extends FaultCode = FaultCode> = { [Each in Code]: CodedFault<Each> }[Code];

interface CodedFault<Code extends FaultCode> extends Error, FaultContent<Code> {}

interface FaultOptions extends ErrorOptions {
  readonly problems?: readonly FileProblem[];
}

/** Requires `facts` for a code that has some and forbids them for any other. */
type OptionsFor<Code extends FaultCode> = FaultFacts[Code] extends NoFacts
  ? [options?: FaultOptions]
  : [options: FaultOptions & { readonly facts: FaultFacts[Code] }];

interface FaultConstructor {
  /** Makes `instanceof` narrow to the union, which `code` narrows further; a failed check narrows nothing. */
  readonly prototype: Fault;
  new <Code extends FaultCode>(code: Code, message: string, ...options: OptionsFor<Code>): Fault<Code>;
}

export const Fault: FaultConstructor = class Fault<Code extends FaultCode>
  extends Error
  implements FaultContent<Code>
{
  override readonly name = 'Fault';
  readonly code: Code;
  readonly facts: FaultFacts[Code];
  readonly problems: readonly FileProblem[];

  constructor(
    code: Code,
    message: string,
    options: FaultOptions & { readonly facts?: FaultFacts[Code] } = {},
  ) {
    super(message, options);
    this.code = code;
    // Only a code without facts may omit them.
    this.facts = options.facts ?? ({} as FaultFacts[Code]);
    this.problems = options.problems ?? [];
  }
};

/** Returns a system error's code, e.g. `EACCES`, since its message holds paths; any other error's message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** Returns the fault that is reported in place of a withdrawn article. */
export function reportWithdrawal(withdrawn: WithdrawnArticle): Fault {
  const title = nameWithdrawn(withdrawn);
  const { on, reason } = withdrawn;
  return new Fault('ARTICLE_WITHDRAWN', 'the article is withdrawn', { facts: { title, on, reason } });
}

/** Returns the headline or, without one, the id: the opening words would be a quote. */
export function nameWithdrawn({ article }: WithdrawnArticle): string {
  return article.hasHeadline ? article.title : article.id;
}
