/** Work that goes on beside this thread and gives one result. */
export interface Run<T> {
  /** Rejects with a `Fault`: what the work tells, `CORPUS_TOO_LARGE`, `BUILD_FAILED` or `BUILD_STOPPED`. */
  readonly result: Promise<T>;
  /** Settles when the work has ended, however. */
  readonly ended: Promise<void>;
  /** Ends the work; without a result yet, that rejects. */
  stop(): Promise<void>;
}

/** How a message ends the waiting. */
export interface Replies<T> {
  readonly resolve: (result: T) => void;
  readonly reject: (error: unknown) => void;
}
