import type { ProblemCode, ProblemFacts } from '../../complaint.js';
import { EXAMPLES } from '../glossary-examples.js';

const ENTRY_SHAPE = `andika kila ingizo kama \`- en: ${EXAMPLES['en']}\` na, chini yake, \`sw: ${EXAMPLES['sw']}\``;
const LINE_SHAPE = 'mistari ya muundo `key: value`';

export const SWAHILI_PROBLEMS: Readonly<Record<ProblemCode, (facts: ProblemFacts) => string>> = {
  CHARSET_UNKNOWN: ({ charset = '' }) =>
    `Ukurasa unasema kwamba ni ${charset}, ambayo haiwezi kusomwa: uhifadhi kama UTF-8.`,
  ENTRY_INVALID: () => `Ingizo lazima liwe orodha mbili: ${ENTRY_SHAPE}.`,
  ENTRY_LIST_EMPTY: ({ key = '' }) => `\`${key}\` ni tupu: weka neno kwenye orodha, au ondoa ingizo hilo.`,
  ENTRY_LIST_MISSING: ({ key = '' }) =>
    `Ingizo linahitaji \`${key}: ${EXAMPLES[key] ?? ''}\`, yaani orodha ya maneno.`,
  FILE_BINARY: () => 'Faili si ya maandishi: hifadhi maandishi yake kama UTF-8.',
  FILE_EMPTY: () => 'Faili ni tupu: andika makala ndani yake au iondoe.',
  FILE_NOT_UTF_8: () => 'Faili si UTF-8 mahali hapa: ihifadhi kama UTF-8.',
  FILE_TOO_LARGE: ({ size = '' }) => `Faili inazidi MB 5 (MB ${size}): igawanye.`,
  FILE_UNREADABLE: ({ cause = '' }) =>
    `Faili haiwezi kusomwa (${cause}): hakikisha kwamba ipo, na uangalie jina na ruhusa zake.`,
  FILE_UTF_16: () => 'Faili ni UTF-16: ihifadhi kama UTF-8.',
  FOLDER_UNREADABLE: ({ cause = '' }) => `Folda haiwezi kusomwa (${cause}): angalia ruhusa zake.`,
  FORMAT_UNKNOWN: () => 'Faili haisomwi: ihifadhi kama .md, .txt au .html.',
  FRONT_MATTER_ENDS_EARLY: ({ known = '' }) =>
    `Mstari wa vistari vitatu (---) unamaliza utangulizi mapema mno, au hauna hata neno moja kati ya haya: ${known}.`,
  FRONT_MATTER_INVALID: ({ cause = '' }) =>
    `Utangulizi wa faili si YAML sahihi (${cause}): thamani yenye nukta mbili, # au ! inahitaji alama za kunukuu.`,
  FRONT_MATTER_OPEN: () =>
    'Utangulizi wa faili unaoanzia hapa hauna mwisho: ufunge kwa mstari wa vistari vitatu (---).',
  FRONT_MATTER_TOO_DEEP: () => `YAML ina viwango vingi mno vya ndani: andika ${LINE_SHAPE}.`,
  FRONT_MATTER_UNEDITABLE: () =>
    'Utangulizi wa faili umeandikwa kwa namna isiyoweza kubadilishwa kutoka hapa: ubadilishe katika faili.',
  FRONT_MATTER_WITHOUT_KEYS: () => `Utangulizi wa faili lazima uwe ${LINE_SHAPE}.`,
  GLOSSARY_INVALID: ({ cause = '' }) => `Faharasa si YAML sahihi (${cause}): ${ENTRY_SHAPE}.`,
  GLOSSARY_NO_LIST: () => `Faharasa lazima iwe orodha: ${ENTRY_SHAPE}.`,
  GLOSSARY_TOO_DEEP: () => `YAML ina viwango vingi mno vya ndani: ${ENTRY_SHAPE}.`,
  GLOSSARY_TOO_LARGE: ({ size = '' }) => `Faharasa inazidi kB 200 (kB ${size}): ondoa baadhi ya maingizo.`,
  GLOSSARY_UNREADABLE: ({ cause = '' }) => `Faharasa haiwezi kuchambuliwa (${cause}): ${ENTRY_SHAPE}.`,
  ID_TAKEN: ({ id = '', file = '' }) =>
    `Kitambulisho cha makala, ${id}, tayari ni cha ${file}: badilisha jina la moja kati ya faili hizo.`,
  KEY_UNKNOWN: ({ key = '', known = '' }) =>
    `Ufunguo \`${key}\` haujulikani; funguo zinazojulikana ni ${known}.`,
  LINK_BROKEN: ({ cause = '' }) => `Kiungo hakielekezi popote (${cause}): kirekebishe au kiondoe.`,
  LINK_LEADS_OUT: () => 'Kiungo kinaelekeza nje ya folda ya makala: weka nakala ya faili hapa.',
  NOT_A_FILE: () => 'Si faili: iondoe kwenye folda ya makala.',
  NOT_A_FILE_OR_FOLDER: () => 'Si faili wala si folda: iondoe kwenye folda ya makala.',
  NO_ARTICLE_TEXT: () => 'Hakuna maandishi ya makala ndani yake: yaweke, au ondoa faili.',
  NO_PARAGRAPH: () => 'Hakuna aya ya kunukuu: ongeza maandishi ya makala.',
  PAGE_TOO_DEEP: () => 'Ukurasa una viwango vingi mno vya ndani: hifadhi maandishi yake kama .txt.',
  PAGE_TOO_MANY_TAGS: () => 'Ukurasa una tagi nyingi mno: hifadhi maandishi yake kama .txt.',
  PAGE_TOO_SHORT: ({ words = '' }) => `Ukurasa una maneno ${words} tu: bandika makala, au itume kama faili.`,
  PARAGRAPH_TOO_MUCH_MARKUP: () =>
    'Aya moja ina alama nyingi mno za umbizo: ondoa *, _, [ na < zisizo za umbizo.',
  PDF_BROKEN: () => 'PDF imeharibika: ihifadhi upya, au bandika makala.',
  PDF_LOCKED: () => 'PDF imefungwa kwa nenosiri: ihifadhi bila nenosiri.',
  PDF_TOO_LARGE: () => 'PDF inapanuka kupita kiasi kinachoweza kusomwa: tuma kurasa za makala pekee.',
  PDF_TOO_LONG: ({ pages = '' }) => `PDF ina kurasa zaidi ya ${pages}: tuma zile za makala pekee.`,
  PDF_WITHOUT_TEXT: () => 'PDF haina maandishi, labda ni picha yake tu: bandika makala.',
  TERM_NOT_TEXT: () => 'Neno la faharasa lazima liwe maandishi: liweke ndani ya alama za kunukuu.',
  TERM_REPEATED: ({ term = '', line = '' }) =>
    `"${term}" tayari limo katika ingizo la mstari ${line}: liondoe kwenye moja kati ya maingizo hayo.`,
  TERM_TOO_LONG: ({ term = '', words = '', chars = '' }) =>
    `"${term}" ni refu mno: mwisho ni maneno ${words} na herufi ${chars}.`,
  TERM_WITHOUT_LETTERS: () => 'Neno la faharasa lazima liwe na herufi au tarakimu: andika neno, au liondoe.',
  TEXT_NOT_PLAIN: () =>
    'Maandishi yake hayawezi kuandikwa bila kubadilishwa: yahifadhi kama maandishi ya kawaida.',
  TEXT_TOO_DEEP: () =>
    'Maandishi yana viwango vingi mno vya ndani: ondoa alama za nje za nukuu au za orodha.',
  TEXT_TOO_MANY_LINES: ({ most = '' }) => `Maandishi yana zaidi ya mistari ${most}: yagawanye.`,
  TEXT_UNREADABLE: ({ cause = '' }) =>
    `Maandishi hayawezi kuchambuliwa (${cause}): yahifadhi kama maandishi matupu.`,
  VALUE_MISSING: ({ key = '' }) => `\`${key}\` haipo: iandike.`,
  VALUE_NO_ADDRESS: ({ key = '' }) => `\`${key}\` lazima iwe anwani inayoanza na https:// au http://.`,
  VALUE_NO_DATE: ({ key = '' }) => `\`${key}\` lazima iwe tarehe kama 2023-08-16, 2023-08 au 2023.`,
  VALUE_NO_LANGUAGE: ({ key = '' }) => `\`${key}\` lazima iwe msimbo wa lugha kama en au sw.`,
  VALUE_NO_LIST: ({ key = '' }) =>
    `\`${key}\` lazima iwe orodha ya maandishi, au maandishi yaliyotenganishwa kwa mkato.`,
  VALUE_NO_TEXT: ({ key = '' }) => `\`${key}\` lazima iwe maandishi.`,
  VALUE_NO_WITHDRAWAL: ({ key = '' }) =>
    `\`${key}\` lazima iwe na mistari miwili yake, kama \`  on: 2023-08-16\` na \`  reason: …\`.`,
  VALUE_TOO_LONG: ({ key = '', most = '' }) => `\`${key}\` lazima iwe na herufi zisizozidi ${most}.`,
};
