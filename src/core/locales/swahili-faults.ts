import type { FetchRefusal } from '../model/fetch-page.js';
import { MAX_PROBLEMS_LISTED, MAX_QUESTION_CHARS, MIN_RESULTS } from '../model/limits.js';
import type { FaultSentences } from './catalogue.js';
import { SWAHILI_CITATIONS, SWAHILI_CORPUS } from './swahili-corpus.js';

export const SWAHILI_FETCH_REFUSALS = {
  'address-invalid': 'Hiyo si anwani ya tovuti. Inakili kutoka kwenye kivinjari, ikianza na https://.',
  'not-web': 'Ninafungua tu anwani zinazoanza na https:// au http://.',
  credentials: 'Sifungui anwani yenye jina la mtumiaji au nenosiri ndani yake. Ondoa sehemu hiyo.',
  port: 'Ninafungua kurasa za tovuti kwenye bandari 80, 443, 8080 na 8443 pekee.',
  'private-address': 'Anwani hiyo inaelekea kwenye mtandao wa faragha, kwa hivyo siifungui.',
  'host-unknown': 'Hakuna tovuti yenye jina hilo. Hakikisha tahajia ya anwani ni sahihi.',
  unreachable: 'Tovuti haipatikani kwa sasa. Jaribu tena baadaye, au tuma makala hiyo kama faili.',
  certificate: 'Tovuti haiwezi kuthibitisha kwamba ni ile inayodai kuwa, kwa hivyo siifungui.',
  'redirect-loop': 'Ukurasa huo unarudi tu kwake wenyewe. Tuma makala hiyo kama faili.',
  'too-many-redirects':
    'Ukurasa huo unaelekeza kwenye kurasa nyingine mara nyingi mno. Tuma anwani ya ukurasa wa mwisho.',
  downgrade:
    'Ukurasa huo unatoka kwenye anwani ya https:// na kuelekeza kwenye anwani isiyosimbwa, kwa hivyo siufuati.',
  'too-slow':
    'Ukurasa huo ulichukua zaidi ya sekunde 10. Jaribu tena baadaye, au tuma makala hiyo kama faili.',
  'too-large': 'Ukurasa huo unazidi MB 5. Tuma maandishi ya makala pekee.',
  'wrong-type': 'Huo si ukurasa wa tovuti, wala Markdown, maandishi matupu au PDF.',
  garbled: 'Tovuti ilituma kitu kisichoweza kusomwa. Jaribu tena baadaye, au tuma makala hiyo kama faili.',
  'not-found': 'Hakuna ukurasa kama huo. Hakikisha anwani ni sahihi.',
  forbidden: 'Tovuti hainiruhusu kuona ukurasa huo. Tuma makala hiyo kama faili.',
  busy: 'Tovuti haitaki maombi zaidi kwa sasa. Jaribu tena baadaye.',
  refused: 'Tovuti imekataa kuonyesha ukurasa huo. Tuma makala hiyo kama faili.',
  'server-error': 'Tovuti ina hitilafu yake yenyewe kwa sasa. Jaribu tena baadaye.',
  paywall:
    'Ukurasa huo unaonyesha makala yake kwa waliojisajili pekee. Tuma maandishi yake kama faili ikiwa unaruhusiwa kuyashiriki.',
  'consent-wall':
    'Ukurasa huo unaonyesha swali kuhusu vidakuzi badala ya makala yake. Tuma maandishi yake kama faili.',
} as const satisfies Record<FetchRefusal, string>;

