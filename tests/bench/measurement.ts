import type { BenchHit } from './bench-engine.js';

/** What a child measures. */
export interface Task {
  readonly engine: string;
  readonly passages: number;
  readonly seed: number;
}

/** In bytes, after a forced garbage collection. */
export interface Memory {
  readonly resident: number;
  /** What V8 counts: its heap, and the buffers that live outside of it. */
  readonly counted: number;
}

export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Measurement {
  /** Without generating the passages. */
  readonly buildMs: number;
  readonly searchMs: Latency;
  /** How many searches were measured. */
  readonly questions: number;
  /** With the library loaded and nothing built. */
  readonly memoryBefore: Memory;
  readonly memory: Memory;
  /** Most bytes that were resident until the build was done. */
  readonly peakResident: number;
  /** The first hits of the first questions, for comparing engines. */
  readonly rankings: readonly (readonly BenchHit[])[];
}

/** What became of a task; `measurement` is absent when it came to no end. */
export interface Outcome extends Task {
  readonly measurement?: Measurement;
  /** Why there is no measurement. */
  readonly failure?: string;
}

/** What a child sends. */
export type ChildMessage =
  | { readonly kind: 'built'; readonly buildMs: number }
  | { readonly kind: 'measured'; readonly measurement: Measurement };
