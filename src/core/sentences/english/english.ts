import { ENGLISH_ANSWERS } from './answers.js';
import { ENGLISH_CITATIONS } from './citations.js';
import { ENGLISH_CORPUS } from './corpus.js';
import { ENGLISH_DESK } from './desk.js';
import { ENGLISH_FAULTS } from './faults.js';
import { ENGLISH_FIND_SOURCES } from './find-sources.js';
import { ENGLISH_HELP } from './help.js';
import { ENGLISH_KEEPING } from './keeping.js';
import { ENGLISH_MENTIONS } from './mentions.js';
import { ENGLISH_PRESSES } from './presses.js';
import { ENGLISH_PROBLEMS } from './problems.js';
import { ENGLISH_SETTINGS } from './settings.js';
import { ENGLISH_SHARING } from './sharing.js';
import { ENGLISH_VOTES } from './votes.js';
import { ENGLISH_WHY } from './why.js';

export const ENGLISH = {
  ...ENGLISH_CITATIONS,
  ...ENGLISH_ANSWERS,
  ...ENGLISH_WHY,
  ...ENGLISH_CORPUS,
  ...ENGLISH_DESK,
  ...ENGLISH_FIND_SOURCES,
  ...ENGLISH_HELP,
  ...ENGLISH_MENTIONS,
  ...ENGLISH_PRESSES,
  ...ENGLISH_SETTINGS,
  ...ENGLISH_VOTES,
  ...ENGLISH_KEEPING,
  ...ENGLISH_SHARING,
  faults: ENGLISH_FAULTS,
  problems: ENGLISH_PROBLEMS,
} as const;
