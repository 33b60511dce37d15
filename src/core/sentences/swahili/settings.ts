import type { ENGLISH_SETTINGS } from '../english/settings.js';
import type { SameShape } from '../same-shape.js';

export const SWAHILI_SETTINGS: SameShape<typeof ENGLISH_SETTINGS> = {
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
