import type { AnswerType } from '../core/analysis.js';

/** Tried in this order on the words of a question, lower case, with a space before and after each. */
const PATTERNS: readonly (readonly [AnswerType, RegExp])[] = [
  ['number', / how (?:many|much|old|long|far|tall|big|large|high|deep|fast|often) /u],
  [
    'number',
    / what (?:is the |was the |are the )?(?:percentage|percent|number|population|age|price|cost|amount|height|length|area|size|distance|total|score) /u,
  ],
  ['number', / (?:ngapi|wangapi|mangapi|vingapi|kiasi) /u],
  ['date', / (?:when|lini|mwaka gani|siku gani|tarehe gani) /u],
  ['date', / (?:what|which) (?:year|date|day|month|time|century|decade|era|period) /u],
  ['name', / (?:who|whom|whose|nani|akina) /u],
  ['place', / (?:where|wapi) /u],
  [
    'place',
    / (?:what|which) (?:country|countries|city|cities|town|state|continent|county|counties|province|district|place|region|village|nation|location|part|river|lake|mountain|island|constituency) /u,
  ],
  ['name', / (?:what|which) .*name /u],
  ['name', / which /u],
];

/** @param words - Lower case, in the order of the question. */
export function detectAnswerType(words: readonly string[]): AnswerType | null {
  const question = ` ${words.join(' ')} `;
  return PATTERNS.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}
