import type { Sentences } from '../sentences.js';
import { SWAHILI_ANSWERS } from './answers.js';
import { SWAHILI_CITATIONS } from './citations.js';
import { SWAHILI_CORPUS } from './corpus.js';
import { SWAHILI_DESK } from './desk.js';
import { SWAHILI_FAULTS } from './faults.js';
import { SWAHILI_FIND_SOURCES } from './find-sources.js';
import { SWAHILI_HELP } from './help.js';
import { SWAHILI_KEEPING } from './keeping.js';
import { SWAHILI_MENTIONS } from './mentions.js';
import { SWAHILI_PRESSES } from './presses.js';
import { SWAHILI_PROBLEMS } from './problems.js';
import { SWAHILI_SETTINGS } from './settings.js';
import { SWAHILI_SHARING } from './sharing.js';
import { SWAHILI_VOTES } from './votes.js';
import { SWAHILI_WHY } from './why.js';

export const SWAHILI: Sentences = {
  ...SWAHILI_CITATIONS,
  ...SWAHILI_ANSWERS,
  ...SWAHILI_WHY,
  ...SWAHILI_CORPUS,
  ...SWAHILI_DESK,
  ...SWAHILI_FIND_SOURCES,
  ...SWAHILI_HELP,
  ...SWAHILI_MENTIONS,
  ...SWAHILI_PRESSES,
  ...SWAHILI_SETTINGS,
  ...SWAHILI_VOTES,
  ...SWAHILI_KEEPING,
  ...SWAHILI_SHARING,
  faults: SWAHILI_FAULTS,
  problems: SWAHILI_PROBLEMS,
};
