import type { CorpusSummary } from '../model/corpus.js';
import { ANSWER_RETENTION_DAYS } from '../model/limits.js';
import type { Progress } from '../model/log.js';
import { formatDate } from '../model/partial-date.js';
import { EXAMPLES, formatCount, type ProblemSentences, type SameShape, sayProblem } from './catalogue.js';
import type { ENGLISH_CITATIONS, ENGLISH_CORPUS, ENGLISH_DESK } from './english-corpus.js';

export const SWAHILI_DESK: SameShape<typeof ENGLISH_DESK> = {
  confirm: 'Thibitisha',
  cancel: 'Ghairi',
  add: 'Ongeza',
  redact: 'Futa nukuu',
  changeDetails: 'Badilisha maelezo',
  reopen: 'Fungua fomu tena',
  cancelled: 'Imeghairiwa. Hakuna kilichobadilika.',
  draftUnkept:
    'Hifadhidata yangu haiwezi kuhifadhi hili kwa sasa, kwa hiyo haliwezi kuthibitishwa. Tafadhali jaribu tena baadaye; likiendelea, mwambie anayeendesha boti.',
  changeDone: 'Imefanyika.',
  changePreviewed: 'Haya ndiyo yangebadilika. Bado hakuna kilichobadilika.',
  changeFailed: 'Badiliko limeshindwa. Makala zilizopakiwa awali bado zinajibu.',

  pasteTitle: 'Ongeza makala',
  pasteField: (part) => (part === 1 ? 'Maandishi, kichwa kwanza' : `Maandishi, sehemu ya ${part}`),
  detailsTitle: 'Maelezo ya makala',
  details: {
    title: 'Kichwa',
    outlet: 'Chombo cha habari',
    published: 'Tarehe',
    url: 'Kiungo',
    caution: 'Tahadhari',
  },
  dateHint: '2023-08-16, 2023-08 au 2023',
  author: 'Mwandishi',
  addOnlyOne: 'Toa kiungo au faili, si vyote viwili.',
  attachmentRefused: {
    'too-large': 'Faili inazidi MB 5. Tuma maandishi ya makala pekee.',
    unreachable: 'Sikuweza kupata faili kutoka Discord. Tafadhali itume tena.',
  },
  addPreview: 'Hivi ndivyo makala itakavyoonekana. Bado hakuna kilichoongezwa.',
  repeats: 'Inarudia:',
  repeatsNow: 'Hakuna kilichoongezwa: tangu hii ionyeshwe, imeongezwa makala ambayo hii inairudia.',
  sameAddress: 'anwani ileile',
  sameText: (percent) => `maandishi yanafanana kwa asilimia ${percent}`,

  editTitle: 'Hariri maelezo ya juu',
  editField: 'Maelezo ya juu',
  editHint: 'YAML: kila mstari una ufunguo mmoja na thamani yake',
  editTooLong: 'Maelezo ya juu yanazidi herufi 4,000, hayatoshi katika fomu. Yahariri katika faili yake.',
  editStale:
    'Hakuna kilichohifadhiwa: maelezo ya juu yalibadilishwa ulipokuwa ukiyahariri. Tazama makala ilivyo sasa kabla ya kuhifadhi tena.',
  typedInFile: 'Ulichoandika kimo katika faili, kwa kuwa hifadhidata yangu haiwezi kukihifadhi kwa sasa.',

  quoting: (count) =>
    count === 1
      ? `Jibu 1 la hadharani la siku ${ANSWER_RETENTION_DAYS} zilizopita liliinukuu:`
      : `Majibu ${count} ya hadharani ya siku ${ANSWER_RETENTION_DAYS} zilizopita yaliinukuu:`,
  quotingNone: `Hakuna jibu la hadharani la siku ${ANSWER_RETENTION_DAYS} zilizopita lililoinukuu.`,
  quotingUnread: 'Majibu ya hadharani yaliyoinukuu hayawezi kusomwa kwa sasa.',
  redactOffer: 'Je, nifute nukuu zilizomo? Marejeo yatabaki.',
  redacting: (count) => `Ninafuta nukuu katika ${count === 1 ? 'jibu 1' : `majibu ${count}`} …`,
  redactedQuote: (date, reason) => `Iliondolewa tarehe ${date}: ${reason}`,
  redacted: (count) => `Majibu ambayo nukuu zake zimefutwa: ${count}`,
  redactedBefore: (count) => `Majibu ambayo hayainukuu tena: ${count}`,
  redactGone: (count) => `Majibu yaliyofutwa yote: ${count}`,
  redactFailed: (count) => `Majibu ambayo Discord hainiruhusu kuyahariri: ${count}`,

  listEmpty: 'Hakuna.',
  historyHeading: 'Hali za makala, mpya zaidi kwanza',
  loadedNow: 'imepakiwa sasa',
  revisionKept: 'inaweza kurudiwa',
  revisionNotKept: 'haihifadhiwi tena',
  pinsHeading: (count) => `Maswali yaliyobandikwa: ${count}`,
  pinAnswered: 'linajibiwa',
  pinUnanswered: 'halijibiwi',
  pinned: 'Limebandikwa:',
  unpinned: 'Limebanduliwa:',
  pinMet: 'Makala hiyo inalijibu sasa.',
  pinUnmet: 'Makala hiyo bado hailijibu.',
  pinUnknown: 'Hakuna swali kama hilo lililobandikwa. /corpus pins inayaorodhesha.',
  gapsHeading: (days) =>
    days === 1
      ? 'Yaliyoulizwa katika siku 1 iliyopita bila kujibiwa'
      : `Yaliyoulizwa katika siku ${days} zilizopita bila kujibiwa`,
  gapsOff: 'Maswali yasiyo na jibu hayahifadhiwi: GAPS_DAYS ni 0.',
  gapCounts: (asked, members, votedDown) =>
    `limeulizwa mara ${asked} na wanachama ${members}${votedDown === 0 ? '' : `, limepigiwa kura ya kukataa mara ${votedDown}`}`,
  votesHeading: (up, down) => `Kura: ${up} za kukubali, ${down} za kukataa`,
  voteCounts: (up, down) => `${up} za kukubali, ${down} za kukataa`,
  logHeading: 'Yaliyofanywa hivi karibuni',
  byItself: 'boti yenyewe',
  changeHeld:
    'Haijapakiwa, kwa kuwa kitu kingepotea. /corpus reload inaionyesha, na kuipakia ikithibitishwa.',
  actions: {
    start: 'Nimeanza',
    reload: 'Makala zimepakiwa upya',
    watch: 'Folda imebadilika',
    add: 'Makala imeongezwa',
    edit: 'Makala imehaririwa',
    withdraw: 'Makala imeondolewa',
    restore: 'Makala imerudishwa',
    rollback: 'Hali ya awali imerudishwa',
    import: 'Makala zimeingizwa',
    strike: 'Nukuu zimefutwa',
    pin: 'Swali limebandikwa',
    unpin: 'Swali limebanduliwa',
    settings: 'Mipangilio imebadilishwa',
  },
  moderatorCommands: 'Kwa wasimamizi',
  commandHelp: {
    status: 'inaonyesha kilichopakiwa',
    reload: 'inapakia folda upya',
    add: 'inaongeza makala kutoka kiungo, faili au maandishi yaliyobandikwa',
    edit: 'inabadilisha maelezo ya juu ya makala',
    withdraw: 'inaondoa makala katika majibu yote mara moja',
    restore: 'inarudisha makala iliyoondolewa',
    history: 'inaorodhesha hali zilizotoa majibu',
    rollback: 'inarudi kwenye mojawapo ya hali hizo',
    pin: 'inabandika swali kwa makala inayopaswa kulijibu',
    unpin: 'inabandua swali lililobandikwa',
    pins: 'inaorodhesha maswali yaliyobandikwa',
    gaps: 'inaorodhesha yaliyoulizwa bila kujibiwa',
    votes: 'inahesabu kura',
    log: 'inaorodhesha yaliyofanywa hivi karibuni',
  },

  passageDiffers: 'Yaliyokatwa kwa mstari hayapo tena, yaliyokolezwa ni mapya:',
  passageGone: (number) => `[${number}] hakimo tena katika makala.`,
};

