/** How far a build has come, in articles. */
export interface Progress {
  /** In this order; `learning` goes on for a while after all are done. */
  readonly stage: 'reading' | 'analysing' | 'learning';
  readonly done: number;
  readonly total: number;
}

export type ReportProgress = (progress: Progress) => void;
