import type { FetchRefusal } from '../../fetch-page.js';

/** Why a page is not taken, as whole sentences. */
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
