import type { ENGLISH_DESK } from '../english/desk.js';
import type { SameShape } from '../same-shape.js';

export const SWAHILI_DESK: SameShape<typeof ENGLISH_DESK> = {
  confirm: 'Thibitisha',
  cancel: 'Ghairi',
  add: 'Ongeza',
  strike: 'Futa nukuu',
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
      ? 'Jibu 1 la hadharani la siku 30 zilizopita liliinukuu:'
      : `Majibu ${count} ya hadharani ya siku 30 zilizopita yaliinukuu:`,
  quotingNone: 'Hakuna jibu la hadharani la siku 30 zilizopita lililoinukuu.',
  quotingUnread: 'Majibu ya hadharani yaliyoinukuu hayawezi kusomwa kwa sasa.',
  strikeOffer: 'Je, nifute nukuu zilizomo? Marejeo yatabaki.',
  striking: (count) => `Ninafuta nukuu katika ${count === 1 ? 'jibu 1' : `majibu ${count}`} …`,
  struckQuote: (date, reason) => `Iliondolewa tarehe ${date}: ${reason}`,
  struck: (count) => `Majibu ambayo nukuu zake zimefutwa: ${count}`,
  struckBefore: (count) => `Majibu ambayo hayainukuu tena: ${count}`,
  strikeGone: (count) => `Majibu yaliyofutwa yote: ${count}`,
  strikeFailed: (count) => `Majibu ambayo Discord hainiruhusu kuyahariri: ${count}`,

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
