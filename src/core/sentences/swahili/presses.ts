import type { ENGLISH_PRESSES } from '../english/presses.js';
import type { SameShape } from '../same-shape.js';

export const SWAHILI_PRESSES: SameShape<typeof ENGLISH_PRESSES> = {
  why: 'Kwa nini',
  context: (number) => `Muktadha ${number}`,
  fold: (number) => `Kunja ${number}`,
  widen: (number) => `Panua ${number}`,
  more: 'Zaidi',
  back: 'Rudi mwanzo',
  delete: 'Futa',
  share: 'Shiriki',
  shared: 'Limeshirikiwa',
  previousPage: 'Uliotangulia',
  nextPage: 'Unaofuata',

  passageChanged: 'Kifungu kimoja cha jibu hili kimebadilika tangu kionyeshwe. Tafadhali uliza tena.',
  articleGone: 'Makala hii haimo tena miongoni mwa makala zilizopo.',
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