/** CLDR's abbreviations for Swahili. */
const MONTHS = ['Jan', 'Feb', 'Mac', 'Apr', 'Mei', 'Jun', 'Jul', 'Ago', 'Sep', 'Okt', 'Nov', 'Des'];

export const SWAHILI_CITATIONS: SameShape<typeof ENGLISH_CITATIONS> = {
  date: (date) => formatDate(date, MONTHS),
  outletUnknown: 'chombo cha habari hakijulikani',
  dateUnknown: 'tarehe haijulikani',
  authorUnknown: 'mwandishi hajulikani',
  noLink: 'hakuna kiungo',
  linkTooLong: 'kiungo ni kirefu mno kuonyeshwa',
  open: 'fungua',
  noHeadline: (title) => `${title} (bila kichwa)`,
  paragraphs: ({ from, to, of }) => (from === to ? `¶${from} kati ya ${of}` : `¶${from}–${to} kati ya ${of}`),
  caution: (text) => `Tahadhari: ${text}`,
};

const ENTRY_SHAPE = `andika kila ingizo kama \`- en: ${EXAMPLES['en']}\` na, chini yake, \`sw: ${EXAMPLES['sw']}\``;
const LINE_SHAPE = 'mistari ya muundo `key: value`';

export const SWAHILI_PROBLEMS: ProblemSentences = {
  CHARSET_UNKNOWN: ({ charset }) =>
    `Ukurasa unasema kwamba ni ${charset}, ambayo haiwezi kusomwa: uhifadhi kama UTF-8.`,
  ENTRY_INVALID: () => `Ingizo lazima liwe orodha mbili: ${ENTRY_SHAPE}.`,
  ENTRY_LIST_EMPTY: ({ key }) => `\`${key}\` ni tupu: weka neno kwenye orodha, au ondoa ingizo hilo.`,
  ENTRY_LIST_MISSING: ({ key }) => `Ingizo linahitaji \`${key}: ${EXAMPLES[key]}\`, yaani orodha ya maneno.`,
  FILE_BINARY: () => 'Faili si ya maandishi: hifadhi maandishi yake kama UTF-8.',
  FILE_EMPTY: () => 'Faili ni tupu: andika makala ndani yake au iondoe.',
  FILE_NOT_UTF_8: () => 'Faili si UTF-8 mahali hapa: ihifadhi kama UTF-8.',
  FILE_TOO_LARGE: ({ size }) => `Faili inazidi MB 5 (MB ${size}): igawanye.`,
  FILE_UNREADABLE: ({ cause }) =>
    `Faili haiwezi kusomwa (${cause}): hakikisha kwamba ipo, na uangalie jina na ruhusa zake.`,
  FILE_UTF_16: () => 'Faili ni UTF-16: ihifadhi kama UTF-8.',
  FOLDER_UNREADABLE: ({ cause }) => `Folda haiwezi kusomwa (${cause}): angalia ruhusa zake.`,
  FORMAT_UNKNOWN: () => 'Faili haisomwi: ihifadhi kama .md, .txt au .html.',
  FRONT_MATTER_ENDS_EARLY: ({ known }) =>
    `Mstari wa vistari vitatu (---) unamaliza utangulizi mapema mno, au hauna hata neno moja kati ya haya: ${known}.`,
  FRONT_MATTER_INVALID: ({ cause }) =>
    `Utangulizi wa faili si YAML sahihi (${cause}): thamani yenye nukta mbili, # au ! inahitaji alama za kunukuu.`,
  FRONT_MATTER_OPEN: () =>
    'Utangulizi wa faili unaoanzia hapa hauna mwisho: ufunge kwa mstari wa vistari vitatu (---).',
  FRONT_MATTER_TOO_DEEP: () => `YAML ina viwango vingi mno vya ndani: andika ${LINE_SHAPE}.`,
  FRONT_MATTER_UNEDITABLE: () =>
    'Utangulizi wa faili umeandikwa kwa namna isiyoweza kubadilishwa kutoka hapa: ubadilishe katika faili.',
  FRONT_MATTER_WITHOUT_KEYS: () => `Utangulizi wa faili lazima uwe ${LINE_SHAPE}.`,
  GLOSSARY_INVALID: ({ cause }) => `Faharasa si YAML sahihi (${cause}): ${ENTRY_SHAPE}.`,
  GLOSSARY_NO_LIST: () => `Faharasa lazima iwe orodha: ${ENTRY_SHAPE}.`,
  GLOSSARY_TOO_DEEP: () => `YAML ina viwango vingi mno vya ndani: ${ENTRY_SHAPE}.`,
  GLOSSARY_TOO_LARGE: ({ size }) => `Faharasa inazidi kB 200 (kB ${size}): ondoa baadhi ya maingizo.`,
  GLOSSARY_UNREADABLE: ({ cause }) => `Faharasa haiwezi kuchambuliwa (${cause}): ${ENTRY_SHAPE}.`,
  ID_TAKEN: ({ id, file }) =>
    `Kitambulisho cha makala, ${id}, tayari ni cha ${file}: badilisha jina la moja kati ya faili hizo.`,
  KEY_UNKNOWN: ({ key, known }) => `Ufunguo \`${key}\` haujulikani; funguo zinazojulikana ni ${known}.`,
  LINK_BROKEN: ({ cause }) => `Kiungo hakielekezi popote (${cause}): kirekebishe au kiondoe.`,
  LINK_LEADS_OUT: () => 'Kiungo kinaelekeza nje ya folda ya makala: weka nakala ya faili hapa.',
  NOT_A_FILE: () => 'Si faili: iondoe kwenye folda ya makala.',
  NOT_A_FILE_OR_FOLDER: () => 'Si faili wala si folda: iondoe kwenye folda ya makala.',
  NO_ARTICLE_TEXT: () => 'Hakuna maandishi ya makala ndani yake: yaweke, au ondoa faili.',
  NO_PARAGRAPH: () => 'Hakuna aya ya kunukuu: ongeza maandishi ya makala.',
  PAGE_TOO_DEEP: () => 'Ukurasa una viwango vingi mno vya ndani: hifadhi maandishi yake kama .txt.',
  PAGE_TOO_MANY_TAGS: () => 'Ukurasa una tagi nyingi mno: hifadhi maandishi yake kama .txt.',
  PAGE_TOO_SHORT: ({ words }) => `Ukurasa una maneno ${words} tu: bandika makala, au itume kama faili.`,
  PARAGRAPH_TOO_MUCH_MARKUP: () =>
    'Aya moja ina alama nyingi mno za umbizo: ondoa *, _, [ na < zisizo za umbizo.',
  PDF_BROKEN: () => 'PDF imeharibika: ihifadhi upya, au bandika makala.',
  PDF_LOCKED: () => 'PDF imefungwa kwa nenosiri: ihifadhi bila nenosiri.',
  PDF_TOO_LARGE: () => 'PDF inapanuka kupita kiasi kinachoweza kusomwa: tuma kurasa za makala pekee.',
  PDF_TOO_LONG: ({ pages }) => `PDF ina kurasa zaidi ya ${pages}: tuma zile za makala pekee.`,
  PDF_WITHOUT_TEXT: () => 'PDF haina maandishi, labda ni picha yake tu: bandika makala.',
  TERM_NOT_TEXT: () => 'Neno la faharasa lazima liwe maandishi: liweke ndani ya alama za kunukuu.',
  TERM_REPEATED: ({ term, line }) =>
    `"${term}" tayari limo katika ingizo la mstari ${line}: liondoe kwenye moja kati ya maingizo hayo.`,
  TERM_TOO_LONG: ({ term, words, chars }) =>
    `"${term}" ni refu mno: mwisho ni maneno ${words} na herufi ${chars}.`,
  TERM_WITHOUT_LETTERS: () => 'Neno la faharasa lazima liwe na herufi au tarakimu: andika neno, au liondoe.',
  TEXT_NOT_PLAIN: () =>
    'Maandishi yake hayawezi kuandikwa bila kubadilishwa: yahifadhi kama maandishi ya kawaida.',
  TEXT_TOO_DEEP: () =>
    'Maandishi yana viwango vingi mno vya ndani: ondoa alama za nje za nukuu au za orodha.',
  TEXT_TOO_MANY_LINES: ({ most }) => `Maandishi yana zaidi ya mistari ${most}: yagawanye.`,
  TEXT_UNREADABLE: ({ cause }) =>
    `Maandishi hayawezi kuchambuliwa (${cause}): yahifadhi kama maandishi matupu.`,
  VALUE_MISSING: ({ key }) => `\`${key}\` haipo: iandike.`,
  VALUE_NO_ADDRESS: ({ key }) => `\`${key}\` lazima iwe anwani inayoanza na https:// au http://.`,
  VALUE_NO_DATE: ({ key }) => `\`${key}\` lazima iwe tarehe kama 2023-08-16, 2023-08 au 2023.`,
  VALUE_NO_LANGUAGE: ({ key }) => `\`${key}\` lazima iwe msimbo wa lugha kama en au sw.`,
  VALUE_NO_LIST: ({ key }) =>
    `\`${key}\` lazima iwe orodha ya maandishi, au maandishi yaliyotenganishwa kwa mkato.`,
  VALUE_NO_TEXT: ({ key }) => `\`${key}\` lazima iwe maandishi.`,
  VALUE_NO_WITHDRAWAL: ({ key }) =>
    `\`${key}\` lazima iwe na mistari miwili yake, kama \`  on: 2023-08-16\` na \`  reason: …\`.`,
  VALUE_TOO_LONG: ({ key, most }) => `\`${key}\` lazima iwe na herufi zisizozidi ${most}.`,
};

