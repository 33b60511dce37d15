/** Tells what kind of word a question asks for. */

import type { AnswerType } from '../core/model/analyzer.js';

const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/u).join('|')})`;
const pattern = (source: string): RegExp => new RegExp(` ${source} `, 'u');

const AMOUNTS =
  oneOf(`percentage percent proportion share fraction number population age price cost fee fine salary
  budget amount sum height length weight width depth area size distance total score rate speed`);
const MANNERS = oneOf('many much old long far tall big large high deep wide fast often heavy');
const TIMES = oneOf('year years date dates day days month time hour century decade era period week season');
const PLACES = oneOf(`country countries city cities town towns state states continent county counties province
  district place places region village nation location part river lake mountain island constituency ward area street
  road suburb estate school hospital stadium airport venue`);
const SWAHILI_TIMES = oneOf('mwaka siku tarehe mwezi saa wakati muda karne wiki juma msimu kipindi');
const SWAHILI_PLACES =
  oneOf(`kata kaunti mji jiji nchi kijiji mkoa wilaya eneo bara sehemu mahali mtaa jimbo kisiwa
  kitongoji tarafa`);
const SWAHILI_AMOUNTS = oneOf('kiasi asilimia idadi umri bei gharama urefu uzito upana');
const WHICH = '(?:gani|ipi|upi|yupi|kipi|lipi|zipi|yapi|wapi)';

/** `when` before any other question word: "who fell when it broke" does not ask for a date. */
const WHEN_FIRST = /^(?:(?! (?:who|whom|whose|what|which|where|why|how|nani|ngapi) ).)* when /u;

/** Tried in this order on the words of a question, in lower case with a space before and after each. */
const PATTERNS: readonly (readonly [AnswerType, RegExp])[] = [
  ['date', pattern('how long ago')],
  ['date', WHEN_FIRST],
  ['number', pattern(`how ${MANNERS}`)],
  [
    'number',
    pattern(
      `(?:what|which) (?:\\S+ )?(?:is |was |are |were )?(?:the |his |her |their |its )?(?:\\S+ )?${AMOUNTS}`,
    ),
  ],
  ['number', pattern('(?:wa|ma|mi|vi|wi)?ngapi')],
  ['date', pattern(`(?:lini|${SWAHILI_TIMES} ${WHICH})`)],
  ['place', pattern(`${SWAHILI_PLACES} ${WHICH}`)],
  [
    'number',
    pattern(
      `(?:${SWAHILI_AMOUNTS} ${WHICH}|kiasi|nini (?:idadi|bei)|${SWAHILI_AMOUNTS} (?:ya|wa|za) .*(?:ni|ilikuwa) (?:nini|gani))`,
    ),
  ],
  ['date', pattern(`(?:what|which) (?:is |was )?(?:the )?${TIMES}`)],
  ['name', pattern('(?:who|whom|whose|nani|akina)')],
  ['place', pattern('(?:where|wapi)')],
  ['place', pattern(`(?:what|which) (?:\\S+ )?${PLACES}`)],
  ['name', pattern('(?:what|which) .*names?')],
  ['name', pattern('(?:jina|majina) .*(?:nani|gani|nini)')],
  ['name', pattern('(?:which|(?:what|by what) (?:person|people|party|company|politician|man|woman)|yupi)')],
];

/**
 * Tells what kind of word a question asks for.
 *
 * @param words - Lower case, in the order of the question.
 * @returns `null` if it asks for no particular kind.
 */
export function detectAnswerType(words: readonly string[]): AnswerType | null {
  const question = ` ${words.join(' ')} `;
  return PATTERNS.find(([, each]) => each.test(question))?.[0] ?? null;
}
