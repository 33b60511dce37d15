/** Words that say what kind of answer is wanted, or little by themselves. */

import type { QuestionWord } from '../model/analyzer.js';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Nouns and adjectives beside a question word: which year, how long, what profession. */
const KINDS_OF_ANSWER = list(`
  people person persons someone man woman thing things time times year years date day days month amount number numbers
  total name names kind type sort way ways place places part country county city town percentage percent share age price
  cost size length height distance reason reasons cause fact facts detail details information role profession
  first last earlier kwanza mwisho when long old far tall many much big large high deep fast often soon wide late early
  hundred hundreds thousand thousands million millions billion billions
  watu mtu mwaka siku tarehe idadi kiasi jina sababu mahali elfu milioni bilioni`);

const LIGHT_VERBS = list(`
  be been being am is are was were do does did doing done have has had having get gets got getting give gives gave given
  go goes went gone going make makes made making take takes took taken come comes came happen happens happened say says
  said tell tells told speak speaks spoke spoken talk talks talked call calls called become became use uses used mean
  means want wants wanted need needs know knows known see saw seen find found start started begin began think thinks
  thought let put keep kept look seem write writes wrote written report reports reported`);

/** True if a word tells the kind of answer rather than what a text must hold. */
export function asksOnly({ normal }: QuestionWord): boolean {
  return KINDS_OF_ANSWER.has(normal) || LIGHT_VERBS.has(normal);
}
