import type { MissingWord } from '../answering/answer.js';
import type { TermOrigin } from '../answering/expand-question.js';
import type { Features } from '../answering/features.js';
import type { VoteReason } from '../model/state.js';
import { joinWords, type SameShape } from './catalogue.js';
import type {
  ENGLISH_ANSWERS,
  ENGLISH_FIND_SOURCES,
  ENGLISH_HELP,
  ENGLISH_RETENTION,
  ENGLISH_MENTIONS,
  ENGLISH_BUTTONS,
  ENGLISH_SETTINGS,
  ENGLISH_SHARING,
  ENGLISH_VOTES,
  ENGLISH_WHY,
  Sentences,
} from './english.js';
import { SWAHILI_CITATIONS, SWAHILI_CORPUS, SWAHILI_DESK, SWAHILI_PROBLEMS } from './swahili-corpus.js';
import { SWAHILI_FAULTS } from './swahili-faults.js';

const SWAHILI_ANSWERS: SameShape<typeof ENGLISH_ANSWERS> = {
  closest: 'Sina uhakika kama vifungu hivi vinajibu swali lako, lakini ndivyo vilivyo karibu zaidi:',
  nothingFound: 'Sikupata chochote kuhusu hilo katika makala.',
  nothingLeft: 'Hakuna makala inayolingana na vichujio hivi.',
  greeting: (example) =>
    `Habari! Niulize kuhusu yale ambayo makala zinasema${example === null ? '.' : `, kwa mfano: “${example}”`}`,
  missing: (words, left = 0) =>
    [
      ...sayNowhere(words.filter(({ reason }) => reason === 'nowhere')),
      ...sayNotQuoted(words.filter(({ reason }) => reason === 'not in this passage')),
      ...(left === 0
        ? []
        : [left === 1 ? 'Neno moja zaidi pia halimo.' : `Maneno ${left} zaidi pia hayamo.`]),
    ].join(' '),
  respelled: (respellings, left = 0) =>
    `Haya ni matokeo ya ${joinSome(
      respellings.map(({ word, searched }) => `“${searched}” (uliandika “${word}”)`),
      left,
    )}.`,
  searchedAlso: (phrases, left = 0) => `Pia nimetafuta: ${joinSome(phrases, left)}.`,
  searchedOnly: (filters) => `Nimetafuta tu: ${filters.join(' · ')}`,
  searchedAll: (filters) =>
    `Hakuna linalojibu katika makala hizi (${filters.join(' · ')}), kwa hivyo nimetafuta katika zote.`,
  byAuthor: (author) => `na ${author}`,
  tagged: (tag) => `yenye lebo ya ${tag}`,
  sinceDate: (date) => `tangu ${date}`,
  untilDate: (date) => `hadi ${date}`,
  alsoIn: 'Pia katika:',
  otherFigures: 'Takwimu tofauti katika:',
  andMore,
  nearest: 'Makala ambazo huenda zinahusiana:',
  undatedLeftOut: (count) =>
    count === 1 ? 'Makala moja isiyo na tarehe imeachwa.' : `Makala ${count} zisizo na tarehe zimeachwa.`,
  moreRanked: (count) =>
    count === 1 ? 'Kifungu kimoja zaidi kinalingana.' : `Vifungu ${count} zaidi vinalingana.`,
  askedBy: (who) => `Swali la ${who}`,
  askedAnew: (before, after) =>
    `Makala zimebadilika tangu swali hili liulizwe (${before} → ${after}), kwa hivyo limeulizwa upya.`,
  contextAnew: (before, after) =>
    `Makala zimebadilika tangu swali hili liulizwe (${before} → ${after}); vifungu vilivyo hapo juu havijabadilika.`,
  tooLong: 'Kifungu hiki ni kirefu mno kuonyeshwa hapa. Kifungue kwa /source.',
};

const TERM_ORIGINS: Readonly<Record<TermOrigin, (word: string, text: string) => string>> = {
  question: (word) => `“${word}”`,
  spelling: (word, text) => `“${text}”, kama tahajia ya “${word}”`,
  compound: (word, text) => `“${text}”, kwa “${word}”`,
  relative: (word, text) => `“${text}”, kama umbo la “${word}”`,
  synonym: (word, text) => `“${text}”, lenye maana sawa na “${word}”`,
  acronym: (word, text) => `“${text}”, ambayo makala hutumia kwa “${word}”`,
  glossary: (word, text) => `“${text}”, ambayo faharasa inatoa kwa “${word}”`,
};

