import type { AnalyzedSentence, AnalyzedWord } from '../core/analysis.js';
import type { ArticleText, Span } from '../core/article.js';
import type { Glossary } from '../core/glossary.js';
import { hash32 } from '../core/hash.js';
import { articleFingerprint, corpusRevision } from './corpus-revision.js';
import type { FrozenCorpus } from './frozen-corpus.js';

/** An article with what analysis found in it. */
export interface AnalyzedArticle {
  readonly source: ArticleText;
  /** `[]` when it has no headline. */
  readonly headline: readonly AnalyzedWord[];
  /** One entry a passage. */
  readonly passages: readonly (readonly AnalyzedSentence[])[];
}

const encoder = new TextEncoder();

/**
 * @param analyzed - By article id, in code-unit order.
 * @param glossary - Counts for the revision only.
 */
export function freezeCorpus(analyzed: readonly AnalyzedArticle[], glossary: Glossary): FrozenCorpus {
  const sources = analyzed.map(({ source }) => source);
  const fingerprints = sources.map(articleFingerprint);
  const passages = analyzed.flatMap((article) => article.passages);
  const sentences = passages.flat();
  return {
    revision: corpusRevision(fingerprints, glossary),
    articles: sources.map(({ article }) => article),
    fingerprints,
    ...freezeTexts(sources),
    passageStarts: countStarts(analyzed.map((article) => article.passages)),
    passageSpans: flattenSpans(sources.flatMap((source) => source.passages)),
    sentenceStarts: countStarts(passages),
    sentenceSpans: flattenSpans(sentences.map(({ span }) => span)),
    sentenceTermStarts: countStarts(sentences.map(({ words }) => words)),
    sentenceTerms: hashTerms(sentences.map(({ words }) => words)),
    sentenceTermMarks: Uint8Array.from(sentences.flatMap(({ words }) => words.map(({ marks }) => marks))),
    headlineTermStarts: countStarts(analyzed.map(({ headline }) => headline)),
    headlineTerms: hashTerms(analyzed.map(({ headline }) => headline)),
  };
}

function freezeTexts(
  sources: readonly ArticleText[],
): Pick<FrozenCorpus, 'bytes' | 'textStarts' | 'passageBytes'> {
  const encoded = sources.map(({ text }) => encoder.encode(text));
  const textStarts = countStarts(encoded);
  const bytes = new Uint8Array(textStarts.at(-1) ?? 0);
  encoded.forEach((text, i) => {
    bytes.set(text, textStarts[i]);
  });
  const passageBytes = sources.flatMap((source, i) => measureBytes(source, textStarts[i] ?? 0));
  return { bytes, textStarts, passageBytes: Uint32Array.from(passageBytes) };
}

/** Start and end of each passage in bytes, counted from `offset`. */
function measureBytes({ text, passages }: ArticleText, offset: number): number[] {
  let unit = 0;
  let byte = offset;
  return passages.flatMap(({ start, end }) =>
    [start, end].map((next) => {
      byte += Buffer.byteLength(text.slice(unit, next));
      unit = next;
      return byte;
    }),
  );
}

function countStarts(groups: readonly ArrayLike<unknown>[]): Uint32Array {
  const starts = new Uint32Array(groups.length + 1);
  groups.forEach(({ length }, i) => (starts[i + 1] = (starts[i] ?? 0) + length));
  return starts;
}

function flattenSpans(spans: readonly Span[]): Uint32Array {
  const flat = new Uint32Array(spans.length * 2);
  spans.forEach(({ start, end }, i) => {
    flat.set([start, end], i * 2);
  });
  return flat;
}

function hashTerms(groups: readonly (readonly AnalyzedWord[])[]): Uint32Array {
  return Uint32Array.from(groups.flatMap((words) => words.map(({ term }) => hash32(term))));
}
