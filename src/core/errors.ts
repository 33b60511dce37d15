/** Every fault this program can report. Expected outcomes ("nothing found") are values, not faults. */
export type FaultCode =
  | 'ANSWER_OUTDATED'
  | 'ARTICLE_UNKNOWN'
  | 'CONFIG_INVALID'
  | 'CORPUS_EMPTY'
  | 'CORPUS_MISSING'
  | 'CORPUS_TOO_LARGE'
  | 'DISCORD_REFUSED'
  | 'INDEX_UNAVAILABLE'
  | 'OPTION_INVALID'
  | 'QUOTE_MISMATCH'
  | 'RELOAD_FAILED'
  | 'RELOAD_RUNNING';

/** A fault with a stable `code` for programs and a `message` for the log and the terminal. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