export const SWAHILI_FAULTS: FaultSentences = {
  ARTICLE_UNKNOWN: ({ wanted, near }) =>
    wanted === ''
      ? 'Tafadhali taja makala kwa kichwa chake au kitambulisho chake.'
      : `Siijui makala "${wanted}". ` +
        (near.length === 0
          ? 'Hakuna kichwa wala kitambulisho kinachofanana nayo.'
          : `Je, ulimaanisha mojawapo ya hizi: ${near.join(', ')}?`),
  ARTICLE_UNREADABLE: (_facts, problems) =>
    ['Haiwezekani kutengeneza makala kutokana na hiyo.', ...problems.map(SWAHILI_CORPUS.problem)].join(' '),
  ARTICLE_WITHDRAWN: ({ title, on, reason }) =>
    `"${title}" ilitenguliwa tarehe ${SWAHILI_CITATIONS.date(on)} na hainukuliwi tena. Sababu: ${reason}`,
  BUILD_FAILED: () =>
    'Makala hazikuweza kupakiwa kwa sababu ya hitilafu yangu; kumbukumbu za mfumo zinaeleza zaidi.',
  BUILD_STOPPED: () => 'Nilisimamishwa kabla ya makala kupakiwa.',
  CHANGE_STALE: () =>
    'Makala yamebadilika tangu hii ionyeshwe, kwa hiyo hakuna kilichofanywa. Tafadhali anza upya.',
  CHANGE_UNWRITTEN: ({ detail }) =>
    `Badiliko halikuweza kuandikwa (${detail}), kwa hiyo hakuna kilichobadilika. Hakikisha kwamba folda ya makala inaweza kuandikwa na ina nafasi.`,
  COMMAND_UNKNOWN: ({ command }) => `Hakuna amri ${command}. Andika /help, au swali lako moja kwa moja.`,
  CONFIG_INVALID: ({ problems }) => `Mipangilio ina makosa. Irekebishe katika .env: ${problems}.`,
  CORPUS_EMPTY: ({ dir, tried }, problems) =>
    [
      'Hakuna makala ya kutoa majibu.',
      `Hakuna makala iliyoweza kusomwa kutoka ${dir}; ${tried === 1 ? 'faili 1 ilijaribiwa' : `faili ${tried} zilijaribiwa`}.`,
      ...problems.slice(0, MAX_PROBLEMS_LISTED).map(SWAHILI_CORPUS.problem),
      'Weka makala humo kama faili za .md, .txt au .html.',
    ].join(' '),
  CORPUS_MISSING: ({ dir, cause }) =>
    'Folda ya makala haipo. ' +
    (cause === null ? `${dir} si folda.` : `${dir} haiwezi kufunguliwa (${cause}).`) +
    ' Iunde, au weka njia ya folda ya makala katika CORPUS_DIR.',
  CORPUS_TOO_LARGE: () =>
    'Makala ni nyingi kuliko kumbukumbu inavyoweza kubeba (GB 4 hubeba vifungu 600,000 hivi). Ondoa baadhi kwenye folda, au nianzishe kwa NODE_OPTIONS=--max-old-space-size=8192.',
  DATES_REVERSED: ({ since, until }) =>
    `"since" (${since}) ni baada ya "until" (${until}). Tafadhali zibadilishe nafasi.`,
  DATE_INVALID: ({ option, date }) =>
    `"${date}" si tarehe inayokubalika kwa "${option}". Andika 2023, 2023-08, 2023-08-16, au maneno kama "20 Novemba 2026" au "wiki jana".`,
  DISCORD_REFUSED: () =>
    'Discord imekataa tokeni ya bot. Inakili tena kutoka ukurasa wa Bot wa programu yako hadi DISCORD_TOKEN.',
  DRAFT_GONE: () => 'Hii imekwisha kuthibitishwa au kughairiwa, au ni ya zamani mno. Tafadhali anza upya.',
  EVAL_SET_INVALID: ({ detail }) => `Seti ya tathmini haiwezi kusomwa: ${detail}.`,
  FETCH_REFUSED: ({ why }) => SWAHILI_FETCH_REFUSALS[why],
  FORMAT_UNKNOWN: ({ name }) =>
    `"${name}" si ya aina ninayoweza kusoma. Tuma ukurasa wa wavuti, Markdown, maandishi ya kawaida au PDF.`,
  FRONT_MATTER_INVALID: (_facts, problems) =>
    [
      'Hiyo haiwezi kuhifadhiwa, kwa hiyo hakuna kilichobadilika.',
      ...problems.map(SWAHILI_CORPUS.problem),
    ].join(' '),
  HTTP_UNAVAILABLE: ({ detail }) =>
    `Afya na vipimo haviwezi kutolewa kwenye ${detail}. Chagua HTTP_PORT au HTTP_HOST nyingine katika .env.`,
  OUTLET_UNKNOWN: ({ outlet, outlets, hasMore }) =>
    `Hakuna makala kutoka "${outlet}". ` +
    (outlets.length === 0
      ? 'Hakuna makala inayotaja chombo chake cha habari.'
      : `Vyombo vya habari ni: ${outlets.join(', ')}${hasMore ? ', …' : '.'}`),
  PARAGRAPH_UNKNOWN: ({ paragraph, paragraphs, title }) =>
    `"${title}" ina aya 1 hadi ${paragraphs}, kwa hivyo hakuna aya ${paragraph}.`,
  QUESTION_INVALID: () => `Tafadhali uliza swali lenye herufi 1 hadi ${MAX_QUESTION_CHARS}.`,
  QUOTE_MISMATCH: () =>
    'Kifungu hicho hakikuweza kunukuliwa neno kwa neno, kwa hivyo hakionyeshwi. Tafadhali uliza tena.',
  RELOAD_RUNNING: () => 'Tayari makala zinapakiwa upya. Tafadhali subiri zimalize kupakiwa.',
  REPORT_LOST: () => 'Imefanyika, lakini ripoti haikuweza kuonyeshwa. /corpus status inasema kilichopakiwa.',
  RESULTS_INVALID: ({ results, most }) =>
    `"${results}" si idadi ya matokeo. Chagua ${MIN_RESULTS} hadi ${most}.`,
  REVISION_UNKNOWN: ({ revision }) =>
    `Sihifadhi toleo ${revision}. /corpus history huorodhesha ninayohifadhi.`,
  SESSION_ENDED: ({ code }) =>
    `Discord imekatiza muunganisho kabisa (msimbo wa kufunga ${code}). Tafuta msimbo huo katika hati za Discord.`,
  STATE_UNAVAILABLE: ({ cause }) =>
    cause === 'full'
      ? 'Diski yangu imejaa, kwa hiyo hilo halikuweza kuhifadhiwa. Maswali bado yanajibiwa; tafadhali mwambie anayeendesha boti.'
      : cause === 'read-only'
        ? 'Siruhusiwi kuandika katika hifadhidata yangu, kwa hiyo hilo halikuweza kuhifadhiwa. Maswali bado yanajibiwa; tafadhali mwambie anayeendesha boti.'
        : 'Hifadhidata yangu haiwezi kutumika kwa sasa, kwa hiyo hilo halikuweza kuhifadhiwa. Maswali bado yanajibiwa.',
  SWITCH_INVALID: ({ option, value }) => `"${option}" ni true au false, kwa hivyo haiwezi kuwa "${value}".`,
  TIME_INVALID: ({ time }) => `"${time}" si wakati unaokubalika. Andika 2023-08-16 au 2023-08-16T09:00.`,
  TOO_MANY_QUESTIONS: ({ seconds }) =>
    `Hayo ni maswali mengi mno kwa mara moja. Tafadhali uliza tena baada ya sekunde ${seconds}.`,
};
