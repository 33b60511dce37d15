import type { ENGLISH_SHARING } from '../english/sharing.js';
import type { SameShape } from '../same-shape.js';

export const SWAHILI_SHARING: SameShape<typeof ENGLISH_SHARING> = {
  openArticle: 'Fungua makala',
  sourcesSharedBy: (who) => `Vyanzo vilivyotafutwa na ${who}`,
  sourcesSharedFor: (who, message) => `Vyanzo vilivyotafutwa na ${who} kwa ajili ya ${message}`,
  thisMessage: 'ujumbe huu',
  sourcesChanged:
    'Makala moja kati ya vyanzo hivi imebadilika tangu vilipopatikana, kwa hivyo havishirikiwi. Tafadhali tumia Find sources tena.',
  findSourcesHint:
    'Ili kukagua yale ambayo ujumbe unasema na kunukuu, fungua menyu yake, kisha Apps, kisha Find sources: jibu ni lako pekee hadi utakapolishiriki.',
};