const STAGES: Readonly<Record<Progress['stage'], (progress: Progress) => string>> = {
  reading: ({ done, total }) => `Ninasoma ${countOf(done, total)} …`,
  analysing: ({ done, total }) => `Ninachanganua ${countOf(done, total)} …`,
  learning: ({ total }) => `Ninajifunza kutoka kwa makala ${formatCount(total)} …`,
};

export const SWAHILI_CORPUS: SameShape<typeof ENGLISH_CORPUS> = {
  corpusLine: (summary) =>
    `Mkusanyiko ${summary.revision} · ${countArticles(summary.articles)} · ${formatSpan(summary)}`,
  spanLine: (summary) =>
    summary.from === null ? 'Hakuna makala yenye tarehe.' : `Tarehe za makala: ${formatSpan(summary)}.`,
  countArticles,
  countPassages: (count) => (count === 1 ? 'kifungu 1' : `vifungu ${count}`),
  undatedArticles: (count) =>
    count === 1 ? '1 kati ya hizo haina tarehe' : `${count} kati ya hizo hazina tarehe`,
  withdrawnArticles: (count) => (count === 1 ? 'nyingine 1 imetenguliwa' : `nyingine ${count} zimetenguliwa`),
  outlets: 'Vyombo vya habari',
  loadedAt: (when) => `Zimepakiwa ${when}`,

  progress: (progress) => STAGES[progress.stage](progress),
  reloaded: 'Makala zimepakiwa upya.',
  previewed: 'Haya ndiyo mabadiliko ambayo upakiaji upya ungeleta. Bado hakuna kilichobadilika.',
  held: 'Bado hakuna kilichobadilika: kuna kitakachopotea. Soma yaliyo hapa chini kabla ya kuendelea.',
  unrecorded: 'Lakini hili halikuweza kuandikwa katika kumbukumbu ya ukaguzi.',
  pinsUnread: 'Maswali yaliyobandikwa hayakuweza kusomwa, kwa hiyo hayakukaguliwa.',
  pinsKept: (count) => `Maswali yaliyobandikwa ambayo bado yanajibiwa: ${count}`,
  pinsLost: (count) => `Maswali yaliyobandikwa ambayo yangepotea: ${count}`,
  pinsUnmet: (count) => `Maswali yaliyobandikwa yasiyojibiwa awali wala sasa: ${count}`,
  pin: (question, articleId) => `“${question}” — ${articleId}`,
  acceptHint: (revision) => `Ili kuendelea hata hivyo: /corpus reload accept:${revision}`,
  reloadFailed: 'Upakiaji upya umeshindwa. Makala zilizopakiwa awali bado zinajibu.',
  unchanged: 'Hakuna makala iliyobadilika.',
  added: (count) => `${count === 1 ? 'Iliyoongezwa' : 'Zilizoongezwa'}: ${count}`,
  changed: (count) => `${count === 1 ? 'Iliyobadilika' : 'Zilizobadilika'}: ${count}`,
  removed: (count) => `${count === 1 ? 'Iliyoondolewa' : 'Zilizoondolewa'}: ${count}`,
  withdrawn: (count) => `${count === 1 ? 'Iliyotenguliwa' : 'Zilizotenguliwa'}: ${count}`,
  restored: (count) => `${count === 1 ? 'Iliyorejeshwa' : 'Zilizorejeshwa'}: ${count}`,
  glossaryChanged: 'Faharasa imebadilika.',
  revisions: (before, after) =>
    before === after ? `Mkusanyiko ${after}` : `Mkusanyiko ${before} → ${after}`,
  rejected: (count) => (count === 1 ? 'tatizo 1' : `matatizo ${count}`),
  problem: ({ file, line, hasFallback = false, ...problem }) =>
    `${sayPlace(file, line)}${sayProblem(SWAHILI_PROBLEMS, problem)}${hasFallback ? ' Kilichoweza kusomwa awali kinabaki.' : ''}`,
  restInFile: (lines) =>
    lines === 1 ? '… na mstari 1 zaidi; faili ina yote.' : `… na mistari ${lines} zaidi; faili ina yote.`,
};

function countOf(done: number, total: number): string {
  return `makala ${formatCount(done)} kati ya ${formatCount(total)}`;
}

function countArticles(count: number): string {
  return `makala ${count}`;
}

function formatSpan({ from, to }: CorpusSummary): string {
  if (from === null || to === null) return 'tarehe hazijulikani';
  return from === to
    ? SWAHILI_CITATIONS.date(from)
    : `${SWAHILI_CITATIONS.date(from)} – ${SWAHILI_CITATIONS.date(to)}`;
}

/** Leaves out the file of a text that has none yet. */
function sayPlace(file: string, line: number | null): string {
  if (file === '') return line === null ? '' : `Mstari ${line}: `;
  return line === null ? `${file}: ` : `${file}, mstari ${line}: `;
}
