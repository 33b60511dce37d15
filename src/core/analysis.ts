import type { Span } from './article.js';

/** Finds the sentences of a text: in order, not overlapping, trimmed, none empty. */
export type SplitSentences = (text: string) => Span[];
