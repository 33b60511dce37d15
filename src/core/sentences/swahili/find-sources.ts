import type { ENGLISH_FIND_SOURCES } from '../english/find-sources.js';
import type { SameShape } from '../same-shape.js';

export const SWAHILI_FIND_SOURCES: SameShape<typeof ENGLISH_FIND_SOURCES> = {
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
