const FULL_STOP = /(?<!\.\.)[.。।۔]["'”’»)\]]*$/u;
const SENTENCE_END = /[.!?…。।۔؟！？]["'”’»)\]]*$/u;

/** Whether `text` ends as a statement does; three points are no full stop. */
export function endsInFullStop(text: string): boolean {
  return FULL_STOP.test(text);
}

/** Whether `text` ends as any sentence may. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

export function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
