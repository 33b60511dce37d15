/** A list of the glossary in each language, as an entry writes it. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  en: '[election, poll]',
  sw: '[uchaguzi, chaguzi]',
};
