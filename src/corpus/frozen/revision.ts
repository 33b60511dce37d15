import { createHash } from 'node:crypto';
import type { ArticleText, Withdrawal } from '../../core/model/article.js';
import type { Glossary } from '../../core/model/corpus.js';

const FINGERPRINT_DIGITS = 16;
const REVISION_DIGITS = 7;

/** Hashes an article's id, metadata, text and passages to 16 hex digits. */
export function articleFingerprint({ article, text, passages }: ArticleText): string {
  const { id, title, hasHeadline, outlet, author, published, url, language, tags, caution } = article;
  const about = [id, title, hasHeadline, outlet, author, published, url, language, tags, caution];
  const spans = passages.map(({ start, end }) => [start, end]);
  return hash(JSON.stringify([about, text, spans]), FINGERPRINT_DIGITS);
}

/** Returns the digits of {@link articleFingerprint} from their number. */
export function formatFingerprint(fingerprint: bigint): string {
  return fingerprint.toString(16).padStart(FINGERPRINT_DIGITS, '0');
}

/** Hashes a withdrawn article and its withdrawal to 16 hex digits. */
export function withdrawnFingerprint(articleText: ArticleText, { on, reason }: Withdrawal): string {
  return hash(JSON.stringify([articleFingerprint(articleText), on, reason]), FINGERPRINT_DIGITS);
}

/** Hashes the fingerprints of all articles, withdrawn or not and in any order, and the glossary to 7 hex digits. */
export function corpusRevision(fingerprints: readonly string[], glossary: Glossary): string {
  const terms = glossary.map(({ en, sw }) => JSON.stringify([en, sw]));
  return hash([...[...fingerprints].sort(), ...terms].join('\n'), REVISION_DIGITS);
}

function hash(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
