/** What another language must say: the same sentences, each with the same facts. */
export type SameShape<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string
    ? string
    : Catalogue[Key] extends (...facts: infer Facts) => string
      ? (...facts: Facts) => string
      : SameShape<Catalogue[Key]>;
};

/** With a comma after every three digits, as in Kenya in both languages. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** A list of the glossary in each language, as an entry writes it. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  en: '[election, poll]',
  sw: '[uchaguzi, chaguzi]',
};