const FEATURES: Readonly<Record<keyof Features, string>> = {
  headline: 'kiasi cha kichwa cha habari kinachotajwa na swali',
  pairs: 'kiasi cha swali ambacho maneno yake yako pamoja humo pia',
  sentence: 'kiasi cha swali kilicho katika sentensi yake bora',
  lead: 'kiasi cha swali kilicho katika sentensi yake ya kwanza',
  names: 'kiasi cha majina ya swali kilicho ndani yake',
  answerType: 'jinsi kinavyobeba kinachoulizwa (nani, wapi, lini, ngapi)',
  article: 'jinsi kifungu kingine cha makala hiyo kinavyolingana',
  dates: 'jinsi kinavyokubaliana na tarehe za swali',
  phrases: 'kama kina maneno yaliyonukuliwa, kwa mpangilio wake',
  facts: 'kiasi cha swali kilicho katika mwandishi na lebo zake',
  follows: 'kiasi cha swali kilicho katika aya iliyotangulia',
  order: 'jinsi kilivyo karibu na kipya au cha zamani zaidi, kama ilivyoulizwa',
  denial: 'kama kinakubali au kukanusha kama swali',
};

const SWAHILI_WHY: SameShape<typeof ENGLISH_WHY> = {
  whyHeading: 'Kwa nini vifungu hivi',
  whyScore: (number, score, decimals = 2) => `[${number}] kimepata alama ${score.toFixed(decimals)}:`,
  whyTerm: ({ word, text, origin }) => TERM_ORIGINS[origin](word, text),
  whyFeature: (feature) => FEATURES[feature],
  whyValue: (value) => `${value.toFixed(2)} kati ya 1`,
  whySmaller: (count) => `nyingine ${count} ndogo`,
  whyShare: (share) => `${Math.round(share * 100)} %`,
  whyMoved: (number) => `[${number}] hakimo tena kati ya vifungu vya kwanza vya swali hili.`,
  whyAnew: (before, after) =>
    `Makala zimebadilika tangu swali hili liulizwe (${before} → ${after}); hivi ndivyo vifungu vinavyopangwa sasa.`,
  whyWithdrawn: (number, { on, reason }) =>
    `[${number}] inatoka katika makala iliyotenguliwa tarehe ${SWAHILI_CITATIONS.date(on)}: ${reason}`,
};

const SWAHILI_FIND_SOURCES: SameShape<typeof ENGLISH_FIND_SOURCES> = {
  wordForWord: 'Imenukuliwa neno kwa neno:',
  nearly:
    'Imenukuliwa kwa ukaribu. Kwa herufi nzito ni yaliyo katika makala, yaliyokatwa kwa mstari ni ya ujumbe:',
  nearlyBrief: 'Imenukuliwa kwa ukaribu:',
  notQuoted: 'Haimo katika makala:',
  alsoQuotedIn: (articles) =>
    articles === 1 ? 'pia katika makala nyingine moja' : `pia katika makala nyingine ${articles}`,
  bearing: 'Vifungu vinavyohusu ujumbe huu:',
  noneBears: 'Hakuna kifungu kingine cha makala kinachohusu ujumbe huu.',
  nothingBears: 'Sikupata chochote katika makala kinachohusu ujumbe huu.',
  noText: 'Ujumbe huu hauna maneno ambayo ningeweza kuyatafuta.',
};

const SWAHILI_HELP: SameShape<typeof ENGLISH_HELP> = {
  does: 'Ninajibu maswali kwa kunukuu makala za habari: ninaonyesha aya zinazojibu, neno kwa neno, sentensi yenye jibu ikiwa kwa herufi nzito, na kutaja kila aya ilikochapishwa.',
  doesNot:
    'Siandiki kamwe jibu langu mwenyewe, sitafsiri nukuu, wala sijui chochote kisichokuwemo katika makala.',
  tryAsking: 'Jaribu kuuliza',
  commands: 'Amri',
  askCommand: 'hujibu swali kwa nukuu',
  closestCommand: 'huonyesha vifungu vilivyo karibu zaidi na swali la mwisho',
  sourceCommand: 'hufungua makala, ukurasa kwa ukurasa au kwenye aya fulani',
  statusCommand: 'husema kilichopakiwa',
  reloadCommand: 'hupakia makala upya',
  helpCommand: 'husema ninachofanya',
  quitCommand: 'hufunga dirisha hili la amri',
  closestHint: (command) => `${command} huonyesha vifungu vilivyo karibu zaidi.`,
  terminalHint: 'Andika swali, au /help. Maliza kwa /quit au Ctrl+C.',
};

const SWAHILI_MENTIONS: SameShape<typeof ENGLISH_MENTIONS> = {
  mentionedWithoutQuestion: 'Ungependa kujua nini? Nitaje pamoja na swali lako, au tumia /ask.',
  mentionHint: 'Katika chaneli unaweza pia kunitaja pamoja na swali lako.',
};

