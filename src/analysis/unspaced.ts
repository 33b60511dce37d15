/** Finds the words of scripts that write no spaces between them. */

import type { Span } from '../core/model/article.js';

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words too common to search for, in Chinese and in Japanese. */
const FUNCTION_WORDS = new Set(
  `的 了 在 是 和 与 或 也 都 就 着 过 把 被 对 从 到 为 有 这 那 这个 那个 这座 吗 呢 吧 什么 时候 什么时候 谁 哪 哪里
  哪个 哪儿 怎么 为什么 多少 几 我 你 他 她 它 们 说 能 会 不
  の は が を に で と も へ や か よ ね から まで より た て し する した して いる いた ある あった です ます だ だった
  いつ 誰 だれ どこ 何 なに なぜ どう どの いくら いくつ この その あの これ それ さん こと もの れ られ ない`.split(
    /\s+/u,
  ),
);

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'word' })));
  }
  return segmenter;
}

/** True if the text holds letters of a script without spaces between words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/**
 * Finds the words of a text in such a script, function words excepted.
 *
 * @returns In reading order, not overlapping, in UTF-16 units of the text.
 */
export function findUnspacedWords(text: string): Span[] {
  const segmenter = segmenterOf(KANA.test(text) ? 'ja' : 'zh');
  return [...segmenter.segment(text)]
    .filter(({ segment, isWordLike }) => isWordLike === true && !FUNCTION_WORDS.has(segment))
    .map(({ segment, index }) => ({ start: index, end: index + segment.length }));
}
