/** Recognises what somebody said, and questions about it, in English and Swahili. */

const ENGLISH_SAYING =
  'said|says|saying|asked|asks|shouted|cried|replied|wondered|added|told|tells|yelled|exclaimed|demanded|declared|insisted|insists|retorted|screamed|whispered|chanted|warned|posed|quipped|answered|called|argued|claimed|claims|stated|promised|vowed|urged|accused|dismissed|denied|noted|observed|explained|announced|maintained';
const SWAHILI_SAYING =
  '(?:a|wa)(?:li|na|me|ka)(?:sema|uliza|jibu|ongeza|eleza|shangaa|lalamika|dai|hoji|onya|piga|taja|ahidi|kanusha|sisitiza)|akisema|wakisema';

/** A verb of saying as a pattern without groups that capture. */
export const SAYING = `(?:${ENGLISH_SAYING}|${SWAHILI_SAYING})`;

const QUOTATION = /["“”„«]/u;
const VERBS = new Set(ENGLISH_SAYING.split('|'));
const SWAHILI_VERB = new RegExp(`^(?:${SWAHILI_SAYING})$`, 'u');
/** How words begin that may match {@link SWAHILI_VERB}: a test that most words fail. */
const PERSON = /^w?a(?:li|na|me|ki|ka)/u;
const SOURCE = /(?<!\p{L})(?:according to|kwa mujibu wa)(?!\p{L})/iu;

/**
 * True if the sentence quotes or reports what somebody said.
 *
 * @param words - The words of the sentence in lower case.
 */
export function reportsSpeech(sentence: string, words: readonly string[]): boolean {
  if (QUOTATION.test(sentence) || words.some((word) => VERBS.has(word))) return true;
  return words.some((word) => PERSON.test(word) && SWAHILI_VERB.test(word)) || SOURCE.test(sentence);
}

/** Verbs that name no way of speaking. */
const ASKING = new Set(['say', 'says', 'saying', 'tell', 'tells', 'told']);

/** True if a word only says that somebody spoke, so that it is not worth a search. */
export function isVerbOfSpeech(word: string): boolean {
  return ASKING.has(word);
}

const ASKS_IN_ENGLISH =
  /\b(?:what|how) (?:did|does|do|has|have|had|was|is|were) .*\b(?:say|said|saying|tell|told|shout|claim|claimed|argue|argued|promise|promised|reply|replied|respond|responded|answer|answered|state|stated|warn|warned|announce|announced|declare|declared)\b|\bwhat (?:said|says)\b|\b(?:remarks?|comments?|statement) (?:by|of|from)\b/iu;
const ASKS_IN_SWAHILI =
  /(?<!\p{L})(?:a|wa)(?:li|na|me)(?:sema|jibu|eleza|dai|ahidi|ongeza|tangaza|onya)\p{Ll}* nini(?!\p{L})/iu;

/** True if the question asks what somebody said. */
export function asksForSpeech(question: string): boolean {
  return ASKS_IN_ENGLISH.test(question) || ASKS_IN_SWAHILI.test(question);
}