const SWAHILI_BUTTONS: SameShape<typeof ENGLISH_BUTTONS> = {
  why: 'Kwa nini',
  context: (number) => `Muktadha ${number}`,
  fold: (number) => `Kunja ${number}`,
  widen: (number) => `Panua ${number}`,
  more: 'Zaidi',
  showClosest: 'Onyesha vifungu vya karibu',
  searchWithoutFilters: 'Tafuta bila vichujio',
  back: 'Rudi mwanzo',
  delete: 'Futa',
  share: 'Shiriki',
  shared: 'Limeshirikiwa',
  previousPage: 'Uliotangulia',
  nextPage: 'Unaofuata',

  passageChanged: 'Kifungu kimoja cha jibu hili kimebadilika tangu kionyeshwe. Tafadhali uliza tena.',
  articleGone: 'Makala hii haimo tena miongoni mwa makala zilizopo.',
  noClosest: 'Hakuna vifungu vya karibu vya kuonyesha.',
  noMore: 'Hakuna vifungu zaidi vya swali hili.',
  messageUnreadable: 'Siwezi tena kusoma ujumbe wangu huu. Tafadhali uliza tena.',
  commandUnknown: 'Sina tena amri hii. Andika / ili kuona nilizo nazo.',
  buttonUnknown: 'Kitufe hiki ni cha toleo langu la zamani. Tafadhali uliza tena.',
  onlyAskerDeletes:
    'Anayeweza kufuta ujumbe huu ni aliyeuliza pekee, au mwanachama mwenye ruhusa ya kusimamia jumbe.',
  onlyManagers: 'Amri hii inahitaji ruhusa ya Manage Server.',
  onlyModerators:
    'Wasimamizi pekee wanaweza kufanya hivi: wanachama wenye ruhusa ya Manage Server, au wenye jukumu la msimamizi.',
  onlyWithHomeServer:
    'Makala zinaweza kubadilishwa kutoka Discord iwapo tu HOME_GUILD_ID itataja seva ya wasimamizi.',
  onlyHomeServer: 'Amri hii hufanya kazi tu katika seva ninakosimamiwa.',
  onlyOneServer:
    'Nimo katika seva zaidi ya moja, kwa hivyo hakuna anayeweza kupakia makala upya kutoka Discord hadi HOME_GUILD_ID itaje seva inayoruhusiwa.',
  ourFault: 'Hitilafu imetokea upande wangu. Tafadhali jaribu tena; ikiendelea, mwambie anayeniendesha.',
};

const SWAHILI_SETTINGS: SameShape<typeof ENGLISH_SETTINGS> = {
  settingsHeading: 'Mipangilio ya seva hii',
  settingsSaved: 'Imehifadhiwa. Mipangilio ya seva hii:',
  settingLanguage: (language) => `Lugha ya sentensi zangu: ${language}`,
  settingPrivate: (isPrivate) =>
    isPrivate
      ? 'Majibu: kwa anayeuliza pekee, isipokuwa swali liseme vingine'
      : 'Majibu: kwa wote, isipokuwa swali liseme vingine',
  settingVotes: (isOn) => `Kura chini ya majibu ya wote: ${isOn ? 'zipo' : 'hazipo'}`,
  settingMentions: (isOn) => `Maswali kwa kunitaja: ${isOn ? 'yanajibiwa' : 'hayajibiwi'}`,
  settingResults: (results) => `Vifungu katika jibu: visizidi ${results}`,
  settingMemberLimit: (count) => `Maswali kwa dakika, ya mwanachama mmoja: yasizidi ${count}`,
  settingServerLimit: (count) => `Maswali kwa dakika, ya seva nzima: yasizidi ${count}`,
  languageName: 'Kiswahili',
};

const REASONS: Readonly<Record<VoteReason, string>> = {
  'off-topic': 'Halihusu swali langu',
  'wrong-paragraph': 'Makala ni sahihi, lakini aya si sahihi',
  outdated: 'Limepitwa na wakati',
  other: 'Sababu nyingine',
};

const SWAHILI_VOTES: SameShape<typeof ENGLISH_VOTES> = {
  votedUp: 'Kura yako ya kuunga mkono jibu hili imehesabiwa. Bonyeza kitufe kile kingine ili kuibadilisha.',
  votedDown:
    'Kura yako ya kupinga jibu hili imehesabiwa, na sababu yake imehifadhiwa. Bonyeza kitufe kile kingine ili kuibadilisha.',
  voteFormTitle: 'Jibu hili lina kasoro gani?',
  voteFormLabel: 'Sababu',
  voteFormHint: 'Kura yako imekwisha kuhesabiwa, hata ukifunga fomu hii.',
  voteReason: (reason) => REASONS[reason],
  formUnknown: 'Fomu hii ni ya toleo langu la zamani, kwa hivyo hakuna kilichofanyika. Tafadhali anza tena.',
};

