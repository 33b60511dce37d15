declare module 'wink-porter2-stemmer' {
  /** @param word - Lower case. */
  export default function stem(word: string): string;
}
