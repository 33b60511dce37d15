import type { BenchHit } from './bench-engine.js';

/** The task of a child. */
export interface Task {
  readonly engine: string;
  readonly passages: number;
  readonly seed: number;
}

/** In bytes, after a forced garbage collection. */
export interface Memory {
  readonly resident: number;
  /** V8's own count: its heap, and the buffers outside of it. */
  readonly counted: number;
}

export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Measurement {
  /** The time of the build without generating the passages. */
  readonly buildMs: number;
  readonly searchMs: Latency;
  /** The number of searches measured. */
  readonly questions: number;
  /** With the library loaded and nothing built. */
  readonly memoryBefore: Memory;
  readonly memory: Memory;
  /** The highest number of resident bytes until the build was done. */
  readonly peakResident: number;
  /** The first hits of the first questions, for comparing engines. */
  readonly rankings: readonly (readonly BenchHit[])[];
}

/** The outcome of a task; `measurement` is absent if the task did not finish. */
export interface Outcome extends Task {
  readonly measurement?: Measurement;
  /** The reason why there is no measurement. */
  readonly failure?: string;
}

/** A message from a child. */
export type ChildMessage =
  | { readonly kind: 'built'; readonly buildMs: number }
  | { readonly kind: 'measured'; readonly measurement: Measurement };
