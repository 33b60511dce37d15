import type { FindWall } from '../core/model/fetch-page.js';

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

export const findWall: FindWall = ({ html, readText, passages, words }) => {
  if (words >= MIN_WHOLE_WORDS) return null;
  const page = readText();
  const aboutCookies = passages.filter((text) => COOKIES.test(text)).length;
  if (CONSENT.test(page) && aboutCookies * 2 >= passages.length) return 'consent-wall';
  return NOT_FREE.test(html) || SUBSCRIBERS.test(page) ? 'paywall' : null;
};
