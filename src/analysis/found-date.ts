import type { Period } from './periods.js';

/** A date found in a text. */
export interface FoundDate {
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** `null` for words that form a date whose year cannot be told. */
  readonly period: Period | null;
  readonly isRelative: boolean;
}
