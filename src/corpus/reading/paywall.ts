import type { FetchRefusal } from '../../core/model/fetch-page.js';
import { parsePage } from './html.js';
import { cleanLine, countWords } from './text.js';

type Wall = Extract<FetchRefusal, 'paywall' | 'consent-wall'>;

/** With at least this many words, an article counts as complete, whatever its page states. */
const MIN_WHOLE_WORDS = 150;

/** schema.org `isAccessibleForFree`; Open Graph `article:content_tier`. */
const NOT_FREE =
  /["']isAccessibleForFree["']\s*:\s*["']?false|<meta[^>]+article:content_tier[^>]+(?:locked|metered)/iu;
const SUBSCRIBERS =
  /\b(?:subscribe|sign (?:in|up)|log ?in|register)(?: now| today)? (?:to (?:continue|keep|read|access|unlock|view)|for full access)|\b(?:this (?:article|story|content) is|exclusive|available only) (?:\w+ )?(?:for|to) (?:our )?(?:subscribers|members)|\balready a subscriber\b|\bunlock (?:this|the full) (?:article|story)|\bjisajili (?:ili )?(?:kuendelea|kusoma)/iu;
const CONSENT =
  /\bwe (?:value|respect|care about) your privacy\b|\b(?:accept|allow|reject|manage)(?: all)? (?:cookies|preferences)\b|\bbefore you continue\b|\b(?:we|our partners|this (?:site|website)) uses? cookies\b|\bconsent (?:to|preferences|choices)\b|\bkubali (?:vidakuzi|kuki)\b/iu;
const COOKIES = /\b(?:cookies?|consent|privacy|partners|personal data|vidakuzi|faragha)\b/iu;

/**
 * Detects a wall that a page shows in place of its article.
 *
 * @param passages - The passages that were read as the article; `[]` if there were none.
 * @returns `null` if they may well be the complete article.
 */
export function findWall(html: string, passages: readonly string[]): Wall | null {
  const words = passages.reduce((sum, text) => sum + countWords(text), 0);
  if (words >= MIN_WHOLE_WORDS) return null;
  const page = cleanLine(parsePage(html).body.textContent ?? '');
  const aboutCookies = passages.filter((text) => COOKIES.test(text)).length;
  if (CONSENT.test(page) && aboutCookies * 2 >= passages.length) return 'consent-wall';
  return NOT_FREE.test(html) || SUBSCRIBERS.test(page) ? 'paywall' : null;
}
