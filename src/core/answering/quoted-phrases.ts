import type { Span } from '../model/article.js';

/** Words in quotation marks, to be found in this order. */
export interface QuotedPhrase {
  readonly span: Span;
  /** Without the marks. */
  readonly text: string;
}

/** A quotation runs from a mark to its counterpart; single marks enclose two words or more. */
const QUOTED =
  /“([^“”„]+)[”“]|„([^„“”]+)[“”]|«([^«»]+)»|"([^"]+)"|(?<![\p{L}\p{N}])[‘']([^‘’']+(?:['’](?=\p{L})[^‘’']*)*\s[^‘’']*(?:['’](?=\p{L})[^‘’']*)*)['’](?![\p{L}\p{N}])/gu;

/** Finds the phrases in quotation marks of a question, in its order. */
export function readPhrases(question: string): QuotedPhrase[] {
  return Array.from(question.matchAll(QUOTED)).flatMap((match) => {
    const text = (match.slice(1).find((part: string | undefined) => part !== undefined) ?? '').trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    return { text, span: { start: match.index, end: match.index + match[0].length } };
  });
}