const SWAHILI_RETENTION: SameShape<typeof ENGLISH_RETENTION> = {
  keepsNothing: 'Sihifadhi chochote unachouliza.',
  keepsHeading: 'Ninachohifadhi, na kwa muda gani:',
  keepsAnswers: (days) =>
    `Majibu ya wazi katika seva: aliyeuliza, swali na vifungu vilivyonukuliwa, ${countDays(days)}, ili nukuu iweze kufutwa iwapo makala yake itaondolewa.`,
  keepsVotes: (days) =>
    `Kura: aliyepiga, jibu lililopigiwa, kura yenyewe na sababu yake, ${countDays(days)}.`,
  keepsGaps: (days) =>
    `Maswali ambayo hayakupata chochote, au ambayo majibu yake yalipigiwa kura ya kupinga, pamoja na aliyeuliza: ${countDays(days)}. Wasimamizi huyaona bila majina, na yale tu yaliyoulizwa na wanachama wawili au zaidi.`,
  keepsNoGaps: 'Maswali ambayo hayakupata chochote: sihifadhi.',
  keepsNoMore: 'Mengine unayouliza, na majibu ya faragha: sihifadhi chochote.',
  forgetCommand: 'hufuta ninachohifadhi kuhusu ulichouliza na kura ulizopiga',
  nothingKept: 'Hakuna cha kufuta: sihifadhi chochote kuhusu ulichouliza wala kura ulizopiga.',
  forgotten: (questions, votes) =>
    `Nimefuta kuhusu ulichouliza: ${questions}; kuhusu kura zako: ${votes}. Majibu yaliyo katika vituo yatabaki hadi yafutwe.`,
};

const SWAHILI_SHARING: SameShape<typeof ENGLISH_SHARING> = {
  openArticle: 'Fungua makala',
  sourcesSharedBy: (who) => `Vyanzo vilivyotafutwa na ${who}`,
  sourcesSharedFor: (who, message) => `Vyanzo vilivyotafutwa na ${who} kwa ajili ya ${message}`,
  thisMessage: 'ujumbe huu',
  sourcesChanged:
    'Makala moja kati ya vyanzo hivi imebadilika tangu vilipopatikana, kwa hivyo havishirikiwi. Tafadhali tumia Find sources tena.',
  findSourcesHint:
    'Ili kukagua yale ambayo ujumbe unasema na kunukuu, fungua menyu yake, kisha Apps, kisha Find sources: jibu ni lako pekee hadi utakapolishiriki.',
};

export const SWAHILI: Sentences = {
  ...SWAHILI_CITATIONS,
  ...SWAHILI_ANSWERS,
  ...SWAHILI_WHY,
  ...SWAHILI_CORPUS,
  ...SWAHILI_DESK,
  ...SWAHILI_FIND_SOURCES,
  ...SWAHILI_HELP,
  ...SWAHILI_MENTIONS,
  ...SWAHILI_BUTTONS,
  ...SWAHILI_SETTINGS,
  ...SWAHILI_VOTES,
  ...SWAHILI_RETENTION,
  ...SWAHILI_SHARING,
  faults: SWAHILI_FAULTS,
  problems: SWAHILI_PROBLEMS,
};

function andMore(count: number): string {
  return `na ${count} zaidi`;
}

function joinSome(names: readonly string[], left: number): string {
  return [...names, ...(left === 0 ? [] : [andMore(left)])].join(', ');
}

function sayNowhere(words: readonly MissingWord[]): string[] {
  if (words.length === 0) return [];
  const others = words.flatMap(({ instead }) => (instead === null ? [] : `“${instead}”`));
  const said = others.length === 0 ? '' : `; nukuu ya kwanza inataja ${joinWords(others, 'na')} badala yake`;
  return [
    `Hakuna makala inayotaja ${joinWords(
      words.map(({ word }) => `“${word}”`),
      'au',
    )}${said}.`,
  ];
}

function sayNotQuoted(words: readonly MissingWord[]): string[] {
  if (words.length === 0) return [];
  const named = words.map(({ word, instead }) =>
    instead === null ? `“${word}”` : `“${word}” (inataja “${instead}”)`,
  );
  return [`Nukuu ya kwanza haitaji ${joinWords(named, 'au')}.`];
}

function countDays(days: number): string {
  return `siku ${days}`;
}
