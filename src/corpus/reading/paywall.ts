import type { FetchRefusal } from '../../core/model/fetch-page.js';
import { parsePage } from './html.js';
import { cleanLine, countWords } from './text.js';

type Wall = Extract<FetchRefusal, 'paywall' | 'consent-wall'>;

/** A page with so many words of an article is shown whole, whatever it says of itself. */
const MIN_WHOLE_WORDS = 150;

/** schema.org `isAccessibleForFree`; the tier of Open Graph. */
const NOT_FREE =
  /["']isAccessibleForFree["']\s*:\s*["']?false|<meta[^>]+article:content_tier[^>]+(?:locked|metered)/iu;
const SUBSCRIBERS =
  /\b(?:subscribe|sign (?:in|up)|log ?in|register)(?: now| today)? (?:to (?:continue|keep|read|access|unlock|view)|for full access)|\b(?:this (?:article|story|content) is|exclusive|available only) (?:\w+ )?(?:for|to) (?:our )?(?:subscribers|members)|\balready a subscriber\b|\bunlock (?:this|the full) (?:article|story)|\bjisajili (?:ili )?(?:kuendelea|kusoma)/iu;
const CONSENT =
  /\bwe (?:value|respect|care about) your privacy\b|\b(?:accept|allow|reject|manage)(?: all)? (?:cookies|preferences)\b|\bbefore you continue\b|\b(?:we|our partners|this (?:site|website)) uses? cookies\b|\bconsent (?:to|preferences|choices)\b|\bkubali (?:vidakuzi|kuki)\b/iu;
const COOKIES = /\b(?:cookies?|consent|privacy|partners|personal data|vidakuzi|faragha)\b/iu;

/**
 * Tells what stands on a page in place of its article.
 *
 * @param source - HTML.
 * @param passages - What was taken for the article; `[]` when there was nothing.
 * @returns `null` where the article may well be all there is.
 */
export function findWall(source: string, passages: readonly string[]): Wall | null {
  const words = passages.reduce((sum, text) => sum + countWords(text), 0);
  if (words >= MIN_WHOLE_WORDS) return null;
  const page = cleanLine(parsePage(source).body.textContent ?? '');
  const aboutCookies = passages.filter((text) => COOKIES.test(text)).length;
  if (CONSENT.test(page) && aboutCookies * 2 >= passages.length) return 'consent-wall';
  return NOT_FREE.test(source) || SUBSCRIBERS.test(page) ? 'paywall' : null;
}
